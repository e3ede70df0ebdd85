"""書類の条: rewording an article, switching it off, going back to the model, and all that can be said of one article.

Each change is one step that undo takes back. The owner's words are kept by app/domain/forms/own_rows.py and put into the paper by
app/domain/forms/own_wording.py.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.actions.papers.make import Paper, facts_of
from app.desk import Desk
from app.documents.links import links
from app.documents.own_draft import NO_WORDS, Draft, article_lines, draft
from app.documents.tree import brought_by
from app.domain.forms import own_rows
from app.domain.forms import own_wording as wording
from app.domain.forms.facts import Fact
from app.domain.forms.form import ChoiceGroup, Form
from app.domain.forms.own_rows import Row
from app.domain.ledger.records import OwnArticle

OF_ONE = ("person", "partner")
"""How the names of values begin that only a paper for one of them knows."""


@dataclass(frozen=True)
class About:
    """What the page says of an article: the measures that brought it or a part of it, what it points at and what points at
    it (id, 「第3条　定義」), on which alternatives it depends, and why it `stays`, "" when it can be switched off.
    """

    called: str
    measures: tuple[str, ...]
    points_at: tuple[tuple[str, str], ...]
    pointed_at_by: tuple[tuple[str, str], ...]
    choices: tuple[ChoiceGroup, ...]
    own: bool
    changed_beneath: bool
    stays: str


def about(desk: Desk, paper: Paper, article: str) -> About | None:
    """All of it; None when the article is not on the paper."""
    form, company = paper.form, desk.company
    shown = next((one for one in paper.document.articles() if one.id == article), None) if article else None
    if shown is None:
        return None
    around = links(paper.document, article)
    return About(
        called=f"{shown.label}　{shown.caption.strip('（）')}",
        measures=brought_by(shown),
        points_at=around.to,
        pointed_at_by=around.by,
        choices=wording.choices_of(form, company, article),
        own=shown.own,
        changed_beneath=wording.changed_beneath(form, company, article),
        stays=wording.why_it_stays(wording.as_it_stands(form, company), article),
    )


def rows(desk: Desk, form: Form, article: str) -> tuple[Row, ...]:
    """The 項 and 号 of an article as they are now, in the owner's words or the model's."""
    own = own_rows.settled(own_rows.read(wording.own_of(form, desk.company, article).lines))
    model = wording.standing(form, desk.company, article)
    return tuple(own) or (own_rows.rows_of(model) if model else ())


def try_out(desk: Desk, paper: Paper, article: str, new: Sequence[Row], before: Sequence[Row], today: date) -> Draft:
    """How an article would be printed with other words, and what to mind."""
    return draft(paper.form, desk.company, facts_of(desk, paper.form, paper.subject, today), article, new, before)


def model_text(desk: Desk, paper: Paper, article: str, today: date) -> tuple[str, ...]:
    """What the model says now in place of the owner's words, a line for each 項 and 号."""
    company = desk.company.after([], [("own_articles", wording.key(paper.form, article))])
    return article_lines(
        wording.with_own(paper.form, company), facts_of(desk, paper.form, paper.subject, today), article
    )


def values(desk: Desk, paper: Paper, today: date) -> Mapping[str, Fact]:
    """The words of the ledger that can stand in a paper; those of one person or partner only where it is made for them."""
    offered = facts_of(desk, paper.form, paper.subject, today).values.items()
    others = tuple(one for one in OF_ONE if paper.form.per not in (one, "either"))
    return {name: fact for name, fact in offered if not name.startswith(others)}


def off(desk: Desk, form: Form) -> list[tuple[str, str]]:
    """The articles that are switched off: (id, 「教育及び点検」)."""
    return [(one.id, one.caption.strip("（）")) for one in wording.switched_off(form, desk.company)]


def reword(desk: Desk, paper: Paper, article: str, new: Sequence[Row]) -> str:
    """Keep the owner's own words; words that say what the model says are the model's. Returns why not, or "" when done."""
    form, company = paper.form, desk.company
    kept = own_rows.settled(new)
    if not kept:
        return NO_WORDS
    base = wording.base(form, company, article)
    if own_rows.fingerprint(kept) == base:
        back_to_model(desk, paper, article)
        return ""
    named = [replace(row, id=row.id or f"own-{desk.new_id()}") for row in kept]
    own = replace(wording.own_of(form, company, article), lines=own_rows.written(named), base=base)
    _keep(desk, f"{_called(paper, article)}の言葉を直す", own)
    return ""


def switch(desk: Desk, paper: Paper, article: str, shown: bool) -> str:
    """Take an article out of the paper, or put it back. Returns why it must stay, or "" when done."""
    form, company = paper.form, desk.company
    if not shown and (why := wording.why_it_stays(wording.as_it_stands(form, company), article)):
        return why
    own = replace(wording.own_of(form, company, article), shown=shown)
    _keep(desk, f"{_called(paper, article)}を{'戻す' if shown else '外す'}", own)
    return ""


def back_to_model(desk: Desk, paper: Paper, article: str) -> None:
    """The model's words again. The owner's own stay in the history."""
    own = replace(wording.own_of(paper.form, desk.company, article), lines=(), base="")
    _keep(desk, f"{_called(paper, article)}をひな形に戻す", own)


def _keep(desk: Desk, label: str, own: OwnArticle) -> None:
    """One step; an article on which the owner's hand is no more needs no row, and what is as it was no step."""
    old = desk.company.own_articles.get(own.id)
    if own == (old or OwnArticle(id=own.id)):
        return
    if own == OwnArticle(id=own.id):
        desk.change(label, drop=[("own_articles", own.id)])
    else:
        desk.change(label, [own])


def _called(paper: Paper, article: str) -> str:
    """「第11条」, or by its caption when it is not on the paper."""
    number = next((one.label for one in paper.document.articles() if one.id == article), "")
    caption = next((one.caption for one in paper.form.articles() if one.id == article), "")
    return number or f"「{caption.strip('（）')}」の条"
