"""Passages that several forms share: forms/modules/*.md, put in place of `{{ include:name }}` before a body is read.

A module is a piece of a body: articles, 項 or 号. `{{ word:name }}` in it is what the form calls something (受領者, 乙), said in
the form's head under `words`. Nothing else is put in, so the reader of bodies sees plain lines, and every form that includes a
module says the same; a fault in a module is named with the module's own file and line.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from app import frontmatter
from app.content.form_text import ID
from app.frontmatter import Fault

FOLDER = "modules"
_INCLUDE = re.compile(r"\{\{ *include:([a-z0-9-]*) *\}\}\Z")
_WORD = re.compile(r"\{\{ *word:([a-z0-9-]*) *\}\}")


@dataclass(frozen=True)
class Line:
    """A line of a body: its text, the line of the form where it comes in, and the file and line where it is written."""

    text: str
    at: int
    file: str
    number: int


@dataclass(frozen=True)
class Module:
    """A shared passage: what it is for, and its lines."""

    use: str
    lines: tuple[Line, ...]

    @property
    def words(self) -> frozenset[str]:
        """The words that a form must bring."""
        return frozenset(name for line in self.lines for name in _WORD.findall(line.text))


def load(folder: Path) -> tuple[dict[str, Module], list[Fault]]:
    """The modules beside the forms, by name, and what is wrong with their heads."""
    modules: dict[str, Module] = {}
    faults: list[Fault] = []
    for path in sorted((folder / FOLDER).glob("*.md")):
        name, text = f"{folder.name}/{FOLDER}/{path.name}", path.read_text("utf-8-sig")
        head = frontmatter.read(text, name)
        use = head.fields.get("use")
        faults += head.faults
        faults += [Fault(name, head.lines[key], f"知らない名前「{key}」です") for key in head.fields if key != "use"]
        if not (isinstance(use, str) and use):
            faults.append(Fault(name, 1, "「use」がありません"))
        if not ID.match(path.stem):
            faults.append(Fault(name, 0, "ファイルの名前は半角の小文字・数字・- だけにします"))
        body = frontmatter.body(text, head).splitlines()
        lines = (Line(line, number, name, number) for number, line in enumerate(body, head.body_line))
        modules[path.stem] = Module(str(use), tuple(lines))
    return modules, faults


def read_words(lines: Iterable[str]) -> tuple[dict[str, str], list[tuple[int, str]]]:
    """The words of a head, `名前 | 言葉` a line, and what is wrong: (which line from 1, fault)."""
    words: dict[str, str] = {}
    wrong: list[tuple[int, str]] = []
    for row, line in enumerate(lines, 1):
        name, bar, word = (part.strip() for part in line.partition("|"))
        if not (bar and word and ID.match(name)):
            wrong.append((row, "words は「名前 | 言葉」の形です（名前は半角の小文字・数字・-）"))
        elif name in words:
            wrong.append((row, f"words に「{name}」が二度あります"))
        else:
            words[name] = word
    return words, wrong


def expanded(
    lines: Iterable[Line], modules: Mapping[str, Module], words: Mapping[str, str], name: str
) -> tuple[list[Line], list[Fault]]:
    """The lines of the body of the file `name` with every module in its place, and what is wrong with that."""
    found: list[Line] = []
    faults: list[Fault] = []
    used: set[str] = set()
    for line in lines:
        include = _INCLUDE.match(line.text.rstrip(" "))
        module = modules.get(include[1]) if include else None
        if module:
            found += (replace(one, text=_said(one.text, words), at=line.at) for one in module.lines)
            missing = "」「".join(sorted(module.words - set(words)))
            faults += [Fault(name, line.at, f"頭の words に「{missing}」がありません")] if missing else []
            used |= module.words
        elif include:
            faults.append(Fault(name, line.at, f"「{include[1]}」という共通の文は、forms/{FOLDER} にありません"))
        else:
            found.append(line)
    idle = "」「".join(sorted(set(words) - used))
    return found, faults + ([Fault(name, 0, f"words の「{idle}」は、どの共通の文にも出てきません")] if idle else [])


def _said(text: str, words: Mapping[str, str]) -> str:
    return _WORD.sub(lambda match: words.get(match[1], ""), text)
