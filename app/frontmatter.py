"""The head of a bundled text: `key: value` lines between two `---` lines, indented lines under a key for a list of sentences.

Hundreds of files are read at start, so `read` takes only the first bytes of a file and stops at the end of its head.
Nothing is guessed: whatever is not understood is a `Fault` with its line, and reading goes on, so that `check` names all at once.
"""

import re
from dataclasses import dataclass
from pathlib import Path

_CHUNK = 4096
_RULE = "---"
_END = re.compile(rb"\n---[ \t]*(\r?\n|\Z)")
_FIELD = re.compile(r"([a-z][a-z0-9_-]*):[ \t]*(.*)")


@dataclass(frozen=True)
class Fault:
    """What is wrong in a bundled text, for `check`: 「forms/a.md 12行：…」. Line 0 speaks of the whole file."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        place = f" {self.line}行" if self.line else ""
        return f"{self.file}{place}：{self.what}"


@dataclass(frozen=True)
class Head:
    """Values by key (a string, or a list where the lines below were indented), the line of each key, the body's first line.

    The n-th sentence of a list stands in line `lines[key] + n`, counted from 1.
    """

    fields: dict[str, str | list[str]]
    lines: dict[str, int]
    body_line: int
    faults: tuple[Fault, ...] = ()


def read(source: Path | str, name: str = "") -> Head:
    """The head of a file (only its head is read) or of a text; `name` is what faults call it."""
    if isinstance(source, Path):
        return _parse(_first_bytes(source).decode("utf-8", "replace"), name or source.name)
    return _parse(source, name)


def body(source: Path | str, head: Head) -> str:
    """What follows the head; its first line is `head.body_line`."""
    text = source.read_text("utf-8-sig") if isinstance(source, Path) else source
    return "\n".join(text.splitlines()[head.body_line - 1 :])


def _first_bytes(path: Path) -> bytes:
    """The file as far as the end of its head."""
    with open(path, "rb") as file:
        start = file.read(_CHUNK)
        while not (end := _END.search(start)) and (more := file.read(_CHUNK)):
            start += more
    return start[: end.end()] if end else start


def _parse(text: str, name: str) -> Head:
    lines = text.removeprefix("\ufeff").splitlines()
    if not lines or lines[0].rstrip() != _RULE:
        return Head({}, {}, 1, (Fault(name, 1, "頭がありません。一行目を「---」にしてください"),))
    fields: dict[str, str | list[str]] = {}
    places: dict[str, int] = {}
    faults: list[Fault] = []
    key = ""
    for number, line in enumerate(lines[1:], 2):
        field = _FIELD.match(line)
        if field and field[1] not in fields:
            key = field[1]
            fields[key], places[key] = field[2].rstrip(), number
        elif line[:1] in (" ", "\t") and line.strip():
            if wrong := _continue(fields, key, line.strip()):
                faults.append(Fault(name, number, wrong))
        elif line.rstrip() == _RULE:
            return Head(fields, places, number + 1, tuple(faults))
        else:
            key = field[1] if field else ""
            faults.append(Fault(name, number, _why_no_field(line, key)))
    faults.append(Fault(name, len(lines), "頭の終わりの「---」がありません"))
    return Head(fields, places, len(lines) + 1, tuple(faults))


def _continue(fields: dict[str, str | list[str]], key: str, sentence: str) -> str:
    """Adds an indented line to the list of its key; what is wrong, or ""."""
    have = fields.get(key)
    if have is None:
        return "字下げした行の上に「名前:」がありません"
    if isinstance(have, str) and have:
        return f"「{key}」には同じ行に値があるので、下に行を続けられません"
    if isinstance(have, list):
        have.append(sentence)
    else:
        fields[key] = [sentence]
    return ""


def _why_no_field(line: str, repeated: str) -> str:
    name, colon, _ = line.partition(":")
    if repeated:
        return f"「{repeated}」が二度あります"
    if not line.strip():
        return "空の行は頭に置けません"
    if "：" in name:
        return "区切りが全角の「：」です。半角の「:」にしてください"
    if not colon:
        return "「名前: 値」の形ではありません"
    return f"名前「{name}」に使えない文字があります（半角の小文字・数字・- _）"
