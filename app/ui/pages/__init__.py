"""The pages in their visible order. A page's module is imported when the page is first opened."""

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from app.ui.frame import Page


class Tab(NamedTuple):
    """A page's line on the rail: its key (also the module's name), words, a letter or an icon, the heading above it.

    A page that is not on the rail is reached from others.
    """

    key: str
    label: str
    mark: str
    group: str = ""
    on_rail: bool = True

    @property
    def heading(self) -> str:
        """As a page is headed that has a letter: 「A 洗い出し」."""
        return f"{self.mark} {self.label}" if len(self.mark) == 1 else self.label

    def page_class(self) -> "type[Page]":
        """The page itself: the class `Page` subclass named in its module as PAGE."""
        page: type[Page] = import_module(f"{__name__}.{self.key}").PAGE
        return page


TABS = (
    Tab("home", "ホーム", "home"),
    Tab("beginning", "最初の30分", "home", on_rail=False),
    Tab("seals", "証拠の貯金", "home", on_rail=False),
    Tab("xrays", "気になる所", "home", on_rail=False),
    Tab("inventory", "洗い出し", "A", "手順"),
    Tab("decision", "秘密の決定", "B", "手順"),
    Tab("measures", "対策", "C", "手順"),
    Tab("structure", "社内体制", "X", "手順"),
    Tab("papers", "書類", "papers", "使う"),
    Tab("worries", "困りごと", "worry", "使う"),
    Tab("cases", "事例", "case", "使う"),
    Tab("others", "他社の情報", "Y", "使う"),
    Tab("year", "年間の予定", "calendar", "使う"),
    Tab("guide", "手引き", "book", "使う"),
    Tab("search", "さがす", "search", "使う"),
    Tab("ledger", "台帳と設定", "sliders", "使う"),
    Tab("incident", "もしもの時", "Z", "緊急"),
)
