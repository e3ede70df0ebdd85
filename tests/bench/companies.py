"""Made-up companies of any size to measure with, the same at every run."""

from collections.abc import Iterator
from pathlib import Path

from app.domain.ledger.records import (
    Access,
    Asset,
    Choice,
    Decision,
    Department,
    Evaluation,
    Partner,
    Person,
    Place,
    Profile,
    Record,
)
from app.domain.words import Circumstance, Level, Medium, Owner, Reader, Relation, State
from app.store.ledger import Ledger

DEPARTMENTS = ("製造部", "設計部", "品質保証課", "営業部", "資材課", "総務部", "生産技術", "検査係", "金型班", "出荷")
TITLES = ("", "", "", "主任", "", "係長", "", "", "課長", "")


def records(assets: int, people: int, partners: int) -> Iterator[Record]:
    """A company of so many assets, people and partners: three in five assets decided, each with places, readers and answers."""
    yield Profile(name="株式会社はかり製作所", trade="金属プレス", author="川口", circumstances=(Circumstance.DIVERSE,))
    for n, name in enumerate(DEPARTMENTS):
        yield Department(id=f"d{n}", position=n + 1, name=name)
    for n in range(people):
        left = "2020-03-31" if n % 20 == 19 else ""
        where, title = f"d{n % len(DEPARTMENTS)}", TITLES[n % len(TITLES)]
        yield Person(id=f"p{n}", position=n + 1, name=f"社員 {n}太", department=where, title=title, left=left)
    for n in range(partners):
        relation = Relation.SUBCONTRACTOR if n % 3 == 0 else Relation.CUSTOMER
        signed = "2024-04-01" if n % 2 else ""
        yield Partner(id=f"t{n}", position=n + 1, name=f"株式会社取引{n}", relation=relation, nda_signed=signed)
    for n in range(assets):
        yield from _asset(n, people, partners)


def _asset(n: int, people: int, partners: int) -> Iterator[Record]:
    own = n % 6 or not partners
    yield Asset(
        id=f"a{n}",
        position=n + 1,
        name=f"金型図面 {n * 7919 % 100_003:05}",
        kind="3D・2Dの型図",
        department=f"d{n % len(DEPARTMENTS)}",
        keeper=f"p{n % people}" if people else "",
        owner=Owner.OWN if own else Owner.ENTRUSTED,
        partner="" if own else f"t{n % partners}",
        guesses=("kind",) if n % 4 == 0 else (),
    )
    for medium in tuple(Medium)[n % 3 : n % 3 + 1 + n % 2]:
        yield Place(id=f"l{n}-{medium}", asset=f"a{n}", medium=medium, where=f"棚{n % 40}")
    yield Access(id=f"r{n}-d", asset=f"a{n}", reader=Reader.DEPARTMENT, who=f"d{n % len(DEPARTMENTS)}")
    if people:
        yield Access(id=f"r{n}-p", asset=f"a{n}", who=f"p{n * 7 % people}", copy=True)
    answers = {name: (n // step) % 4 for name, step in (("value", 1), ("loss", 2), ("rival", 3), ("trust", 5))}
    yield Evaluation(id=f"a{n}", **answers)
    if n % 5 < 3:
        level = (Level.SECRET, Level.INTERNAL, Level.TOP_SECRET, Level.OPEN)[n % 4]
        yield Decision(id=f"a{n}", level=level, on="2026-04-01", by="川口", reason="価格の根拠になるため")


def ledger(path: Path, assets: int, people: int, partners: int, choices: int = 8) -> Path:
    """The same as a ledger file, with a few measures adopted."""
    from app import paths
    from app.content import library

    measures = list(library.load(paths.CONTENT).measures)[:choices]
    chosen = [Choice(id=measure, state=State.ADOPTED) for measure in measures]
    Ledger.create(path).close()
    with Ledger.open(path) as made:
        made.change("はかるための台帳", [*records(assets, people, partners), *chosen])
    return path
