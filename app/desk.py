"""The desk: the open ledger, the bundled library, and the company as it stands. Knows no window.

Every change goes through one door, `change`: the ledger writes rows and history in one transaction, then the desk holds the
next Company and tells whoever listens what was touched.
"""

import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from app import paths
from app.domain.advice.recommendation import Advice, advise
from app.domain.handbook.library import Library
from app.domain.ledger.company import Changes, Company
from app.domain.ledger.records import Record
from app.domain.slices import Work, finished

if TYPE_CHECKING:  # what the first page does not need is imported when it is asked for
    from pathlib import Path

    from app.content.form_shelf import Shelf
    from app.domain.folding import Spellings
    from app.domain.search.finder import Finder
    from app.store.history import Entry
    from app.store.ledger import Ledger, Step

T = TypeVar("T")
Listener = Callable[[Changes], None]


class Drive(Protocol):
    """Carries out work in slices, and returns what it made. `title` is the step's name."""

    def __call__(self, title: str, work: Work[T]) -> T: ...


def at_once(title: str, work: Work[T]) -> T:
    """Without a word in between."""
    return finished(work)


class Desk:
    """One open ledger and what is known about it."""

    def __init__(self, ledger: "Ledger", library: Library) -> None:
        self.ledger = ledger
        self.library = library
        self._company: Company = ledger.company()
        self.saved_at: datetime = ledger.saved_at
        self.refused = False
        self._listeners: list[Listener] = []
        self.drive: Drive = at_once
        """How a step is carried out; a window shows how far a long one is, and lets it be stopped (then Stopped is raised)."""
        self.composed: dict[tuple[str, date, int], Any] = {}
        self.outlines: dict[str, Any] = {}
        """The last tree of each paper of the company itself, and the outline of each form, with what they were made of; for
        app/actions/papers/make.py, which knows whether they still hold."""

    @staticmethod
    def new_id() -> str:
        """An id for a new row: short, and never the same in two ledgers that may one day be merged."""
        return secrets.token_hex(6)

    def listen(self, listener: Listener) -> None:
        """Call `listener` after every change."""
        self._listeners.append(listener)

    def change(self, label: str, put: Iterable[Record] = (), drop: Iterable[tuple[str, str]] = ()) -> Changes:
        """Write one step. Raises LedgerError or Stopped, and then nothing has changed."""
        return self.drive(label, self._taking(self.ledger.changing(label, tuple(put), tuple(drop), self.author)))

    def record(self, label: str, put: Iterable[Record], evidence: Iterable[bytes] = ()) -> Changes:
        """Write evidence (an issued paper with its bytes, a signature), which no undo takes back. Raises LedgerError."""
        return finished(self._taking(self.ledger.recording(label, tuple(put), self.author, evidence)))

    def evidence(self, sha256: str) -> bytes | None:
        """The bytes that a record names; None where they are not what they were. Raises LedgerError."""
        return self.ledger.evidence(sha256)

    def undo(self) -> Changes:
        """Take the last step back; empty changes when there is none."""
        return self.drive(f"元に戻す：{self.undo_label}", self._taking(self.ledger.undoing(self.author)))

    def redo(self) -> Changes:
        """Do again what was taken back; empty changes when there is nothing."""
        return self.drive(f"やり直す：{self.redo_label}", self._taking(self.ledger.redoing(self.author)))

    @property
    def company(self) -> Company:
        """The company as it stands today; past midnight, another day's value of the same rows."""
        if self._company.on != date.today():
            self._hold(replace(self._company, on=date.today()))
        return self._company

    @property
    def undo_label(self) -> str:
        """The name of the step that undo would take back, "" when none."""
        return self.ledger.undo_label

    @property
    def redo_label(self) -> str:
        """The name of the step that redo would do again, "" when none."""
        return self.ledger.redo_label

    @property
    def path(self) -> "Path":
        """The ledger's file."""
        return self.ledger.path

    @property
    def writable(self) -> bool:
        """Whether the ledger was opened to be written to, not only to be looked at."""
        return self.ledger.writable

    def go_on_in(self, ledger: "Ledger") -> None:
        """The same ledger in another file takes the place of this one. Whoever waits with a change may try it again."""
        self.ledger.close()
        self.ledger = ledger
        self.saved_at = ledger.saved_at
        self.refused = False
        self._hold(ledger.company())
        self._tell(Changes(""))

    def history(self) -> "list[Entry]":
        """All entries, oldest first. Raises LedgerError."""
        return self.ledger.history()

    def verify(self) -> list[str]:
        """What is wrong with the ledger, in Japanese. Raises LedgerError."""
        return self.ledger.verify()

    @property
    def author(self) -> str:
        """Who makes the entries."""
        return self.company.profile.author

    @cached_property
    def advice(self) -> Mapping[str, Advice]:
        """What fits this company, worked out once per state of the ledger."""
        return advise(self.company, self.library)

    @cached_property
    def forms(self) -> "Shelf":
        """Every form, read when it is first wanted; what the list of papers needs is in their heads."""
        from app.content.form_shelf import Shelf

        return Shelf(paths.FORMS)

    @cached_property
    def spellings(self) -> "Spellings":
        """The tables of spellings, read when something is first looked for."""
        from app.content import search

        return search.spellings(paths.SEARCH)

    @cached_property
    def texts_finder(self) -> "Finder":
        """The bundled texts, ready to be searched."""
        from app.content import search

        return search.finder(paths.SEARCH, search.sections(paths.CONTENT, self.library, self.forms))

    @cached_property
    def finder(self) -> "Finder":
        """The bundled texts and the owner's own ledger, ready to be searched; made anew after a change."""
        from app.domain.search import ledger as ledger_search

        return self.texts_finder.with_sections(ledger_search.sections(self.company))

    def close(self) -> None:
        """Close the ledger; the desk is not used afterwards."""
        self.ledger.close()

    def _taking(self, work: "Work[Step]") -> Work[Changes]:
        """`refused` says whether the last step was not saved; the listeners are told of that, too, with no rows."""
        try:
            step = yield from work
        except GeneratorExit:  # the owner thought better of it: nothing was to be saved
            raise
        except BaseException:
            self.refused = True
            self._tell(Changes(""))
            raise
        self.refused = False
        if step.changes.rows:
            self._hold(self.company.after(step.put, step.drop))
            self.saved_at = self.ledger.saved_at
            self._tell(step.changes)
        return step.changes

    def _hold(self, company: Company) -> None:
        self._company = company
        for made_of_the_company in ("advice", "finder"):
            self.__dict__.pop(made_of_the_company, None)

    def _tell(self, changes: Changes) -> None:
        for listener in tuple(self._listeners):
            listener(changes)
