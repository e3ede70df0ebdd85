"""Many papers in one go: every paper of the company, or one for each person or partner, as files or as one print job.

Files come one by one from a generator: whoever draws them shows how far it is, and stops drawing to stop. Each file is whole.
"""

from collections import Counter
from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.actions.papers import issue as issuing
from app.actions.papers import make as papers
from app.desk import Desk
from app.documents.files import LONGEST_NAME, make_folder, safe_file_name
from app.documents.tree import Document
from app.documents.writer import Writer
from app.domain.forms.form import Form
from app.errors import PaperError

COVER = "（使い方と注意）"
NOTHING = "何も書き出していません。"


@dataclass(frozen=True)
class Wanted:
    """A paper: its form, and the person or partner (an id) it is for."""

    form: str
    subject: str = ""


@dataclass(frozen=True)
class Done:
    """A piece of the work that is done, the how manieth of how many."""

    number: int
    total: int


@dataclass(frozen=True)
class Written(Done):
    """A file that has been written."""

    path: Path


def for_each(desk: Desk, form: Form) -> list[Wanted]:
    """One for every partner, and every person who is here, who can sign it; for a paper of the company itself, that one.

    Who is still to come gets one when asked for by name.
    """
    return [one for one in for_any(desk, form) if not papers.ahead(desk, one.subject)]


def for_any(desk: Desk, form: Form) -> list[Wanted]:
    """The same, and one for each who is still to come."""
    others = (subject for subject, _ in papers.subjects(desk, form) if subject)
    named = [Wanted(form.id, subject) for subject in others if papers.other_side(desk, form, subject)]
    return named if form.per else [Wanted(form.id)]


def form(desk: Desk, form_id: str) -> Form:
    """A form by its id. Raises PaperError."""
    if form_id not in desk.forms:
        known = "、".join(one.id for one in papers.papers(desk))
        raise PaperError(f"様式「{form_id}」はありません。", NOTHING, f"様式は {known} です。")
    return desk.forms[form_id]


def asked(desk: Desk, forms: Iterable[Form], names: Sequence[str] | None, *, everyone: bool = False) -> list[Wanted]:
    """These papers for everyone, for those who bear these names, or else with a blank for the name. Raises PaperError."""
    if everyone:
        return [one for form in forms for one in for_each(desk, form)]
    if names:
        return [one for form in forms for name in names for one in _named(desk, form, name)]
    return [Wanted(form.id) for form in forms]


def _named(desk: Desk, form: Form, name: str) -> list[Wanted]:
    """The paper of all who bear this name."""
    offered = [(subject, shown) for subject, shown in papers.subjects(desk, form) if subject]
    if not offered:
        what = f"「{form.title}」は、一人・一社ごとに作る書類ではありません。"
        raise PaperError(what, NOTHING, "名前を付けずに、もう一度どうぞ。")
    if found := [Wanted(form.id, subject) for subject, shown in offered if shown == name]:
        return found
    names = "、".join(shown for _, shown in offered)
    raise PaperError(f"「{name}」は台帳にありません。", NOTHING, f"名前は {names} です。")


def write(
    desk: Desk,
    wanted: Sequence[Wanted],
    folder: Path,
    writers: Mapping[str, Writer],
    now: datetime,
    *,
    covers: bool = True,
) -> Generator[Written, None, None]:
    """Write these papers into a folder in every kind of `writers`, with a cover sheet for each form. Raises PaperError."""
    make_folder(folder)
    covered = {one.form for one in wanted} if covers else set()
    total = (len(wanted) + len(covered)) * len(writers)
    number = 0
    for one, stem in zip(wanted, stems(desk, wanted), strict=True):
        paper = issuing.present(desk, one.form, now, one.subject)
        sheets = [(stem, paper.document)]
        if one.form in covered:
            covered.remove(one.form)
            sheets.append((safe_file_name(f"{paper.form.title}{COVER}"), paper.cover))
        for name, document in sheets:
            for ending, writer in writers.items():
                number += 1
                target = writer.write_beside(document, folder / f"{name}.{ending}", now)
                yield Written(number, total, target)


def issue(
    desk: Desk, wanted: Sequence[Wanted], writers: Mapping[str, Writer], now: datetime, reason: str = ""
) -> Generator[Done, None, None]:
    """Make final those of these papers whose text is not already that of their last version. Raises PaperError."""
    for number, one in enumerate(wanted, 1):
        if not issuing.holds(desk, one.form, one.subject):
            issuing.issue(desk, one.form, one.subject, now, writers, reason)
        yield Done(number, len(wanted))


def documents(desk: Desk, wanted: Iterable[Wanted], now: datetime) -> list[Document]:
    """The same papers for one print job, in order."""
    return [issuing.present(desk, one.form, now, one.subject).document for one in wanted]


def stems(desk: Desk, wanted: Sequence[Wanted]) -> list[str]:
    """A file name for each that sorts as they are listed and is like no other: 「秘密保持誓約書（入社時） 01 大西 誠」."""
    many = Counter(one.form for one in wanted)
    seen: Counter[str] = Counter()
    found = []
    for one in wanted:
        form = desk.forms[one.form]
        seen[one.form] += 1
        place = f"{seen[one.form]:0{len(str(many[one.form]))}}" if many[one.form] > 1 else ""
        words = (form.title, place, papers.subject_name(desk, form, one.subject))
        found.append(_like_no_other(" ".join(filter(None, words)), one.subject))
    return found


def _like_no_other(words: str, subject: str) -> str:
    """Two long names that begin alike would be cut to the same; then the id at the end tells them apart."""
    if len(words.encode("utf-16-le")) <= 2 * LONGEST_NAME:
        return safe_file_name(words)
    mark = f"… {subject[-8:]}" if subject else "…"
    room = 2 * (LONGEST_NAME - len(mark.encode("utf-16-le")) // 2)
    return safe_file_name(words.encode("utf-16-le")[:room].decode("utf-16-le", "ignore").rstrip() + mark)
