"""確定する: a paper as it stands becomes version n, with its tree and files, past undo; later it says what has changed since."""

import hashlib
from collections.abc import Mapping
from datetime import datetime, time
from pathlib import Path

from app.actions.papers import make as papers
from app.actions.papers.make import Paper
from app.desk import Desk
from app.documents import tree_json
from app.documents.files import write_atomically
from app.documents.revision.changes import Nature
from app.documents.revision.differences import Difference, Names, differences
from app.documents.tree import Document
from app.documents.writer import Writer
from app.domain.forms.facts import VALUES
from app.domain.ledger.company import Company
from app.domain.ledger.records import Issue
from app.errors import ImportRefused, PaperError

FILES = ("docx", "pdf")
UNREADABLE = Difference(
    "確定したときの文の記録", Nature.CHANGED, ("読めないので、比べられません。「台帳と設定」で台帳を点検してください",)
)


def versions(company: Company, form: str, subject: str = "") -> list[Issue]:
    """Every version of a paper (for one person or partner), the oldest first."""
    found = (issue for issue in company.issues.values() if (issue.form, issue.subject) == (form, subject))
    return sorted(found, key=lambda issue: issue.version)


def latest(company: Company, form: str, subject: str = "") -> Issue | None:
    """The newest version."""
    return next(reversed(versions(company, form, subject)), None)


def next_version(desk: Desk, form_id: str, subject: str = "") -> int:
    """The number that issuing would give: one more than the last, or what the owner typed for a paper that began elsewhere."""
    last = latest(desk.company, form_id, subject)
    if last:
        return last.version + 1
    typed = next((papers.answered(desk, one) for one in desk.forms[form_id].ask if one.name == papers.EDITION), "")
    return int(typed) if typed.isascii() and typed.isdigit() and int(typed) else 1


def issue(
    desk: Desk, form_id: str, subject: str, now: datetime, writers: Mapping[str, Writer], reason: str = ""
) -> Issue:
    """Make the paper final as its next version. Raises PaperError, and then there is no such version."""
    version = next_version(desk, form_id, subject)
    paper = papers.make(desk, form_id, now, subject, edition=version)
    name = papers.file_stem(paper)
    data = {kind: writers[kind].verified(paper.document, now, f"{name}.{kind}") for kind in FILES}
    data["tree"] = tree_json.dumps(paper.document).encode()
    made = Issue(
        id=desk.new_id(),
        form=form_id,
        subject=subject,
        version=version,
        title=paper.document.title,
        on=now.date().isoformat(),
        by=desk.author,
        reason=reason,
        **{f"{kind}_sha256": hashlib.sha256(bytes_).hexdigest() for kind, bytes_ in data.items()},
    )
    desk.record(
        f"「{' '.join(filter(None, (paper.document.title, paper.name)))}」の第{version}版を確定", [made], data.values()
    )
    return made


def document_of(desk: Desk, issue: Issue) -> Document:
    """The paper as it was issued. Raises ImportRefused when the record cannot be read."""
    return tree_json.loads(desk.evidence(issue.tree_sha256) or b"")


def files_of(desk: Desk, issue: Issue) -> dict[str, bytes]:
    """The files as they were issued, by their ending. Raises PaperError when one is not what it was."""
    return {kind: _file(desk, issue, kind) for kind in FILES}


def take_out(desk: Desk, issue: Issue, kind: str, target: Path) -> None:
    """One of the files, byte for byte, to where the owner wants it. Raises PaperError."""
    write_atomically(target, _file(desk, issue, kind))


def _file(desk: Desk, issue: Issue, kind: str) -> bytes:
    data = desk.evidence(getattr(issue, f"{kind}_sha256"))
    if data is None:
        raise PaperError(
            f"確定した「{issue.title}」第{issue.version}版の {kind} が、確定したときと違います。",
            "台帳には手を付けていません。",
            "「台帳と設定」で台帳を点検し、控えから開いてください。",
        )
    return data


def stale(desk: Desk, form_id: str, subject: str = "") -> list[Difference]:
    """見直しが必要: what would be different in the paper if it were issued today. Its number and its date do not count."""
    last = latest(desk.company, form_id, subject)
    return since(desk, last) if last else []


def since(desk: Desk, issue: Issue) -> list[Difference]:
    """What has changed since a version; nothing where whom it was for is in the ledger no more."""
    company = desk.company
    if issue.subject and issue.subject not in {**company.people, **company.partners}:
        return []
    try:
        old = document_of(desk, issue)
    except ImportRefused:  # the paper can be made all the same
        return [UNREADABLE]
    new = as_of(desk, issue).document
    return differences(old, new, names(desk, issue.form)) if old != new else []


def as_of(desk: Desk, issue: Issue) -> Paper:
    """The paper of today's company, under the number and the date of an issued version."""
    day = datetime.combine(datetime.fromisoformat(issue.on), time()).astimezone()
    return papers.make(desk, issue.form, day, issue.subject, edition=issue.version)


def names(desk: Desk, form_id: str) -> Names:
    """What the measures and values of a form are called."""
    titles = {measure.id: measure.title for measure in desk.library.measures.values()}
    return Names(titles, {**VALUES, **{question.name: question.text for question in desk.forms[form_id].ask}})


def holds(desk: Desk, form_id: str, subject: str = "") -> bool:
    """Whether the paper has a version, and that version still says what the paper says today."""
    last = latest(desk.company, form_id, subject)
    return last is not None and not since(desk, last)


def present(desk: Desk, form_id: str, now: datetime, subject: str = "") -> Paper:
    """The paper to show, save and print: under the number of its last version while that holds, else of the next."""
    upcoming = next_version(desk, form_id, subject)
    edition = upcoming - 1 if holds(desk, form_id, subject) else upcoming
    return papers.make(desk, form_id, now, subject, edition=edition)
