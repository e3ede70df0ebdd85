"""Several faces in one place, of which one is seen. Each is made when it is first shown: a page opens without those nobody asked for."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QStackedWidget, QWidget


class Faces(QStackedWidget):
    """`makers` say how each face is made, by its name."""

    def __init__(self, makers: Mapping[str, Callable[[], QWidget]]) -> None:
        super().__init__()
        self._makers = makers
        self._made: dict[str, QWidget] = {}

    def turn(self, name: str) -> None:
        """Show a face."""
        if name not in self._made:
            self._made[name] = self._makers[name]()
            self.addWidget(self._made[name])
        self.setCurrentWidget(self._made[name])

    @property
    def shown(self) -> str:
        """The name of the face that is seen, "" while there is none."""
        return next((name for name, face in self._made.items() if face is self.currentWidget()), "")
