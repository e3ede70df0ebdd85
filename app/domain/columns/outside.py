"""What of one asset is with whom: the rows of its details as typed, and back to the ledger's rows."""

from collections.abc import Callable, Sequence

from app.domain import dates
from app.domain.columns import marks
from app.domain.ledger.company import Company
from app.domain.ledger.people import next_position, partner_joining
from app.domain.ledger.records import Disclosure, Record, changed
from app.domain.value import Value
from app.domain.words import Relation


class OutsideLine(Value):
    """One partner as typed: since when, in what form, to be back when, back since when."""

    id: str
    partner: str = ""
    since: str = ""
    form: str = ""
    return_by: str = ""
    returned: str = ""


class Read(Value):
    """The ledger's rows, whoever joins the partners by them, or what is wrong in words."""

    rows: tuple[Disclosure, ...] = ()
    joined: tuple[Record, ...] = ()
    problems: tuple[str, ...] = ()


def of(company: Company, asset: str) -> list[OutsideLine]:
    """What of an asset was handed over, as lines."""
    return [
        OutsideLine(
            id=row.id,
            partner=company.partners[row.partner].name if row.partner in company.partners else "",
            since=row.since.replace("-", "/"),
            form=row.form,
            return_by=row.return_by.replace("-", "/"),
            returned=row.returned.replace("-", "/"),
        )
        for row in company.disclosures_of(asset)
    ]


def read(company: Company, asset: str, lines: Sequence[OutsideLine], new_id: Callable[[], str]) -> Read:
    """Lines as rows of the ledger. A new name joins the partners; what a line does not show stays as it was."""
    rows: list[Disclosure] = []
    joined: list[Record] = []
    problems: list[str] = []
    position = next_position(company.disclosures)
    for number, line in enumerate(lines, 1):
        old = company.disclosures.get(line.id)
        row = old or Disclosure(id=line.id, asset=asset, position=position)
        position += old is None
        name = "" if marks.is_nothing(line.partner) else line.partner
        joining = partner_joining(company, name, new_id, now=row.partner, new_as=Relation.SUBCONTRACTOR)
        new = changed(
            row,
            partner=joining.id,
            form=line.form.strip(),
            **{key: dates.read(getattr(line, key)) for key in ("since", "return_by", "returned")},
        )
        if problem := joining.problem or _missing(name) or _wrong_dates(line, new):
            problems.append(f"社外に渡してあるものの{number}行目：{problem}")
            continue
        company = company.after(joining.new)
        joined += joining.new
        rows.append(new)
    return Read(tuple(rows), tuple(joined), tuple(problems))


def _missing(name: str) -> str:
    return "" if name.strip() else "どの会社に渡したかを書いてください。"


def _wrong_dates(line: OutsideLine, row: Disclosure) -> str:
    typed = ((line.since, row.since), (line.return_by, row.return_by), (line.returned, row.returned))
    if any(words.strip() and not day for words, day in typed):
        return "日付は 2027/4/1 のように書いてください。"
    for label, day in (("返してもらう日", row.return_by), ("返った日", row.returned)):
        if row.since and day and day < row.since:
            return f"「{label}」が「いつから」より前です。"
    return ""
