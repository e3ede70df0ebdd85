"""The bundled handbook, read into domain values: heads at start, a body when it is shown.

The dataclasses of app/domain/handbook/library.py are the format: their fields are the allowed keys and say how each value is read.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, fields
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from app import frontmatter
from app.domain.handbook.library import ENTRY_KINDS, Entry, Library
from app.errors import ContentError
from app.frontmatter import Fault

E = TypeVar("E", bound=Entry)
Raw = str | list[str]
Readers = Mapping[str, tuple[Callable[[Raw], Any], bool]]


def load(folder: Path) -> Library:
    """The library, each kind read when it is first asked for: the first page needs a few of them only.

    Asking for a kind with a fault raises ContentError naming the first one; `check` names them all.
    """
    kinds: dict[str, Any] = {kind: _Kind(folder, kind, entry) for kind, entry in ENTRY_KINDS.items()}
    return Library(**kinds)


class _Kind(Mapping[str, E]):
    """The entries of one kind by id, read on first use."""

    def __init__(self, folder: Path, kind: str, entry: type[E]) -> None:
        self._folder, self._kind, self._entry = folder, kind, entry

    @cached_property
    def _read(self) -> dict[str, E]:
        faults: list[Fault] = []
        found = dict(_entries(self._folder, self._kind, self._entry, faults))
        if faults:
            raise ContentError(f"まもり帳の本文に間違いがあります。{faults[0]}")
        return found

    def __getitem__(self, entry_id: str) -> E:
        return self._read[entry_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read)

    def __len__(self) -> int:
        return len(self._read)


def read(folder: Path) -> tuple[Library, list[Fault]]:
    """Every head, and every fault; a faulty entry is left out."""
    faults: list[Fault] = []
    kinds: dict[str, Any] = {kind: dict(_entries(folder, kind, entry, faults)) for kind, entry in ENTRY_KINDS.items()}
    return Library(**kinds), faults


def body(folder: Path, kind: str, entry_id: str) -> str:
    """The Markdown text below the head of one entry."""
    path = folder / kind / f"{entry_id}.md"
    return frontmatter.body(path, frontmatter.read(path)).strip()


def _entries(folder: Path, kind: str, entry: type[E], faults: list[Fault]) -> Iterator[tuple[str, E]]:
    for path in sorted((folder / kind).glob("*.md")):
        name = f"{folder.name}/{kind}/{path.name}"
        head = frontmatter.read(path, name)
        found, wrong = _entry(entry, path.stem, head, name)
        faults += (*head.faults, *wrong)
        if found is not None:
            yield path.stem, found


def _entry(entry: type[E], entry_id: str, head: frontmatter.Head, name: str) -> tuple[E | None, list[Fault]]:
    readers = _readers_of(entry)
    wrong = [Fault(name, head.lines[key], f"知らない名前「{key}」です") for key in head.fields if key not in readers]
    missing = [key for key, (_, needed) in readers.items() if needed and key not in head.fields]
    wrong += [Fault(name, 1, f"「{key}」がありません") for key in missing]
    values: dict[str, Any] = {}
    for key, raw in head.fields.items():
        if key in readers:
            try:
                values[key] = readers[key][0](raw)
            except ValueError as fault:
                wrong.append(Fault(name, head.lines[key], f"「{key}」の値が読めません：{fault}"))
    return (None, wrong) if wrong else (entry(id=entry_id, **values), [])


def _readers(entry: type) -> Readers:
    """For every key of a head: how its value is read, and whether it must be there."""
    hints = get_type_hints(entry)
    return {
        f.name: (_reader(hints[f.name]), f.default is MISSING and f.default_factory is MISSING)
        for f in fields(entry)
        if f.name != "id"
    }


_readers_of: Callable[[type], Readers] = cache(_readers)


def _reader(hint: Any) -> Callable[[Raw], Any]:
    if get_origin(hint) is tuple:
        one = _reader(get_args(hint)[0])
        return lambda raw: tuple(one(word) for word in _line(raw).split())
    if get_origin(hint) is list:
        return _sentences
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        words = {word.value: word for word in hint}  # a look-up takes a fifth of the time of a call
        return lambda raw: words.get(_line(raw)) or hint(_line(raw))
    if hint is int:
        return lambda raw: int(_line(raw))
    return _line


def _line(raw: Raw) -> str:
    if isinstance(raw, list):
        raise ValueError("一行に書いてください")
    if not raw:
        raise ValueError("空です。要らなければ行ごと消してください")
    return raw


def _sentences(raw: Raw) -> list[str]:
    return raw if isinstance(raw, list) else [_line(raw)]
