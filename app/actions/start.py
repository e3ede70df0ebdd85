"""最初の30分: the answers, and what they pre-fill."""

from app.desk import Desk
from app.domain.advice import start
from app.domain.advice.start import PREFIX, Answers, Question
from app.domain.ledger.records import Answer, Profile, Record


def answer(desk: Desk, question: Question, given: tuple[str, ...]) -> None:
    """Keep one answer, so that whoever stops goes on there."""
    row = Answer(id=f"{PREFIX}{question.key}", value="\n".join(given))
    if desk.company.answers.get(row.id) != row:
        desk.change("最初の30分の答え", [row])


def fill_in(desk: Desk, answers: Answers) -> str:
    """Write all that the answers pre-fill, in one step. Returns in words what was added, or "" where nothing was new."""
    rows = start.prefilled(desk.company, desk.library, answers, desk.new_id)
    new = [row for row in rows if not _is_there(desk, row)]
    if new:
        desk.change("最初の30分の下書き", new)
    return start.told(new)


def _is_there(desk: Desk, row: Record) -> bool:
    rows = {} if isinstance(row, Profile) else getattr(desk.company, row.KIND)
    return row == desk.company.profile or rows.get(row.id) == row
