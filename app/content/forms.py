"""The forms in forms/*.md as values: heads for the list of papers, whole forms when a paper is made.

forms/README.md describes the format. The keys of a head are the table `_KEYS` below; the body is read by `form_body`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from app import frontmatter
from app.content import form_body, form_modules
from app.content.form_modules import Line, Module
from app.content.form_text import ID, Marks, condition, split_marks
from app.domain.forms.conditions import ALWAYS, Condition, names
from app.domain.forms.form import ChoiceGroup, Form, Option, PaperKind, Question, QuestionKind, Said, Scene, SignedBy
from app.domain.ledger.size import OF_FIRM
from app.domain.words import Basis, Level
from app.errors import ContentError
from app.frontmatter import Fault

Raw = str | list[str]
T = TypeVar("T")


def heads(folder: Path) -> dict[str, Form]:
    """Every form without its body, in the order of the page of papers. Raises ContentError naming the first fault."""
    return sound(*_read(folder, bodies=False))


def load(folder: Path) -> dict[str, Form]:
    """Every form, in the order of the page of papers. Raises ContentError naming the first fault."""
    return sound(*read(folder))


def read(folder: Path) -> tuple[dict[str, Form], list[Fault]]:
    """Every form, and every fault; a form whose head is faulty is left out."""
    return _read(folder, bodies=True)


def parse(
    text: str, form_id: str, name: str, modules: Mapping[str, Module] = MappingProxyType({})
) -> tuple[Form | None, list[Fault]]:
    """A form from its text, with the shared passages that it includes; `name` is what faults call the file."""
    head = frontmatter.read(text, name)
    values, faults = _head(head, form_id, name)
    said = head.fields.get("words")
    words, ill = form_modules.read_words(said if isinstance(said, list) else ())
    faults += [Fault(name, head.lines["words"] + row, what) for row, what in ill]
    body = enumerate(frontmatter.body(text, head).splitlines(), head.body_line)
    lines, missing = form_modules.expanded((Line(row, at, name, at) for at, row in body), modules, words, name)
    parts, wrong = form_body.read(lines, name)
    return (Form(**values, parts=parts) if values else None), [*faults, *missing, *wrong]


def _read(folder: Path, bodies: bool) -> tuple[dict[str, Form], list[Fault]]:
    forms: list[Form] = []
    modules, faults = form_modules.load(folder) if bodies else ({}, [])
    for path in sorted(folder.glob("*.md")):
        if path.stem == "README":
            continue
        name = f"{folder.name}/{path.name}"
        if bodies:
            found, wrong = parse(path.read_text("utf-8-sig"), path.stem, name, modules)
        else:
            values, wrong = _head(frontmatter.read(path, name), path.stem, name)
            found = Form(**values) if values else None
        forms += [found] if found else []
        faults += wrong
    named = {one.id: one for one in sorted(forms, key=lambda one: (one.order, one.id))}
    return {name: retold(one, named) for name, one in named.items()}, faults


def retold(form: Form, forms: Mapping[str, Form]) -> Form:
    """A summary with the scene, questions and choices of the form that it retells; any other form as it is."""
    told = forms.get(form.summary_of)
    return replace(form, scene=told.scene, ask=told.ask, choices=told.choices) if told else form


def sound(found: dict[str, T], faults: list[Fault]) -> dict[str, T]:
    """What was found, if it has no fault. Raises ContentError naming the first one."""
    if faults:
        raise ContentError(f"様式に間違いがあります。{faults[0]}")
    return found


@dataclass
class _Context:
    """Where a value of a head stands, and what is wrong with it."""

    file: str
    line: int
    faults: list[Fault] = field(default_factory=list)

    def wrong(self, what: str, row: int = 0) -> None:
        self.faults.append(Fault(self.file, self.line + row, what))


def _head(head: frontmatter.Head, form_id: str, name: str) -> tuple[dict[str, Any], list[Fault]]:
    """The fields of a form from its head, empty when any of them is faulty."""
    faults = [*head.faults]
    if not ID.match(form_id):
        faults.append(Fault(name, 0, "ファイルの名前は半角の小文字・数字・- だけにします"))
    faults += [Fault(name, head.lines[key], f"知らない名前「{key}」です") for key in head.fields if key not in _KEYS]
    faults += [
        Fault(name, head.lines[key], f"要約は「{key}」をもとの様式から受け継ぐので、ここには書きません")
        for key in _RETOLD
        if "summary-of" in head.fields and key in head.fields
    ]
    needless = {*_OPTIONAL, *(_RETOLD if "summary-of" in head.fields else ())}
    faults += [
        Fault(name, 1, f"「{key}」がありません") for key in _KEYS if key not in needless and key not in head.fields
    ]
    if "signed-by" in head.fields and "per" not in head.fields:
        faults.append(Fault(name, head.lines["signed-by"], "signed-by は、一人・一社ごとに作る紙（per）だけに書けます"))
    values: dict[str, Any] = {"id": form_id}
    for key, raw in head.fields.items():
        if key in _KEYS:
            context = _Context(name, head.lines[key])
            values[key.replace("-", "_")] = _KEYS[key](raw, context)
            faults += context.faults
    values.pop("words", None)
    return ({} if faults else values), faults


def _text(raw: Raw, context: _Context) -> str:
    if isinstance(raw, str) and raw:
        return raw
    context.wrong("ここには一行の言葉を書きます")
    return ""


def _lines(raw: Raw, context: _Context) -> tuple[str, ...]:
    if isinstance(raw, list):
        return tuple(raw)
    context.wrong("次の行から字下げして、一行に一つずつ書きます")
    return ()


def _said(raw: Raw, context: _Context) -> tuple[Said, ...]:
    """Sentences of the cover sheet; behind one may stand for whom it is true."""
    found: list[Said] = []
    for row, line in enumerate(_lines(raw, context), 1):
        text, marks, wrong = split_marks(line)
        tags = names(marks.when)
        if wrong or marks != Marks(when=marks.when) or not set(tags) <= set(OF_FIRM):
            context.wrong(f'文の後に書けるのは {{when="…"}} だけで、印は {"・".join(OF_FIRM)} です', row)
        found.append(Said(text, marks.when))
    return tuple(found)


def _one_of(kind: type[StrEnum]) -> Callable[[Raw, _Context], Any]:
    def read_word(raw: Raw, context: _Context) -> Any:
        if raw and raw in list(kind):
            return kind(str(raw))
        context.wrong(f"「{raw}」は選べません（{'・'.join(filter(None, kind))}）")
        return None

    return read_word


def _number(raw: Raw, context: _Context) -> int:
    if isinstance(raw, str) and raw.isascii() and raw.isdigit():
        return int(raw)
    context.wrong(f"「{raw}」は数ではありません")
    return 0


def _by_choice(what: str, never: str) -> Callable[[Raw, _Context], Condition]:
    """Always, or only with some of the form's choices."""

    def read_condition(raw: Raw, context: _Context) -> Condition:
        if raw == "yes":
            return ALWAYS
        found, wrong = condition(str(raw))
        if wrong or not all(tag.startswith("choice:") for tag in names(found)):
            context.wrong(f"yes か、{what}選び方（choice:名前=印）だけ書けます（{never}なら行ごと消します）")
        return found

    return read_condition


def _given_away(raw: Raw, context: _Context) -> bool:
    if raw != "yes":
        context.wrong("yes だけ書けます（会社に残る紙なら行ごと消します）")
    return True


def _per(raw: Raw, context: _Context) -> str:
    if raw not in ("person", "partner", "either"):
        context.wrong("person か partner か either のどれかです")
    return str(raw)


def _questions(raw: Raw, context: _Context) -> tuple[Question, ...]:
    """`名前 | 問い | 種類 | 何に使うか | 初めの値`."""
    found: list[Question] = []
    for row, line in enumerate(_lines(raw, context), 1):
        cells = [cell.strip() for cell in line.split("|")]
        name = cells[0].removesuffix("*")
        if len(cells) not in (4, 5) or not all(cells[:4]):
            context.wrong("ask は「名前 | 問い | 種類 | 何に使うか | 初めの値」の形です（初めの値はなくてもよい）", row)
        elif cells[2] not in list(QuestionKind):
            context.wrong(f"種類「{cells[2]}」は選べません（{'・'.join(QuestionKind)}）", row)
        elif not ID.match(name):
            context.wrong(f"名前「{name}」に使えない文字があります（半角の小文字・数字・-）", row)
        else:
            default = cells[4] if len(cells) == 5 else ""
            found.append(Question(name, cells[1], QuestionKind(cells[2]), cells[3], default, cells[0].endswith("*")))
    return tuple(found)


def _choices(raw: Raw, context: _Context) -> tuple[ChoiceGroup, ...]:
    """`名前 | 問い | 印 言葉 / 印 言葉 | 初めの選び方 | 働く人が10人に満たない会社の初めの選び方`; the last may be left out."""
    found: list[ChoiceGroup] = []
    for row, line in enumerate(_lines(raw, context), 1):
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) not in (4, 5) or not all(cells):
            context.wrong("choices は「名前 | 問い | 印 言葉 / 印 言葉 | 初めの選び方」の形です", row)
            continue
        options = tuple(
            Option(name, text.strip()) for name, _, text in (o.strip().partition(" ") for o in cells[2].split("/"))
        )
        names = [option.name for option in options]
        if len(set(names)) < 2 or len(set(names)) != len(names):
            context.wrong("選び方は二つ以上、印はそれぞれ別にします", row)
        if bad := [name for name in (cells[0], *names) if not ID.match(name)]:
            context.wrong(f"印「{bad[0]}」に使えない文字があります（半角の小文字・数字・-）", row)
        if not all(option.text for option in options):
            context.wrong("選び方には、印の後に空白を置いて言葉を書きます", row)
        for first in cells[3:]:
            if first not in names:
                context.wrong(f"初めの選び方「{first}」が、選び方の中にありません", row)
        found.append(ChoiceGroup(cells[0], cells[1], options, *cells[3:]))
    return tuple(found)


_KEYS: dict[str, Callable[[Raw, _Context], Any]] = {
    "title": _text,
    "code": _text,
    "kind": _one_of(PaperKind),
    "level": _one_of(Level),
    "order": _number,
    "use": _text,
    "cautions": _said,
    "source": _text,
    "basis": _one_of(Basis),
    "public-model": _text,
    "landscape": _by_choice("横にする", "いつも縦"),
    "per": _per,
    "scene": _one_of(Scene),
    "signed-by": _one_of(SignedBy),
    "summary-of": _text,
    "ask": _questions,
    "choices": _choices,
    "paper-title": _text,
    "on-paper": _said,
    "given-away": _given_away,
    "stamp-box": _by_choice("印紙を貼る", "いつも要らない紙"),
    "words": _lines,
}
_OPTIONAL = (
    "public-model",
    "landscape",
    "per",
    "signed-by",
    "summary-of",
    "ask",
    "choices",
    "paper-title",
    "on-paper",
    "given-away",
    "stamp-box",
    "words",
)
_RETOLD = ("scene", "ask", "choices")
"""What a summary has from the form that it retells."""
