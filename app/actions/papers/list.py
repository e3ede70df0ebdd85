"""書類の一覧: every form under the moment at which it is needed, with where it stands in a few words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from app.actions.papers import gaps, held
from app.actions.papers import issue as issuing
from app.actions.papers import make as papers
from app.actions.papers import sign as signing
from app.actions.papers.issue import latest, stale
from app.desk import Desk
from app.domain.forms.form import Form, Scene
from app.errors import MamoriError


@dataclass(frozen=True)
class PaperRow:
    """One paper of the list. `waits` says that it is the owner's turn, `done` that the paper is made and holds."""

    form: Form
    state: str
    waits: bool
    done: bool = False


def rows(desk: Desk, now: datetime) -> dict[Scene, list[PaperRow]]:
    """The papers by scene, in the order of the scenes and of the forms; no scene is empty."""
    return by_scene(each(desk, now))


def each(desk: Desk, now: datetime) -> Iterator[PaperRow]:
    """One paper after another: whoever shows a window answers in between."""
    return (row(desk, form, now) for form in papers.papers(desk))


def titles(desk: Desk) -> dict[Scene, list[PaperRow]]:
    """The papers by scene before anything has been found out of where they stand."""
    return by_scene(PaperRow(form, "", False) for form in papers.papers(desk))


def by_scene(found: Iterable[PaperRow]) -> dict[Scene, list[PaperRow]]:
    """Rows under the moments at which their papers are needed."""
    listed: dict[Scene, list[PaperRow]] = {scene: [] for scene in Scene}
    for one in found:
        listed[one.form.scene].append(one)
    return {scene: there for scene, there in listed.items() if there}


def row(desk: Desk, form: Form, now: datetime) -> PaperRow:
    """Where one paper stands: 空欄 3か所, 印刷できます, 作りました（11月4日）, 第2版 11月4日 確定, 24人中 22人 署名."""
    try:
        return _row(desk, form, now)
    except MamoriError as error:  # one paper that cannot be made does not hide the others
        return PaperRow(form, error.what, True)


def _row(desk: Desk, form: Form, now: datetime) -> PaperRow:
    anew = held.subjects_to_make_anew(desk, form)
    if form.per and (signed := _signed(desk, form, now.date())):
        return replace(signed, state=f"{_anew(form, anew)}・{signed.state}", waits=True, done=False) if anew else signed
    if changes := stale(desk, form.id):
        return PaperRow(form, f"見直しが必要（{len(changes)}か所）", True)
    paper, left = issuing.present(desk, form.id, now), ""
    if blanks := len(gaps.to_fill(paper)):
        left = f"空欄 {blanks}か所"
    made = _made(desk, form)
    if not made and not left:
        later = form.scene is Scene.INCIDENT
        return PaperRow(form, "事故のときに使います" if later else "印刷できます", not later)
    return PaperRow(form, "・".join(filter(None, (made, left))), bool(left), bool(made) and not left)


def _anew(form: Form, subjects: Sequence[str]) -> str:
    """For how many the last version names what no paper may name any more."""
    return f"見直しが必要（{len(subjects)}{signing.unit(form)}分）"


def _made(desk: Desk, form: Form) -> str:
    """That it has been made final, or else taken as a file or on paper, and when; for how many where each has one."""
    if issue := latest(desk.company, form.id):
        return f"第{issue.version}版 {_day(issue.on)} 確定"
    outputs = [one for one in desk.company.outputs.values() if one.form == form.id]
    if form.per and (named := {one.subject for one in outputs if one.subject}):
        offered = [subject for subject, _ in papers.subjects(desk, form) if subject and not papers.ahead(desk, subject)]
        return f"{len(offered)}{signing.unit(form)}中 {len(named & set(offered))}{signing.unit(form)}分 作りました"
    return f"作りました（{_day(max(one.on for one in outputs))}）" if outputs else ""


def _signed(desk: Desk, form: Form, today: date) -> PaperRow | None:
    """Who has signed, once anybody has, or once a version waits for it."""
    company = desk.company
    if not any(one.form == form.id for one in company.signatures.values()) and not any(
        one.form == form.id and one.subject for one in company.issues.values()
    ):
        return None  # at once, however many people there are
    standings = signing.standings(desk, form, today)
    signed = sum(one.signature is not None for one in standings)
    if not signed and not any(latest(desk.company, form.id, one.subject) for one in standings):
        return None
    asked, unit = sum(one.awaited or one.signature is not None for one in standings), signing.unit(form)
    words = [f"{asked}{unit}中 {signed}{unit} 署名" if asked else f"{signed}{unit} 署名"]
    if again := sum(one.again for one in standings):
        words.append(f"{again}{unit} もらい直し")
    waits = bool(again) or signed < asked
    return PaperRow(form, "・".join(words), waits, not waits)


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
