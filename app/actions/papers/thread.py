"""対策対応表: from every measure in force to its clause, the line of the training, the question of the check, the sign, the cases and
the evidence; and which of them lead nowhere. All of it is tied by the measure's id, nothing by matching titles.
"""

from collections.abc import Iterable, Iterator

from app.actions.papers.lists import Document, Shown, sheet
from app.desk import Desk
from app.documents.tree import Column, Table
from app.domain import dates
from app.domain.advice.recommendation import chosen
from app.domain.forms.body import FormArticle, Part
from app.domain.forms.conditions import names
from app.domain.forms.form import Form
from app.domain.handbook.library import Measure, code_key
from app.domain.ledger import outputs

COLUMNS = (
    Column("対策", 18),
    Column("規程や契約の条", 24),
    Column("研修で話すこと", 20),
    Column("点検の問い", 20),
    Column("掲示", 8),
    Column("事例", 4, "right"),
    Column("証拠になる紙", 14),
)
NONE = "まだありません"


def table(desk: Desk) -> Document | None:
    """The sheet; None while nothing is in force."""
    rows = [_row(desk, measure) for measure in in_force(desk)]
    found = Table("", "", COLUMNS, tuple(rows))
    return sheet(desk.company, "対策対応表", Shown([row[0] for row in rows]), len(rows), found) if rows else None


def in_force(desk: Desk) -> list[Measure]:
    """The measures in force, in the order of the catalogue."""
    kept = [desk.library.measures[one] for one in chosen(desk.company) if one in desk.library.measures]
    return sorted(kept, key=lambda measure: code_key(measure.code))


def orphans(desk: Desk) -> list[Measure]:
    """Measures in force that stand in no clause and on no paper that is made or signed: nobody could show them."""
    return [measure for measure in in_force(desk) if not clauses(desk, measure) and not evidence(desk, measure)]


def clauses(desk: Desk, measure: Measure) -> list[str]:
    """The articles that a measure brings, each with its form: 「情報管理規程（持出しの禁止）」."""
    tag = f"measure:{measure.id}"
    forms = (form for form in desk.forms.values() if not form.summary_of)
    return [f"{form.title}{article.caption}" for form in forms for article in _articles(form) if tag in _tags(article)]


def evidence(desk: Desk, measure: Measure) -> list[str]:
    """The papers of a measure that are made final, and how many have signed them."""
    company, found = desk.company, []
    western = company.profile.western_dates
    for form in measure.forms:
        newest = max((one for one in company.issues.values() if one.form == form), key=_version, default=None)
        signed = len(outputs.signed_by(company, form))
        title = desk.forms[form].title if form in desk.forms else form
        if newest is not None:
            found.append(f"{title} 第{newest.version}版（{dates.written(newest.on, western)}）")
        if signed:
            found.append(f"{title} 署名{signed}件")
    return found


def _version(issue: object) -> int:
    return int(getattr(issue, "version", 0))


def _row(desk: Desk, measure: Measure) -> tuple[str, ...]:
    cases = sum(measure.id in case.measures for case in desk.library.cases.values())
    return (
        measure.title,
        _listed(clauses(desk, measure)),
        measure.training,
        measure.check,
        measure.poster,
        str(cases) if cases else "",
        _listed(evidence(desk, measure)),
    )


def _listed(words: list[str]) -> str:
    return "、".join(words) or NONE


def _articles(form: Form) -> Iterator[FormArticle]:
    return (part for part in form.parts if isinstance(part, FormArticle))


def _tags(part: Part) -> set[str]:
    """Every tag that the article or anything in it speaks of."""
    below: Iterable[Part] = (*getattr(part, "paragraphs", ()), *getattr(part, "items", ()))
    return set(names(part.when)).union(*(_tags(one) for one in below))
