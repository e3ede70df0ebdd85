"""The owner's own hand on a form: articles in the owner's words, and articles that are switched off.

The form itself is never changed. `with_own` puts what the ledger keeps in place of the model's articles, and everything that
makes papers takes that form. Such a form always composes: what points at something that is no longer there is `lenient`, so
it is shown as lost and listed with the blanks.
"""

from collections.abc import Mapping, Set
from dataclasses import replace
from functools import partial

from app.domain.forms import own_rows
from app.domain.forms.body import (
    FormArticle,
    FormPart,
    FormSection,
    Piece,
    RefSlot,
    SectionKind,
    ValueSlot,
    existence,
    pieces_of,
    walk,
)
from app.domain.forms.conditions import Condition, counterexample, names
from app.domain.forms.facts import tags
from app.domain.forms.form import ChoiceGroup, Form
from app.domain.forms.own_rows import Row
from app.domain.forms.parts import kept, with_pieces
from app.domain.ledger.company import Company
from app.domain.ledger.records import OwnArticle


def key(form: Form, article: str) -> str:
    """Where the ledger keeps the owner's hand on an article."""
    return f"{form.id}:{article}"


def own_of(form: Form, company: Company, article: str) -> OwnArticle:
    """What the owner did to an article; an untouched record when that is nothing."""
    name = key(form, article)
    return company.own_articles.get(name) or OwnArticle(id=name)


def with_own(form: Form, company: Company) -> Form:
    """The form with the owner's articles in place of the model's, and without those that are switched off."""
    touched = {part.id: own_of(form, company, part.id) for part in form.articles() if part.id}
    touched = {name: own for name, own in touched.items() if own != OwnArticle(id=own.id)}
    if not touched:
        return form
    off = {part.id for part in form.articles() if part.id in touched and not (touched[part.id].shown or part.essential)}
    own = {name: own_rows.settled(own_rows.read(one.lines)) for name, one in touched.items() if name not in off}
    own = {name: _without_foreign_ids(form, name, rows) for name, rows in own.items() if rows}
    wanted = {
        piece.target for rows in own.values() for row in rows for piece in row.pieces if isinstance(piece, RefSlot)
    }
    moved = _moved(form, own, off)
    parts = (part for part in form.parts if not (isinstance(part, FormArticle) and part.id in off))
    return replace(form, parts=tuple(_put(form, part, own, wanted, moved) for part in parts))


def as_it_stands(form: Form, company: Company) -> Form:
    """The form with the owner's hand on it, and only with what is there for this company."""
    whole = with_own(form, company)
    return replace(whole, parts=kept(whole.parts, tags(company, form)))


def standing(form: Form, company: Company, article: str) -> FormArticle | None:
    """The model's article as it stands for this company, None when it is not there."""
    found = kept((part for part in form.articles() if part.id == article), tags(company, form))
    return found[0] if found else None


def base(form: Form, company: Company, article: str) -> str:
    """The SHA-256 of the model text as it stands for this company, "" when the article is not there."""
    model = standing(form, company, article)
    return own_rows.fingerprint(own_rows.rows_of(model)) if model else ""


def changed_beneath(form: Form, company: Company, article: str) -> bool:
    """Whether the model says something else than when the owner reworded it: a new edition, another choice or measure."""
    own = own_of(form, company, article)
    now = base(form, company, article)
    return bool(own.lines and now) and own.base != now


def why_it_stays(form: Form, article: str) -> str:
    """Why an article cannot be switched off by itself, "" when it can. `form` is as it stands: what is not in the paper
    today does not hold it there; should it come, its reference is shown as lost.
    """
    articles = [part for part in form.articles() if part.id == article]
    if any(part.essential for part in articles):
        return "この紙の土台になる条なので、外せません。言葉は直せます。"
    inside = {part.id for part in walk(articles) if part.id}
    callers = pointing_at(form, article, inside)
    if callers:
        return f"{'と'.join(callers)}がこの条を指しているので、この条だけを外すことはできません。"
    return ""


def pointing_at(form: Form, article: str, targets: Set[str]) -> tuple[str, ...]:
    """What points at one of these ids from outside the article, in words."""
    others = (part for part in form.parts if part.id != article or not isinstance(part, FormArticle))
    return tuple(dict.fromkeys(_called(part) for part in others if targets & _targets(part)))


def switched_off(form: Form, company: Company) -> tuple[FormArticle, ...]:
    """The articles that the owner switched off and that would otherwise be there."""
    here = kept(form.articles(), tags(company, form))
    return tuple(part for part in here if part.id and not own_of(form, company, part.id).shown and not part.essential)


def choices_of(form: Form, company: Company, article: str) -> tuple[ChoiceGroup, ...]:
    """The alternatives of a form on which an article depends; its own words depend on none, only its being there does."""
    articles = [part for part in form.articles() if part.id == article]
    reworded = bool(own_of(form, company, article).lines)
    used = {tag for part in (articles if reworded else walk(articles)) for tag in names(part.when)}
    return tuple(group for group in form.choices if used & set(group.tags))


def _put(
    form: Form, part: FormPart, own: Mapping[str, list[Row]], wanted: Set[str], moved: Mapping[str, str]
) -> FormPart:
    """The part as it goes into the paper: in the owner's words, or in the form's with what those point at named."""
    if isinstance(part, FormArticle) and part.id in own:
        mine = replace(part, paragraphs=own_rows.paragraphs(own[part.id]), when=_presence(form, part), own=True)
        return with_pieces(mine, _lenient)
    if isinstance(part, FormArticle):
        part = own_rows.addressed(part, wanted)
    return with_pieces(part, partial(_pointing, moved=moved))


def _presence(form: Form, article: FormArticle) -> Condition:
    """An article in the owner's words is there whenever the model's is."""
    always = counterexample(article.when, existence(article), [group.tags for group in form.choices]) is None
    return article.when if always else existence(article)


def _without_foreign_ids(form: Form, article: str, rows: list[Row]) -> list[Row]:
    """No row takes the name of a part elsewhere."""
    elsewhere = {part.id for other in form.parts if other.id != article for part in walk((other,))}
    return [replace(row, id="") if row.id in elsewhere | {article} else row for row in rows]


def _moved(form: Form, own: Mapping[str, list[Row]], off: Set[str]) -> dict[str, str]:
    """Ids that went with the owner's hand on their article: the article that answers for them, "" when it is off."""
    moved: dict[str, str] = {}
    for article in form.articles():
        inside = {part.id for part in walk((article,)) if part.id}
        if article.id in off:
            moved |= dict.fromkeys(inside, "")
        elif article.id in own:
            moved |= dict.fromkeys(inside - {article.id} - {row.id for row in own[article.id]}, article.id)
    return moved


def _pointing(piece: Piece, moved: Mapping[str, str]) -> Piece:
    """A reference to what is not there any more points at its article, or at nothing where that is switched off."""
    if isinstance(piece, RefSlot) and piece.target in moved:
        return replace(piece, target=moved[piece.target] or piece.target, lenient=True)
    return piece


def _lenient(piece: Piece) -> Piece:
    return replace(piece, lenient=True) if isinstance(piece, RefSlot | ValueSlot) else piece


def _targets(part: FormPart) -> set[str]:
    return {piece.target for one in walk((part,)) for piece in pieces_of(one) if isinstance(piece, RefSlot)}


def _called(part: FormPart) -> str:
    """A part of the form in words."""
    match part:
        case FormArticle(caption=caption):
            return f"「{caption.strip('（）')}」の条"
        case FormSection(kind=SectionKind.ANNEX, title=title):
            return f"別紙「{title}」"
        case FormSection(kind=SectionKind.SUPPLEMENTARY):
            return "附則"
        case _:
            return "条の外の文"
