"""改定セット: from two issued versions the papers of the revision, as files in a folder."""

from collections.abc import Generator, Iterator, Mapping, Set
from datetime import date, datetime
from pathlib import Path

from app.actions.papers import held
from app.actions.papers import issue as issuing
from app.actions.papers import make as papers
from app.actions.papers import sign as signing
from app.actions.papers.sets import Written
from app.desk import Desk
from app.documents.files import make_folder, safe_file_name
from app.documents.revision.differences import differences
from app.documents.revision.papers import Edition, SignsAgain, Step, revision_set
from app.documents.revision.unnamed import without
from app.documents.tree import Blank, Document, Value
from app.documents.writer import Writer
from app.domain import dates
from app.domain.ledger.records import Issue


def documents(desk: Desk, old: Issue, new: Issue, today: date) -> list[Document]:
    """The papers of the step from one version to a later one."""
    return revision_set(step(desk, old, new, today))


def step(desk: Desk, old: Issue, new: Issue, today: date) -> Step:
    """What is said about the step, and who signs again because of it. What is held back by now is not said again."""
    names = held.names_ever(desk)
    before, after = _edition(desk, old, names), _edition(desk, new, names)
    changes = differences(before.document, after.document, issuing.names(desk, new.form))
    form = desk.forms[new.form]
    contact = papers.facts_of(desk, form, new.subject, today).values["secretariat"]
    return Step(
        old=before,
        new=after,
        reason=new.reason,
        differences=tuple(changes),
        contact=Value("secretariat", contact.text) if contact.text else Blank("secretariat", contact.label),
        again=tuple(sign_again(desk, new.form, today)) if form.per else None,
    )


def sign_again(desk: Desk, form_id: str, today: date) -> Iterator[SignsAgain]:
    """Everybody whose signed text obliges to something else than the paper does today."""
    for standing in signing.standings(desk, desk.forms[form_id], today):
        if standing.again and standing.issue and standing.signature:
            day = dates.written(standing.signature.on, desk.company.profile.western_dates)
            yield SignsAgain(standing.name, version_name(standing.issue), day, standing.changed)


def write(
    desk: Desk, old: Issue, new: Issue, folder: Path, writers: Mapping[str, Writer], now: datetime
) -> Generator[Written, None, None]:
    """Write the papers of the step into a folder, in every kind of `writers`. Raises PaperError."""
    make_folder(folder)
    made = documents(desk, old, new, now.date())
    total, number = len(made) * len(writers), 0
    for place, document in enumerate(made, 1):
        for ending, writer in writers.items():
            number += 1
            name = safe_file_name(f"改定{place} {document.title}")
            target = writer.write_beside(document, folder / f"{name}.{ending}", now)
            yield Written(number, total, target)


def version_name(issue: Issue) -> str:
    """「第2版」."""
    return f"第{issue.version}版"


def _edition(desk: Desk, issue: Issue, unnamed: Set[str]) -> Edition:
    day = dates.written(issue.on, desk.company.profile.western_dates)
    return Edition(without(issuing.document_of(desk, issue), unnamed), version_name(issue), day)
