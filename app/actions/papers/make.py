"""書類: composing a paper from the ledger, answering what it asks, and writing it out.

Whoever calls hands over the writer of the file, so one path makes every file.
"""

from collections.abc import Iterable, Set
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from app.desk import Desk
from app.documents.compose import Outline, compose, outlined
from app.documents.cover import cover_of
from app.documents.files import safe_file_name
from app.documents.tree import Document
from app.documents.writer import Writer
from app.domain import dates
from app.domain.forms.facts import Facts, gather
from app.domain.forms.form import ChoiceGroup, Form, PaperKind, Question, QuestionKind, Scene
from app.domain.forms.own_wording import with_own
from app.domain.ledger.company import Company
from app.domain.ledger.officers import is_representative
from app.domain.ledger.records import Answer, Output, Partner, Person
from app.domain.ledger.size import is_small, workers

Listed = TypeVar("Listed", Person, Partner)
OUT = {"docx": "Wordで保存", "pdf": "PDFで保存", "print": "印刷"}
EDITION = "edition"
"""The value that holds the number of the version, in forms that show it."""


@dataclass(frozen=True)
class Paper:
    """A composed paper: its form as bundled and as its cover speaks to this firm, whom it is for ("" for the company or a blank one), and the tree."""

    form: Form
    subject: str
    name: str
    document: Document

    @property
    def cover(self) -> Document:
        """The sheet that says how the paper is used and what to mind."""
        return cover_of(self.form, self.document)


def papers(desk: Desk) -> list[Form]:
    """The forms in the order of the page, as heads: what stands in a paper is read when it is made."""
    return list(desk.forms.heads.values())


def make(desk: Desk, form_id: str, now: datetime, subject: str = "", *, edition: int = 0) -> Paper:
    """Compose one paper. `subject` is the person or partner (an id) of a form that is made for each; `edition` is the number
    of the version, 0 for what the owner typed. Raises PaperError.
    """
    form = desk.forms[form_id]
    facts = facts_of(desk, form, subject, now.date())
    if edition and EDITION in facts.values:
        numbered = {EDITION: replace(facts.values[EDITION], text=str(edition))}
        facts = replace(facts, values={**facts.values, **numbered})
    whole = with_own(form, desk.company)
    document = None if subject else _composed(desk, whole, facts, (form_id, now.date(), edition))
    document = document or compose(whole, facts, _outlined(desk, whole, facts.tags))
    return Paper(form.told(facts.tags), subject, subject_name(desk, form, subject), document)


def _composed(desk: Desk, form: Form, facts: Facts, paper: tuple[str, date, int]) -> Document:
    """The tree of a paper of the company itself: the last one where it would be made of the very same again."""
    if paper not in desk.composed or desk.composed[paper][:2] != (form, facts):
        desk.composed[paper] = form, facts, compose(form, facts)
    made: Document = desk.composed[paper][2]
    return made


def _outlined(desk: Desk, form: Form, tags: Set[str]) -> Outline:
    """What is the same in the papers of many people is found once."""
    if form.id not in desk.outlines or desk.outlines[form.id][:2] != (form, tags):
        desk.outlines[form.id] = form, tags, outlined(form, tags)
    found: Outline = desk.outlines[form.id][2]
    return found


def facts_of(desk: Desk, form: Form, subject: str, today: date) -> Facts:
    """What a paper needs to know, for one person or partner (an id) where the form is made for each."""
    partner = subject if form.per in ("partner", "either") else ""
    person = subject if form.per in ("person", "either") else ""
    return gather(desk.company, form, today=today, partner=partner, person=person)


def subjects(desk: Desk, form: Form) -> list[tuple[str, str]]:
    """Whom a form can be made for: (id, name), the blank one first; empty for a form of the company itself."""
    rows: list[tuple[str, str]] = []
    if form.per in ("person", "either"):
        rows += ((person.id, person.name) for person in _people(desk.company, form.scene))
    if form.per in ("partner", "either"):
        rows += ((partner.id, partner.name) for partner in _in_order(desk.company.partners.values()))
    return [("", "名前を入れない（白紙）"), *rows] if form.per else []


def _people(company: Company, scene: Scene) -> list[Person]:
    """Who is here; and in papers for joining who is still to come, in those for leaving who has left."""
    also = {Scene.HIRE: company.coming, Scene.LEAVE: company.gone}.get(scene, ())
    return _in_order({person.id: person for person in (*company.staff, *also)}.values())


def ahead(desk: Desk, subject: str) -> str:
    """「令和9年4月1日に来る予定」 of a person whose first day lies ahead, else ""."""
    company = desk.company
    joined = next((person.joined for person in company.coming if person.id == subject), "")
    return f"{dates.written(joined, company.profile.western_dates)}に来る予定" if joined else ""


def other_side(desk: Desk, form: Form, subject: str) -> bool:
    """Whether this person or partner can promise something to the company: whoever signs for it cannot."""
    person = desk.company.people.get(subject)
    promise = form.kind in (PaperKind.PLEDGE, PaperKind.CONTRACT)
    return not (promise and person and is_representative(desk.company, person))


def _in_order(rows: Iterable[Listed]) -> list[Listed]:
    """In the owner's order."""
    return sorted(rows, key=lambda row: (row.position, row.id))


def subject_name(desk: Desk, form: Form, subject: str) -> str:
    """The name of the person or partner a paper is for."""
    return dict(subjects(desk, form)).get(subject, "") if subject else ""


def file_stem(paper: Paper) -> str:
    """A file name that whoever gets it understands and Windows accepts: 「秘密保持誓約書（入社時） 大西 誠」."""
    return safe_file_name(" ".join(filter(None, (paper.form.title, paper.name))))


def write(paper: Paper, target: Path, writer: Writer, now: datetime) -> None:
    """Write one paper to the file that the owner chose, read back before it is done. Raises PaperError; then the file is as it was."""
    writer.write(paper.document, target, now)


def note_output(desk: Desk, made: Iterable[tuple[str, str]], how: str, on: date) -> None:
    """That these papers (form, subject) went out as a file (docx, pdf) or on paper (print)."""
    rows = [Output(id=desk.new_id(), form=form, subject=who, how=how, on=on.isoformat()) for form, who in made]
    if rows and desk.writable:
        titles = "・".join(dict.fromkeys(desk.forms[row.form].title for row in rows))
        count = f"{len(rows)}通" if len(rows) > 1 else ""
        desk.record(f"「{titles}」を{count}{OUT[how]}", rows)


def answered(desk: Desk, question: Question, subject: str = "") -> str:
    """What was answered to a question of a paper, else its default."""
    answer = desk.company.answers.get(_key(question, subject))
    return answer.value if answer else question.default


def answer(desk: Desk, question: Question, value: str, subject: str = "") -> None:
    """What a paper asked and the ledger did not know; asked once, used in every paper. "" takes the answer back."""
    key, label = _key(question, subject), f"書類の「{question.text}」"
    if value:
        desk.change(
            label, [Answer(id=key, value=dates.read(value) or value if question.kind is QuestionKind.DATE else value)]
        )
    else:
        desk.change(label, drop=[("answers", key)])


def chosen(desk: Desk, form: Form, group: ChoiceGroup) -> str:
    """Which alternative of a form is taken."""
    answer = desk.company.answers.get(form.answer_id(group))
    return answer.value if answer else group.first(small=is_small(desk.company))


def why_first(desk: Desk, form: Form, group: ChoiceGroup) -> str:
    """Why the program chose for a small firm what the owner has not chosen, "" where it did not."""
    small = group.small and is_small(desk.company) and form.answer_id(group) not in desk.company.answers
    count = workers(desk.company)
    return (
        f"名簿の働く人が{count}人（役員と派遣の人は数えません）なので、短いほうを初めの選び方にしています。"
        if small
        else ""
    )


def choose(desk: Desk, form: Form, group: ChoiceGroup, option: str) -> None:
    """Take one of the alternatives of a form."""
    desk.change(f"書類の「{group.text}」", [Answer(id=form.answer_id(group), value=option)])


def _key(question: Question, subject: str) -> str:
    return f"{question.name}@{subject}" if question.each and subject else question.name
