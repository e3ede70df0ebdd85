"""A new kind of record takes three files of the program: all else is derived from its class.

A scratch copy of the program gets one, as CONTRIBUTING.md says, and is then asked to do with it all that a ledger does.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from app.paths import PACKAGE

RECORD = '''class Loan(Record, kw_only=True):
    """An asset that a partner has in hand."""

    KIND: ClassVar = "loans"
    LABEL: ClassVar = "貸したもの"
    OF_ASSET: ClassVar = "asset"

    asset: AssetId
    partner: PartnerId = ""
    lent_on: Day = ""


'''
MIGRATION = '''def loans(db: "Database") -> None:
    """A table for what is lent."""
    _table(db, "loans", "asset partner lent_on", asset="asset")


'''
USES = """
import json, sys
from pathlib import Path
from app.domain.ledger.records import Asset, Loan, Partner, Profile
from app.errors import ImportRefused
from app.store import exchange
from app.store.ledger import Ledger

folder = Path(sys.argv[1])
loan = Loan(id="l1", asset="a1", partner="p1", lent_on="2026-11-27")
with Ledger.create(folder / "a.mamori", Profile()) as ledger:
    ledger.change("前", [Asset(id="a1"), Partner(id="p1")])
    company = ledger.company()
    step = ledger.change("貸した", [loan])
    assert company.after(step.put) == ledger.company() and list(ledger.company().records())[-1] == loan
    seen = company.of("a1", lambda at, asset: len(at.loans))
    assert (seen, company.after([loan]).of("a1", lambda at, asset: len(at.loans))) == (0, 1)
    ledger.undo()
    assert not ledger.company().loans
    ledger.redo()
    assert ledger.verify() == []
    text = exchange.dump(ledger)
with exchange.load(text, folder / "b.mamori") as loaded:
    assert loaded.company().loans == {"l1": loan} and loaded.verify() == []


def refused(**fields):
    whole = json.loads(text)
    del whole["history"]
    whole["company"]["loans"][0].update(fields)
    try:
        exchange.load(json.dumps(whole), folder / "c.mamori")
    except ImportRefused as error:
        return error.what
    raise AssertionError(fields)


for fields, why in (
    ({"lent_on": "昨日"}, "日付ではありません"),
    ({"partner": "x"}, "取引先「x」がありません"),
    ({"asset": "x"}, "情報資産「x」がありません"),
    ({"asset": 1}, "文字ではありません"),
):
    what = refused(**fields)
    assert "貸したもの（loans）" in what and why in what, what
with Ledger.open(Path(sys.argv[2])) as old:  # one of the version before
    assert old.company().loans == {} and old.verify() == []
print("done")
"""


def changed(path: Path, *steps: tuple[str, str]) -> None:
    text = path.read_text("utf-8")
    for pattern, new in steps:
        text, times = re.subn(pattern, lambda found, new=new: new + found[0], text, count=1, flags=re.MULTILINE)
        assert times == 1, (path, pattern)
    path.write_text(text, "utf-8")


def test_a_new_kind_takes_three_files_and_everything_else_follows(tmp_path: Path) -> None:
    scratch, folder = tmp_path / "app", tmp_path / "ledgers"
    shutil.copytree(PACKAGE, scratch, ignore=shutil.ignore_patterns("__pycache__", "ui", "paper"))
    folder.mkdir()
    changed(scratch / "domain/ledger/records.py", (r"^KINDS: ", RECORD))
    changed(
        scratch / "domain/ledger/company.py",
        (r"^    def after\(", '    loans: Mapping[str, "Loan"] = field(default_factory=dict)\n\n'),
        (r"^    Issue,$", "    Loan,\n"),
    )
    migrations = scratch / "store/migrations.py"
    changed(migrations, (r"^STEPS: ", MIGRATION), (r"^LATEST = ", "STEPS = (*STEPS, loans)\n"))
    kept = shutil.copy(sorted(Path(__file__).with_name("ledgers").glob("v*.mamori"))[-1], folder / "old.mamori")
    run = subprocess.run([sys.executable, "-c", USES, folder, kept], cwd=tmp_path, capture_output=True, text=True)
    assert run.stdout == "done\n", run.stderr
