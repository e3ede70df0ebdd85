"""Opening a text of the handbook, with its pictures, and with what the company itself has chosen beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from app import paths
from app.content import reading
from app.content.facts import facts, link
from app.content.reading import HOUSE, Mark, Passage, Reading
from app.desk import Desk
from app.domain.advice import figures
from app.domain.advice.coverage import state_of
from app.domain.advice.recommendation import advise
from app.domain.drawing import Picture
from app.domain.handbook.library import Case, Entry
from app.domain.handbook.pictures import PICTURES
from app.domain.words import Basis, CaseKind

CHOOSE = "choose"
"""In a link, `choose:id` leads to the choice on a measure; `measure:id` to its text."""


@dataclass(frozen=True)
class Text:
    """A page to read, and the pictures in it by name. `key` is kind:id, by which pages name it."""

    key: str
    title: str
    html: str
    pictures: Mapping[str, Picture] = field(default_factory=dict)


def open_text(desk: Desk, key: str) -> Text:
    """The text of a key such as `steps:balance`."""
    kind, _, entry_id = key.partition(":")
    entry: Entry = getattr(desk.library, kind)[entry_id]
    page = reading.read(paths.CONTENT, desk.library, kind, entry_id)
    forms = {form.id: form.title for form in desk.forms.heads.values()}
    more = None
    if isinstance(entry, Case):
        page, more = _at_a_glance(page), _our_choices(desk, entry, page.mark)
    pictures = {name: _picture(desk, entry, name) for name in reading.pictures(page)}
    html = reading.to_html(page, facts(desk.library, forms, entry), more, pictures)
    return Text(key, entry.title, html, pictures)


def opening(kind: str, entry_id: str) -> str:
    """What a thing is, in the first words of its text."""
    return reading.opening(paths.CONTENT, kind, entry_id)


def own_words(desk: Desk, key: str) -> tuple[tuple[str, str], ...]:
    """What まもり帳 itself says of a thing, by headings."""
    kind, _, entry_id = key.partition(":")
    return reading.own_words(paths.CONTENT, desk.library, kind, entry_id)


def _at_a_glance(page: Reading) -> Reading:
    """A case with its figure under the lead."""
    lead, *rest = page.passages
    figure = Passage("ひと目で", f"{{: picture={figures.CASE} }}", Mark(HOUSE, Basis.OURS))
    return replace(page, passages=(lead, figure, *rest))


def _picture(desk: Desk, entry: Entry, name: str) -> Picture:
    """A picture by its name: the same for every firm, or drawn from what this one has chosen."""
    if name == figures.CASE and isinstance(entry, Case):
        return figures.of_case(desk.company, desk.library, entry)
    if name == figures.COVERAGE:
        return figures.coverage(desk.company, desk.library, advise(desk.company, desk.library))
    return PICTURES[name]


def _our_choices(desk: Desk, case: Case, mark: Mark) -> Passage:
    """The measures of a case, with our own choice on each."""
    incident = case.kind is CaseKind.INCIDENT
    of_them = "効いたはずの対策（まもり帳の見立て）" if incident else "この会社がした対策"
    rows = [f"| {of_them} | ねらい | うちでは |", "|---|---|---|"]
    for measure in (desk.library.measures[measure] for measure in case.measures):
        state = state_of(desk.company, measure.id)
        title, choice = link(desk.library, "measures", measure.id), state.label if state else "うちでも採る"
        rows.append(f"| {title} | {measure.purpose.plain} | [{choice}]({CHOOSE}:{measure.id}) |")
    return Passage("うちではどうか", "\n".join(rows), mark)
