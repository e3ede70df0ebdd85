"""署名の記録: who has signed which version of a paper, when, and where the original is; and whose signature is missing.

A record is evidence and is never changed: the newest one counts, and one without a date takes the one before it back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.actions.papers import issue as issuing
from app.actions.papers import make as papers
from app.desk import Desk
from app.documents.revision.changes import duties_changed
from app.domain.forms.form import Form, SignedBy
from app.domain.ledger.agreements import standing_of
from app.domain.ledger.company import Company
from app.domain.ledger.outputs import in_force as in_force
from app.domain.ledger.records import Issue, Signature
from app.errors import ImportRefused


@dataclass(frozen=True)
class Standing:
    """How one person or partner stands to one paper. `changed` names the articles that oblige to something else by now."""

    form: str
    subject: str
    name: str
    awaited: bool
    signature: Signature | None = None
    issue: Issue | None = None
    changed: tuple[str, ...] = ()

    @property
    def missing(self) -> bool:
        """A signature is waited for and is not there."""
        return self.awaited and self.signature is None

    @property
    def again(self) -> bool:
        """What was signed is no longer what the paper says."""
        return bool(self.changed)


def standings(desk: Desk, form: Form, today: date) -> list[Standing]:
    """Everybody to whom a paper can be given, in the order of the ledger."""
    signed = in_force(desk.company)
    return [
        _standing(desk, form, subject, name, signed, today) for subject, name in papers.subjects(desk, form) if subject
    ]


def missing(desk: Desk, today: date) -> list[Standing]:
    """Every signature that is missing, or was given to a text with other duties. A partner needs but one agreement."""
    forms = (form for form in papers.papers(desk) if form.per)
    found = [standing for form in forms for standing in standings(desk, form, today)]
    first = {(desk.forms.heads[one.form].signed_by, one.subject): one for one in reversed(found) if one.missing}
    return [one for one in found if one.again or one in first.values()]


def record(
    desk: Desk, form: Form, subjects: Sequence[str], *, on: str, where: str = "", note: str = "", other: bool = False
) -> None:
    """That these people or partners have signed on a day: the version that was in force for each of them on that day,
    or, with `other`, a paper that was not issued here.
    """
    rows = [
        Signature(
            id=desk.new_id(),
            form=form.id,
            subject=subject,
            issue="" if other else version_on(desk.company, form, subject, on),
            on=on,
            where=where,
            note=note,
        )
        for subject in subjects
    ]
    desk.record(f"{_counted(desk, form, subjects)}の「{form.title}」の署名を記録", rows)


def take_back(desk: Desk, form: Form, subjects: Sequence[str], note: str = "") -> None:
    """The records on these people or partners were a mistake; they stay in the history."""
    rows = [Signature(id=desk.new_id(), form=form.id, subject=subject, note=note) for subject in subjects]
    desk.record(f"{_counted(desk, form, subjects)}の「{form.title}」の署名の記録を取消し", rows)


def version_on(company: Company, form: Form, subject: str, on: str) -> str:
    """The version (an issue's id) that could be signed on a day: one's own, else the one without a name, else none ("")."""
    for whose in (subject, ""):
        if made := [issue for issue in issuing.versions(company, form.id, whose) if issue.on <= on]:
            return made[-1].id
    return ""


def _standing(
    desk: Desk, form: Form, subject: str, name: str, signed: Mapping[tuple[str, str], Signature], today: date
) -> Standing:
    signature = signed.get((form.id, subject))
    issue = desk.company.issues.get(signature.issue) if signature else None
    awaited = _awaited(desk, form, subject, signed, today)
    return Standing(form.id, subject, name, awaited, signature, issue, _changed(desk, issue) if issue else ())


def _changed(desk: Desk, issue: Issue) -> tuple[str, ...]:
    """The duties that are others in today's text than in what was signed; none where that cannot be read any more."""
    try:
        signed = issuing.document_of(desk, issue)
    except ImportRefused:
        return ()
    return duties_changed(signed, issuing.as_of(desk, issue).document)


def _awaited(desk: Desk, form: Form, subject: str, signed: Mapping[tuple[str, str], Signature], today: date) -> bool:
    person, partner = desk.company.people.get(subject), desk.company.partners.get(subject)
    match form.signed_by:
        case SignedBy.EVERYONE:
            day = today.isoformat()
            here = person is not None and person.joined <= day and (not person.left or person.left >= day)
            return here and papers.other_side(desk, form, subject)
        case SignedBy.LEAVERS:
            return person is not None and bool(person.left) and papers.other_side(desk, form, subject)
        case SignedBy.PARTNERS if partner is not None:
            bound = standing_of(partner, today).good
            others = (one.id for one in desk.forms.heads.values() if one.signed_by is SignedBy.PARTNERS)
            return not bound and not any((one, subject) in signed for one in others if one != form.id)
    return False


def _counted(desk: Desk, form: Form, subjects: Sequence[str]) -> str:
    """「大西 誠」, 「24人」, 「6社」."""
    if len(subjects) == 1:
        return papers.subject_name(desk, form, subjects[0]) or "名前のない人"
    return f"{len(subjects)}{unit(form)}"


def unit(form: Form) -> str:
    """How those are counted for whom a paper is made."""
    return {"person": "人", "partner": "社"}.get(form.per, "件")
