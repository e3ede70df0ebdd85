"""The papers without a window: export for all, for some or for none, and issuing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app import cli
from app.actions import ledgers
from app.actions.papers import issue as issuing
from app.documents.word.check import reopen_text
from app.domain.ledger.company import Profile

RULES, PLEDGE = "information-rules", "joining-pledge"


@pytest.fixture
def ledger(tmp_path: Path, qapp: object) -> Path:
    path = tmp_path / "見本.mamori"
    ledgers.create_sample(path, "川口")
    return path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Runs a command; its exit code, what it printed and what it complained of."""

    def command(*arguments: object) -> tuple[int, str, str]:
        code = cli.main([str(argument) for argument in arguments])
        return code, *capsys.readouterr()

    return command


def test_one_paper_for_everybody(run, ledger: Path, tmp_path: Path) -> None:
    code, told, _ = run("export", ledger, tmp_path / "out", "--form", PLEDGE, "--all", "--as", "docx")
    files = [Path(line) for line in told.splitlines()]
    assert code == 0 and len(files) == 24 and all(file.is_file() for file in files)
    assert sorted(tmp_path.joinpath("out").iterdir()) == sorted(files)


def test_one_paper_for_some_by_name(run, ledger: Path, tmp_path: Path) -> None:
    code, told, _ = run("export", ledger, tmp_path, "--form", PLEDGE, "--for", "大西 浩二", "--for", "岡 勝")
    names = [Path(line).name for line in told.splitlines()]
    assert code == 0 and names == [
        "秘密保持誓約書（入社時） 1 大西 浩二.docx",
        "秘密保持誓約書（入社時）（使い方と注意）.docx",
        "秘密保持誓約書（入社時） 2 岡 勝.docx",
    ]


def test_every_paper_once(run, ledger: Path, tmp_path: Path) -> None:
    code, told, _ = run("export", ledger, tmp_path / "out", "--as", "txt")
    desk = ledgers.open_ledger(ledger)
    forms = len(desk.forms)
    desk.close()
    assert code == 0 and len(told.splitlines()) == 2 * forms


def test_a_paper_is_issued_with_its_number_and_its_hashes(run, ledger: Path) -> None:
    code, told, _ = run("issue", ledger, RULES, "--reason", "はじめて定めた")
    desk = ledgers.open_ledger(ledger)
    made = issuing.latest(desk.company, RULES)
    desk.close()
    assert code == 0 and made and (made.version, made.by, made.reason) == (1, "川口", "はじめて定めた")
    assert told.splitlines() == [
        "「情報管理規程」を第1版として確定しました。",
        f"docx の SHA-256　{made.docx_sha256}",
        f"pdf の SHA-256　{made.pdf_sha256}",
    ]
    assert run("issue", ledger, RULES)[1].startswith("「情報管理規程」を第2版")


def test_a_paper_of_one_person_is_issued(run, ledger: Path, tmp_path: Path) -> None:
    assert run("issue", ledger, PLEDGE, "--for", "岡 勝")[0] == 0
    desk = ledgers.open_ledger(ledger)
    (made,) = desk.company.issues.values()
    path = tmp_path / "誓約書.docx"
    issuing.take_out(desk, made, "docx", path)
    desk.close()
    assert "岡 勝" in reopen_text(path)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("export", "--form", "no-such"), "様式「no-such」はありません。"),
        (("export", "--form", PLEDGE, "--for", "だれか"), "「だれか」は台帳にありません。"),
        (("export", "--form", RULES, "--for", "岡 勝"), "「情報管理規程」は、一人・一社ごとに作る書類ではありません。"),
        (("issue", "no-such"), "様式「no-such」はありません。"),
        (("issue", PLEDGE, "--for", "だれか"), "「だれか」は台帳にありません。"),
    ],
)
def test_what_is_not_there_is_told_and_nothing_is_written(
    run, ledger: Path, tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    command, *rest = arguments
    out = [tmp_path / "out"] if command == "export" else []
    code, printed, complained = run(command, ledger, *out, *rest)
    assert (code, printed) == (1, "") and complained.startswith(told)
    assert not (tmp_path / "out").exists()
    desk = ledgers.open_ledger(ledger)
    assert not desk.company.issues
    desk.close()


def test_an_export_tells_which_characters_a_pdf_cannot_show(run, tmp_path: Path, qapp: object) -> None:
    ledger = tmp_path / "絵文字.mamori"
    ledgers.create(ledger, Profile(name="株式会社😀製作所"))
    export = ("export", ledger, tmp_path / "out", "--form", "mutual-nda")
    code, _, complained = run(*export, "--as", "pdf")
    assert code == 0 and "😀（PDF・印刷では〓" in complained
    code, _, complained = run(*export, "--as", "docx")
    assert (code, complained) == (0, "")
