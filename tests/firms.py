"""Companies to test with: small ones made up on the spot, and the sample company that comes with the program."""

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import count

from hypothesis import strategies as st

from app import paths
from app.content import library as content
from app.domain.handbook.library import Library
from app.domain.ledger.company import Company
from app.domain.ledger.records import Access, Asset, Department, Evaluation, Partner, Person, Place, Record
from app.domain.words import Level, Medium, Reader
from app.store import codec

ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    [
        "",
        " ",
        "　",
        "髙﨑𠮷",
        "A&B<精密>製作所",
        "<b>太字</b>",
        "=1+1",
        "'; DROP TABLE assets; --",
        "\0\n\t\r",
        "葛\U000e0100",
    ]
)
"""What a person can type, paste or dictate."""


def new_ids() -> Callable[[], str]:
    """Ids that a test can foresee: n1, n2, n3 …"""
    numbers = count(1)
    return lambda: f"n{next(numbers)}"


def people(number: int, department: str = "", title: str = "") -> list[Person]:
    """社員1, 社員2 … with the ids p1, p2 …"""
    return [
        Person(id=f"p{n}", position=n, name=f"社員{n}", department=department, title=title)
        for n in range(1, number + 1)
    ]


def firm(*records: Record, staff: int = 3) -> Company:
    """A company of so many people, with these records."""
    return Company(on=date.today()).after([*people(staff), *records])


def asset(
    name: str = "金型図面",
    *,
    id: str = "a1",
    media: Iterable[Medium] = (Medium.DATA,),
    where: str = "共有フォルダ",
    readers: Iterable[str] = (),
    everyone: bool = False,
    points: tuple[int, int, int, int] | None = None,
    **fields: object,
) -> list[Record]:
    """An asset with its places, the people who may view it, and the answers on value, loss, rival and trust."""
    rows: list[Record] = [replace(Asset(id=id, name=name), **fields)]  # type: ignore[arg-type]
    rows += [Place(id=f"{id}-{medium}", asset=id, medium=medium, where=where) for medium in media]
    rows += [Access(id=f"{id}-{person}", asset=id, who=person) for person in readers]
    if everyone:
        rows.append(Access(id=f"{id}-everyone", asset=id, reader=Reader.EVERYONE))
    if points:
        rows.append(Evaluation(id=id, **dict(zip(("value", "loss", "rival", "trust"), points, strict=True))))
    return rows


def two_levels(company: Company) -> Company:
    """The same company with 秘 and 社外秘 only."""
    return company.after([replace(company.profile, levels=(Level.SECRET, Level.INTERNAL))])


def neighbours() -> list[Record]:
    """Departments, people and partners whose names are hard to read back."""
    return [
        Department(id="d1", position=1, name="製造部"),
        Department(id="d2", position=2, name="設計・開発"),
        Person(id="p-oonishi", position=91, name="大西 誠", department="d1", title="工場長"),
        Person(id="p-sato1", position=92, name="佐藤 一郎", department="d2"),
        Person(id="p-sato2", position=93, name="佐藤 二郎", department="d2"),
        Person(id="p-anna", position=94, name="アンナ・リー", department="d1"),
        Partner(id="t1", position=1, name="ほくと金型"),
    ]


@cache
def library() -> Library:
    """The bundled handbook."""
    return content.load(paths.CONTENT)


@cache
def sample() -> Company:
    """株式会社みなと精密プレス."""
    kinds = json.loads(paths.SAMPLE.read_text("utf-8"))["company"]
    return Company(on=date.today()).after([codec.recall(kind, row) for kind, rows in kinds.items() for row in rows])
