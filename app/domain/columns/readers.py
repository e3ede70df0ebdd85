"""見てよい人 with all that may be said of each: the rows of the details of an asset, and back to the ledger's rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.domain import dates
from app.domain.ledger.company import Company
from app.domain.ledger.people import department_joining, person_joining
from app.domain.ledger.readers import reader_name
from app.domain.ledger.records import Access, Record
from app.domain.words import Reader


@dataclass(frozen=True)
class ReaderLine:
    """One reader as typed: the name in words, what they may do, whether the work needs it, from when until when."""

    id: str
    kind: Reader = Reader.PERSON
    name: str = ""
    view: bool = True
    copy: bool = False
    take: bool = False
    needs: bool = True
    since: str = ""
    until: str = ""


@dataclass(frozen=True)
class Read:
    """The ledger's rows, whoever joins the company by them, or what is wrong in words."""

    rows: tuple[Access, ...] = ()
    joined: tuple[Record, ...] = ()
    problems: tuple[str, ...] = ()


def of(company: Company, asset: str) -> list[ReaderLine]:
    """The readers of an asset as lines."""
    return [
        ReaderLine(
            id=row.id,
            kind=row.reader,
            name=reader_name(company, row),
            view=row.view,
            copy=row.copy,
            take=row.take,
            needs=row.needs,
            since=row.since.replace("-", "/"),
            until=row.until.replace("-", "/"),
        )
        for row in company.access_of(asset)
    ]


def read(company: Company, asset: str, lines: Sequence[ReaderLine], new_id: Callable[[], str]) -> Read:
    """Lines as rows of the ledger. A new name of a person or department joins the company."""
    rows: dict[tuple[Reader, str], Access] = {}
    joined: list[Record] = []
    problems: list[str] = []
    before = {row.id: row for row in company.access_of(asset)}
    for number, line in enumerate(lines, 1):
        who, new, problem = _who(company, line, before.get(line.id), new_id)
        since, until = dates.read(line.since), dates.read(line.until)
        problem = problem or _wrong_dates(line, since, until)
        if not problem and (line.kind, who) in rows:
            problem = f"「{line.name or line.kind.label}」が2行あります。1行にまとめてください。"
        if problem:
            problems.append(f"見てよい人の{number}行目：{problem}")
            continue
        joined += new
        company = company.after(new)
        rows[line.kind, who] = Access(
            id=line.id,
            asset=asset,
            reader=line.kind,
            who=who,
            view=line.view,
            copy=line.copy,
            take=line.take,
            needs=line.needs,
            since=since,
            until=until,
        )
    return Read(tuple(rows.values()), tuple(joined), tuple(problems))


def _who(
    company: Company, line: ReaderLine, before: Access | None, new_id: Callable[[], str]
) -> tuple[str, list[Record], str]:
    """The id or title a line speaks of, who joins by it, and what is wrong."""
    name = line.name.strip()
    if line.kind is Reader.EVERYONE:
        return "", [], ""
    if before is not None and before.reader is line.kind and reader_name(company, before) == line.name:
        return before.who, [], ""
    if not name:
        return "", [], f"どの{line.kind.label}かを書いてください。"
    if line.kind is Reader.TITLE:
        return name, [], ""
    if line.kind is Reader.DEPARTMENT:
        department = department_joining(company, name, new_id)
        return department.id, list(department.new), department.problem
    person = person_joining(company, name, new_id)
    return person.id, list(person.new), person.problem


def _wrong_dates(line: ReaderLine, since: str, until: str) -> str:
    if (line.since.strip() and not since) or (line.until.strip() and not until):
        return "日付は 2027/4/1 のように書いてください。"
    return "「いつまで」が「いつから」より前です。" if since and until and until < since else ""
