"""書類の一覧: every form under the moment at which it is needed, with where it stands in a few words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from app.actions.papers import issue as issuing
from app.actions.papers import make as papers
from app.actions.papers import sign as signing
from app.actions.papers.issue import latest, stale
from app.desk import Desk
from app.domain.forms.form import Form, Scene
from app.errors import MamoriError

OF_EACH = ("person", "partner")
"""Values that begin like this are filled in for each person or partner, so a blank form has none of them."""


@dataclass(frozen=True)
class Row:
    """One paper of the list. `waits` says that it is the owner's turn."""

    form: Form
    state: str
    waits: bool


def rows(desk: Desk, now: datetime) -> dict[Scene, list[Row]]:
    """The papers by scene, in the order of the scenes and of the forms; no scene is empty."""
    listed: dict[Scene, list[Row]] = {scene: [] for scene in Scene}
    for form in papers.papers(desk):
        listed[form.scene].append(row(desk, form, now))
    return {scene: found for scene, found in listed.items() if found}


def row(desk: Desk, form: Form, now: datetime) -> Row:
    """Where one paper stands: 空欄 3か所, できています, 第2版 11月4日 確定, 見直しが必要（3か所）, 24人中 22人 署名."""
    try:
        return _row(desk, form, now)
    except MamoriError as error:  # one paper that cannot be made does not hide the others
        return Row(form, error.what, True)


def _row(desk: Desk, form: Form, now: datetime) -> Row:
    if form.per and (signed := _signed(desk, form, now.date())):
        return signed
    changes = stale(desk, form.id)
    if changes:
        return Row(form, f"見直しが必要（{len(changes)}か所）", True)
    if issue := latest(desk.company, form.id):
        return Row(form, f"第{issue.version}版 {_day(issue.on)} 確定", False)
    blanks = _blanks(desk, form, now)
    return Row(form, f"空欄 {blanks}か所", True) if blanks else Row(form, "できています", False)


def _signed(desk: Desk, form: Form, today: date) -> Row | None:
    """Who has signed, once anybody has, or once a version waits for it."""
    standings = signing.standings(desk, form, today)
    signed = sum(one.signature is not None for one in standings)
    if not signed and not any(latest(desk.company, form.id, one.subject) for one in standings):
        return None
    asked, unit = sum(one.awaited or one.signature is not None for one in standings), signing.unit(form)
    words = [f"{asked}{unit}中 {signed}{unit} 署名" if asked else f"{signed}{unit} 署名"]
    if again := sum(one.again for one in standings):
        words.append(f"{again}{unit} もらい直し")
    return Row(form, "・".join(words), bool(again) or signed < asked)


def _blanks(desk: Desk, form: Form, now: datetime) -> int:
    """What is still to be filled in for the whole company."""
    each = {question.name for question in form.ask if question.each}
    blanks = papers.make(desk, form.id, now).document.blanks
    return sum(not blank.key.startswith(OF_EACH) and blank.key not in each for blank in blanks)


def _day(iso: str) -> str:
    """「11月4日」."""
    day = date.fromisoformat(iso)
    return f"{day.month}月{day.day}日"


def sentences(desk: Desk, form_id: str, subject: str = "") -> Iterator[str]:
    """Why a paper needs a look, one sentence a change."""
    return (str(change) for change in issuing.stale(desk, form_id, subject))


def changed(desk: Desk, form_id: str, subject: str = "") -> str:
    """How many places are others than in the last version, "" where none is."""
    issue, count = latest(desk.company, form_id, subject), len(issuing.stale(desk, form_id, subject))
    return f"第{issue.version}版から{count}か所 変わりました。" if issue and count else ""
