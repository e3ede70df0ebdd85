"""Out into JSON and back: nothing is lost, nothing faulty comes in, a refusal leaves no trace."""

import copy
import json
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.domain.ledger.records import KINDS, Access, Asset, Choice, Decision, Place, Profile
from app.domain.words import Level, State
from app.errors import ImportRefused, LedgerError
from app.paths import PACKAGE
from app.store import connection, exchange
from app.store.codec import to_row
from app.store.ledger import Ledger

README = (PACKAGE / "store/README.md").read_text("utf-8")


@pytest.fixture
def text(ledger: Ledger) -> str:
    """A small ledger with something in every act."""
    asset = Asset(id="z1", name="金型図面\u2028\0", note="A&B<精密>製作所 髙﨑𠮷", guesses=("name", "owner"))
    ledger.change("追加", [asset, Asset(id="a1"), Place(id="p", asset="z1"), Access(id="c", asset="a1")], who="山田")
    ledger.change("区分を決定", [Decision(id="z1", level=Level.TOP_SECRET)], who="鈴木")
    ledger.change("採用", [Choice(id="m1", state=State.DONE)])
    ledger.undo("山田")
    ledger.undo("山田")
    ledger.redo("山田")
    return exchange.dump(ledger)


def without_history(text: str) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(text)
    del whole["history"]
    return whole


def test_a_round_trip_changes_nothing(ledger: Ledger, text: str, tmp_path: Path) -> None:
    with exchange.load(text, tmp_path / "新") as again:
        assert exchange.dump(again) == text
        assert again.company() == ledger.company()
        assert list(again.company().assets) == list(ledger.company().assets) == ["z1", "a1"]
        assert again.history() == ledger.history()
        assert (again.undo_label, again.redo_label) == (ledger.undo_label, ledger.redo_label) == ("区分を決定", "採用")
        assert again.verify() == []
        again.redo()
        assert "m1" in again.company().choices


def test_the_text_is_plain_and_tidy(ledger: Ledger, text: str) -> None:
    assert text == exchange.dump(ledger)
    assert text.startswith(
        f'{{\n  "format": "mamoricho",\n  "version": {exchange.VERSION},\n  "company": {{\n'
    ) and text.endswith("}\n")
    assert "髙﨑𠮷" in text and "\\u9ad9" not in text
    assert list(json.loads(text)["company"]) == list(KINDS)


def test_the_example_in_the_readme_is_true(tmp_path: Path) -> None:
    [example] = re.findall(r"```json\n(.*?)```", README, re.DOTALL)
    with exchange.load(example, tmp_path / "例") as ledger:
        assert ledger.company().departments["press"].name == "プレス班"
        [entry] = ledger.history()
        assert (entry.act, entry.label, entry.who) == ("load", "台帳を読み込み", "見本 太郎")
        assert (ledger.undo_label, ledger.verify()) == ("", [])
        again = exchange.dump(ledger)
    with exchange.load(again, tmp_path / "例2") as second:
        assert exchange.dump(second) == again


def test_only_into_a_new_file(ledger: Ledger, text: str) -> None:
    with pytest.raises(LedgerError, match="もうそこにあります"):
        exchange.load(text, ledger.path)
    assert sorted(os.listdir(ledger.path.parent)) == [ledger.path.name, f"{ledger.path.name}-journal"]
    assert exchange.dump(ledger) == text


def put(path: str, value: Any) -> Callable[[dict[str, Any]], None]:
    """Sets what a dotted path leads to."""

    def act(whole: dict[str, Any]) -> None:
        *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
        for step in way:
            whole = whole[step]  # type: ignore[index]
        if value is KeyError:
            del whole[last]  # type: ignore[arg-type]
        else:
            whole[last] = value  # type: ignore[index]

    return act


def twice(whole: dict[str, Any]) -> None:
    whole["company"]["assets"].append(whole["company"]["assets"][0])


COMPANY_FAULTS = [
    (put("format", "excel"), "まもり帳の書き出しではありません"),
    (put("format", KeyError), "まもり帳の書き出しではありません"),
    (put("version", exchange.VERSION + 1), "新しい版"),
    (put("version", 0), "version"),
    (put("version", "1"), "version"),
    (put("version", True), "version"),
    (put("comment", "メモ"), "comment"),
    (put("company", KeyError), "company"),
    (put("company", []), "company"),
    (put("company.planets", []), "planets"),
    (put("company.assets", {}), "assets"),
    (put("company.assets.0", "a1"), "情報資産（assets）"),
    (put("company.assets.0.nmae", "x"), "「z1」、項目「nmae」"),
    (put("company.assets.0.name", KeyError), "「z1」、項目「name」"),
    (put("company.assets.0.name", 5), "「z1」、項目「name」"),
    (put("company.assets.0.position", 1e400), "「z1」、項目「position」"),
    (put("company.assets.0.owner", "theirs"), "「z1」、項目「owner」"),
    (put("company.profile.0.levels", ["秘"]), "項目「levels」"),
    (twice, "「z1」が二つ"),
    (put("company.profile", []), "会社の基本"),
    (put("company.profile", KeyError), "会社の基本"),
    (put("company.profile.0.id", "会社"), "会社の基本"),
    (put("company.profile", [to_row(Profile()), to_row(Profile(id="second"))]), "会社の基本"),
    (put("company.access.0.asset", "a9"), "見てよい人（access）の「c」が指す情報資産「a9」"),
    (put("company.places.0.asset", ""), "置き場所（places）の「p」が指す情報資産"),
    (put("company.decisions.0.id", "a9"), "区分の決定（decisions）の「a9」"),
    (put("company.evaluations", [{**to_row(KINDS["evaluations"](id="a9"))}]), "評価の答え（evaluations）の「a9」"),
]


def refuse(text: str, folder: Path, words: str) -> None:
    """Loads what must be refused, and sees that it left nothing behind."""
    before = sorted(os.listdir(folder))
    with pytest.raises(ImportRefused) as caught:
        exchange.load(text, folder / "新")
    assert words in caught.value.what
    assert "何も書き込んでいません" in caught.value.safe and caught.value.then
    str(caught.value).encode()
    assert sorted(os.listdir(folder)) == before


@pytest.mark.parametrize(("spoil", "words"), COMPANY_FAULTS)
def test_a_faulty_company_is_refused(text: str, tmp_path: Path, spoil: Callable[..., None], words: str) -> None:
    whole = without_history(text)
    exchange.load(json.dumps(whole), tmp_path / "よいもの").close()  # the control: unspoilt it is taken
    spoil(whole)
    refuse(json.dumps(whole), tmp_path, words)


HISTORY_FAULTS = [
    (put("history", {}), "history"),
    (put("history", []), "history"),
    (put("history", None), "history"),
    (put("history.1", 5), "2番目"),
    (put("history.1.mood", "良い"), "2番目、項目「mood」"),
    (put("history.1.who", KeyError), "2番目、項目「who」"),
    (put("history.1.who", 5), "2番目、項目「who」"),
    (put("history.1.seq", "2"), "2番目、項目「seq」"),
    (put("history.1.undoes", "1"), "2番目、項目「undoes」"),
    (put("history.1.payload", 5), "2番目、項目「payload」"),
    (put("history.1.payload", {}), "2番目、項目「payload」"),
    (put("history.1.at", "きのう"), "2番目、項目「at」"),
    (put("history.1.at", "2026-11-17T09:30:00"), "2番目、項目「at」"),
    (put("history.1.who", "別人"), "第2号：書かれた後に変わっています"),
    (put("history.1.payload.0.after.name", "別"), "第2号：中身が、書かれた時のものと違います"),
    (put("history.2", KeyError), "番号が続いていません"),
    (put("history.1.salt", "x"), "第2号"),
    (put("history.1.salt", "\ud842"), "2番目、項目「salt」"),
    (put("company.assets.0.note", "すり替え"), "「z1」：いまの内容が、記録をたどった結果と違います"),
    (put("company.places", []), "「p」：いまの内容が"),
    (put("company.people", [to_row(KINDS["people"](id="x"))]), "「x」：いまの内容が"),
]


@pytest.mark.parametrize(("spoil", "words"), HISTORY_FAULTS)
def test_a_faulty_history_is_refused(text: str, tmp_path: Path, spoil: Callable[..., None], words: str) -> None:
    whole = json.loads(text)
    assert copy.deepcopy(whole) == whole
    spoil(whole)
    refuse(json.dumps(whole), tmp_path, words)


def test_a_surrogate_hidden_in_a_payload_is_refused(text: str, tmp_path: Path) -> None:
    whole = json.loads(text)
    whole["history"][1]["payload"][0]["after"]["name"] = "\ud842"
    refuse(json.dumps(whole), tmp_path, "履歴")


@pytest.mark.parametrize(
    ("faulty", "words"),
    [
        ("", "JSON"),
        ("{", "1行目"),
        ('{"format": "mamoricho",\n "version": }', "2行目"),
        ("[]", "まもり帳の書き出しではありません"),
        ("null", "まもり帳の書き出しではありません"),
        ('"mamoricho"', "まもり帳の書き出しではありません"),
        ('{"format": "mamoricho", "format": "mamoricho"}', "「format」が二度"),
        ("[" * 200_000 + "]" * 200_000, "深すぎ"),
        ('{"a":' * 200_000, "深すぎ"),
        ("9" * 5000, "JSON"),
        ("\ufeff{}", "JSON"),
    ],
)
def test_what_is_no_dump_at_all_is_refused(tmp_path: Path, faulty: str, words: str) -> None:
    refuse(faulty, tmp_path, words)


def test_deep_nesting_inside_a_dump_is_refused(text: str, tmp_path: Path) -> None:
    for depth in (20, *range(sys.getrecursionlimit() - 120, sys.getrecursionlimit())):  # up to where Python gives up
        deep = "[" * depth + "]" * depth
        refuse(text.replace('"guesses": []', f'"guesses": {deep}'), tmp_path, "")
        refuse(re.sub(r'"payload": \[', f'"payload": [{deep},', text, count=1), tmp_path, "")


def test_a_half_written_dump_is_refused(text: str, tmp_path: Path) -> None:
    for cut in range(0, len(text) - 2, len(text) // 40):
        refuse(text[:cut], tmp_path, "JSON")


def test_a_disk_that_fills_up_leaves_nothing(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.store.connection.SETTINGS", (*connection.SETTINGS, "max_page_count = 30"))
    before = os.listdir(tmp_path)
    with pytest.raises(LedgerError, match="空きが足りません") as caught:
        whole = without_history(text)
        whole["company"]["assets"][0]["note"] = "あ" * 100_000
        exchange.load(json.dumps(whole), tmp_path / "新")
    assert "新しい台帳は作られていません" in caught.value.safe
    assert os.listdir(tmp_path) == before


def test_a_chosen_file_is_read_with_or_without_a_mark_at_its_front(text: str, tmp_path: Path) -> None:
    for encoding in ("utf-8", "utf-8-sig"):
        (tmp_path / "dump.json").write_text(text, encoding, newline="")
        assert exchange.read(tmp_path / "dump.json") == text


def test_a_chosen_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "dump.json"
    for content, words in (
        (b"\x83\x65\x83\x58\x83\x67", "UTF-8"),
        (None, "読めません"),
    ):
        source.unlink(missing_ok=True)
        if content is not None:
            source.write_bytes(content)
        with pytest.raises(ImportRefused, match=words):
            exchange.read(source)
    with pytest.raises(ImportRefused, match="読めません"):
        exchange.read(tmp_path)


def test_a_file_from_before_a_field_was_added_is_completed_and_one_of_today_is_not(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = without_history(text)
    for row in whole["company"]["assets"]:
        del row["template"]  # as if it had come with the next version
    refuse(json.dumps(whole), tmp_path, "抜けています")
    monkeypatch.setattr(exchange, "VERSION", whole["version"] + 1)
    with exchange.load(json.dumps(whole), tmp_path / "新") as ledger:
        assert {asset.template for asset in ledger.company().assets.values()} == {""}
