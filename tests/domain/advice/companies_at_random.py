"""Companies at random, as varied as the rules of C can tell apart: for properties that must hold of every one of them."""

from datetime import date, timedelta

from hypothesis import strategies as st

from app.domain.ledger.circumstances import ASKED
from app.domain.ledger.company import Company
from app.domain.ledger.records import (
    Access,
    Asset,
    Choice,
    Decision,
    Disclosure,
    Partner,
    Person,
    Place,
    Profile,
    Record,
)
from app.domain.words import Level, Medium, Owner, Reader, Relation, State, YesNo
from tests import firms

TODAY = date(2026, 11, 27)
NAMES = ("加工条件表", "配合表", "金型図面", "見積の積算", "名簿", "給与台帳", "工程サンプル", "段取りの勘所")
WHERE = ("", "金庫", "事務所の棚", "共有フォルダ", "クラウド（Box）", "私物のスマホ", "USBメモリ", "資源ごみの袋")
TICKED = [circumstance for circumstance in ASKED]
LEVELS = (Level.TOP_SECRET, Level.SECRET, Level.INTERNAL, Level.OPEN)


def day(least: int, most: int) -> st.SearchStrategy[str]:
    """A day so many days from today, as the ledger writes it."""
    return st.integers(least, most).map(lambda n: (TODAY + timedelta(days=n)).isoformat())


@st.composite
def companies(draw: st.DrawFn, most_people: int = 40) -> Company:
    """A company with a few assets, whoever sees them, and whoever holds them outside."""
    rows: list[Record] = [Profile(name="試し", circumstances=tuple(draw(st.sets(st.sampled_from(TICKED)))))]
    people = draw(st.integers(1, most_people))
    for n in range(1, people + 1):
        rows.append(
            Person(id=f"p{n}", position=n, name=f"社員{n}", employment=draw(st.sampled_from(["正社員", "派遣"])))
        )
    partners = draw(st.integers(0, 4))
    for n in range(1, partners + 1):
        rows.append(
            Partner(
                id=f"t{n}",
                name=f"取引{n}",
                relation=draw(st.sampled_from(Relation)),
                abroad=draw(st.booleans()),
                nda_signed=draw(st.sampled_from(["", "2024-04-01"])),
                nda_until=draw(st.just("") | day(-60, 200)),
            )
        )
    for n in range(1, draw(st.integers(0, 7)) + 1):
        rows += _asset(draw, f"a{n}", people, partners)
    chosen = draw(
        st.dictionaries(st.sampled_from(sorted(firms.library().measures)), st.sampled_from(State), max_size=8)
    )
    return Company(on=TODAY).after([*rows, *(Choice(id=id, state=state) for id, state in chosen.items())])


def _asset(draw: st.DrawFn, id: str, people: int, partners: int) -> list[Record]:
    entrusted = partners and draw(st.booleans())
    rows: list[Record] = [
        Asset(
            id=id,
            name=draw(st.sampled_from(NAMES)),
            owner=Owner.ENTRUSTED if entrusted else Owner.OWN,
            partner=f"t{draw(st.integers(1, partners))}" if entrusted else "",
            personal=draw(st.sampled_from([YesNo.NO, YesNo.YES])),
            unlawful=draw(st.sampled_from([None, None, None, YesNo.NO, YesNo.YES, YesNo.UNKNOWN])),
        ),
        Decision(id=id, level=draw(st.sampled_from(LEVELS))),
    ]
    for medium in draw(st.sets(st.sampled_from(Medium), min_size=1)):
        rows.append(Place(id=f"{id}-{medium}", asset=id, medium=medium, where=draw(st.sampled_from(WHERE))))
    if draw(st.booleans()):
        rows += [
            Access(id=f"{id}-p{n}", asset=id, who=f"p{n}")
            for n in draw(st.sets(st.integers(1, people), max_size=min(8, people)))
        ]
    elif draw(st.booleans()):
        rows.append(Access(id=f"{id}-all", asset=id, reader=Reader.EVERYONE))
    if partners and draw(st.booleans()):
        partner, back = f"t{draw(st.integers(1, partners))}", draw(st.just("") | day(-40, 90))
        rows.append(Disclosure(id=f"{id}-out", asset=id, partner=partner, since="2026-04-01", return_by=back))
    return rows
