"""The text that is read: a page of HTML which loads nothing, shows our own drawings only, leads nowhere outside, and tells which of
our links was followed.

The one place of the window that shows HTML. It is always made from the bundled texts, never from what the owner typed.
"""

from dataclasses import dataclass
from string import Template
from typing import Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QTextBrowser

from app.actions.reading import CHOOSE, Text
from app.domain.addresses import Address
from app.domain.handbook.library import LINKED
from app.ui.kit.pictures import Drawings
from app.ui.look import SCREEN, SIZES, TITLE, Look

ResourceType = QTextDocument.ResourceType


@dataclass(frozen=True)
class Type:
    """Sizes of a text in points: the title (明朝 unless bold), headings, the text, the marks of its sources."""

    title: float
    heading: float
    text: float
    mark: float
    bold: bool = False


CALM = Type(title=20, heading=SIZES["h2"], text=SIZES["body"], mark=SIZES["caption"])
LARGE = Type(title=34, heading=24, text=19.5, mark=SIZES["h2"], bold=True)

SHEET = Template("""
p, li { font-size: ${text}pt; color: $ink; line-height: 160%; }
p { margin-top: ${small}px; margin-bottom: ${small}px; }
.title { font-family: $family; font-size: ${title}pt; font-weight: $weight; color: $ink;
     margin-top: 0; margin-bottom: ${gap}px; line-height: 130%; }
.heading { font-size: ${heading}pt; font-weight: bold; color: $ink; margin-top: ${wide}px; margin-bottom: ${small}px; }
ul, ol { margin-top: ${small}px; margin-bottom: ${small}px; margin-left: 0; -qt-list-indent: 1; }
table { border: 1px solid $line; border-collapse: collapse; margin-top: ${small}px; margin-bottom: ${small}px; }
th, td { font-size: ${cell}pt; color: $ink; border: 1px solid $line; padding: ${small}px ${gap}px;
         line-height: 140%; }
th { background-color: $rail; text-align: left; font-weight: bold; }
.facts th { font-weight: normal; color: $ink2; }
.picture { line-height: 100%; }
.mark { font-size: ${mark}pt; color: $ink2; }
.recalled { color: $kari; }
a { color: $ai; }
hr { background-color: $line; }
""")


PAGES = {"form": "papers", "case": "cases", CHOOSE: "measures"}
"""Links whose things have a page of their own; all others are read in 手引き."""


class Reader(QTextBrowser):
    """`followed(link, id)`: a link such as measure:id was followed, by mouse or by Tab and Enter."""

    followed = Signal(str, str)

    def __init__(self, look: Look, letters: Type = CALM) -> None:
        super().__init__()
        self.setAccessibleName("本文")
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.anchorClicked.connect(self._follow)
        self.document().setDocumentMargin(0)
        self.document().setIndentWidth(look.px(24 * letters.text / CALM.text))
        self.document().setDefaultStyleSheet(sheet(look, letters))
        self._drawings = Drawings(self.document(), look, letters.text * look.scale)

    def show_text(self, text: Text) -> None:
        """Show a text from its beginning."""
        self._drawings.show(text.pictures)
        self.setHtml(text.html)
        self.setAccessibleName(f"本文：{text.title}")
        self.verticalScrollBar().setValue(0)

    def show_again(self, text: Text) -> None:
        """The same text once more, where the owner was reading."""
        place = self.verticalScrollBar().value()
        self.show_text(text)
        self.verticalScrollBar().setValue(place)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Nothing is ever loaded, from no file and no net."""
        return None

    def doSetSource(self, name: QUrl | str, kind: ResourceType = ResourceType.UnknownResource) -> None:
        """A link never replaces the text by itself."""

    def _follow(self, url: QUrl) -> None:
        if url.scheme() in {*PAGES, *LINKED}:
            self.followed.emit(url.scheme(), url.path())


def destination(link: str, entry_id: str) -> Address:
    """The page of the window that a link leads to, and what it should show there."""
    if link in PAGES:
        return Address(PAGES[link], entry_id)
    return Address("guide", f"{LINKED[link]}:{entry_id}")


def on_paper(text: Text) -> QTextDocument:
    """The text as a document for a printer: ink on white, whatever the mode and the letters of the window."""
    document = QTextDocument()
    document.setDefaultFont(Look().font())
    document.setDefaultStyleSheet(sheet(Look(), CALM))
    Drawings(document, Look(), CALM.text).show(text.pictures)
    document.setHtml(text.html)
    return document


def sheet(look: Look, letters: Type) -> str:
    """The style of a text in this look."""
    grown = letters.text / CALM.text
    points = {
        "title": letters.title,
        "heading": letters.heading,
        "text": letters.text,
        "cell": letters.text * SIZES["table"] / SIZES["body"],
        "mark": letters.mark,
    }
    gaps = {"small": look.px(6 * grown), "gap": look.px(10 * grown), "wide": look.px(22 * grown)}
    colours = {name: look.color(name).name() for name in ("ink", "ink2", "line", "rail", "ai", "kari")}
    return SHEET.substitute(
        {name: f"{size * look.scale:.2f}" for name, size in points.items()},
        family=",".join(f"'{name}'" for name in (SCREEN if letters.bold else TITLE)),
        weight="bold" if letters.bold else "normal",
        **gaps,
        **colours,
    )
