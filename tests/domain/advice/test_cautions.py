"""What is said at the moment of deciding: each where this level would contradict something, and not otherwise."""

import pytest

from app.domain.advice.cautions import cautions
from app.domain.ledger.records import Asset, Decision, Evaluation, Record
from app.domain.words import Known, Level, Owner, YesNo
from tests import firms

TOP, SECRET, INTERNAL, OPEN = Level.TOP_SECRET, Level.SECRET, Level.INTERNAL, Level.OPEN


def said(level: Level | None, *rows: Record, of: tuple[str, ...] = ("a1",), staff: int = 10) -> str:
    return "".join(reason.text for reason in cautions(firms.firm(*rows, staff=staff), of, level))


@pytest.mark.parametrize(
    ("rows", "wrong", "right", "words"),
    [
        ([*firms.asset(), Evaluation(id="a1", known=Known.YES)], SECRET, OPEN, "もう世の中に出ている"),
        (firms.asset(owner=Owner.ENTRUSTED), INTERNAL, SECRET, "「秘」以上"),
        (firms.asset(readers=["p1", "p2", "p3", "p4", "p5", "p6"]), TOP, SECRET, "6人が見られます"),
        (firms.asset(everyone=True), TOP, SECRET, "全員が見られます"),
    ],
)
def test_it_is_said_of_the_level_that_contradicts_and_of_no_other(
    rows: list[Record], wrong: Level, right: Level, words: str
) -> None:
    assert words in said(wrong, *rows)
    assert words not in said(right, *rows) and said(None, *rows) == ""


def test_personal_data_and_export_control_are_said_whatever_the_level() -> None:
    for level in Level:
        assert "法律の決まり" in said(level, *firms.asset(personal=YesNo.YES))
        assert "輸出管理に当たる技術" in said(level, *firms.asset(export=YesNo.YES))
        assert "まだ分かっていません" in said(level, *firms.asset(export=YesNo.UNKNOWN))
    assert said(SECRET, *firms.asset()) == ""


def test_that_everything_becomes_the_highest_level_is_said_before_it_is() -> None:
    rows: list[Record] = [Asset(id=f"a{n}", name=f"図{n}") for n in range(6)]
    rows += [Decision(id=f"a{n}", level=TOP if n < 1 else SECRET) for n in range(5)]
    assert "6件のうち2件" in said(TOP, *rows, of=("a5",))
    assert "件が" not in said(TOP, *rows, of=("a0",)), "it is that already, and one of five is not too much"
    assert "6件のうち6件" in said(TOP, *rows, of=tuple(f"a{n}" for n in range(6)))


def test_of_many_at_once_those_are_named_that_it_is_about() -> None:
    rows: list[Record] = [Asset(id="a1", name="支給図", owner=Owner.ENTRUSTED), Asset(id="a2", name="自社図")]
    words = said(INTERNAL, *rows, of=("a1", "a2"))
    assert "「支給図」は、預かった物です" in words and "自社図" not in words


@pytest.mark.parametrize("unlawful", [YesNo.YES, YesNo.UNKNOWN])
def test_of_what_is_held_back_nothing_is_said_here(unlawful: YesNo) -> None:
    assert said(TOP, *firms.asset(everyone=True, unlawful=unlawful)) == ""
