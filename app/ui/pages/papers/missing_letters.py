"""Said before many papers are made: which of their characters no font has, and in whose papers they are."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime

from PySide6.QtCore import QTimer

from app.actions.papers import make as papers
from app.actions.papers.sets import Wanted
from app.desk import Desk
from app.errors import PaperError
from app.paper.writers import missing_in, told_of
from app.ui.kit.text import Prose

NAMED = 3
"""So many are called by name; of the others their number is told."""


class MissingLetters(Prose):
    """Looks at one paper after the other, so that the window lives meanwhile however many there are."""

    def __init__(self, desk: Desk, unit: str) -> None:
        super().__init__("", "table", "soft")
        self._desk, self._unit = desk, unit
        self._wanted: Sequence[Wanted] = ()
        self._found: dict[Wanted, str] = {}
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether some of the papers are still to be looked at."""
        return self._timer.isActive()

    def tell_of(self, wanted: Sequence[Wanted]) -> None:
        """Of these papers from now on."""
        self._wanted = wanted
        self._timer.start()

    def stop(self) -> None:
        """Nobody wants to know any more."""
        self._timer.stop()

    def _look(self) -> None:
        """What cannot be made is told when it is made."""
        unknown = next((one for one in self._wanted if one not in self._found), None)
        if unknown is None:
            self._tell()
            return
        self._found[unknown] = ""
        with suppress(PaperError):
            now = datetime.now().astimezone()
            self._found[unknown] = missing_in(papers.make(self._desk, unknown.form, now, unknown.subject).document)
        self._timer.start()

    def _tell(self) -> None:
        lacking = [one for one in self._wanted if self._found[one]]
        letters = "".join(sorted({sign for one in lacking for sign in self._found[one]}))
        self.setText(f"{self._whose(lacking)}　{told_of(letters)}" if lacking else "")
        self.setVisible(bool(lacking))

    def _whose(self, lacking: Sequence[Wanted]) -> str:
        """「湊 誠一、大西 誠の紙に、…」, and of many the first few and how many more."""
        names = [
            papers.subject_name(self._desk, self._desk.forms[one.form], one.subject) or "（名前なし）"
            for one in lacking[:NAMED]
        ]
        others = [f"ほか{len(lacking) - NAMED}{self._unit}"] if len(lacking) > NAMED else []
        return f"{'、'.join([*names, *others])}の紙に、出せない字があります。"
