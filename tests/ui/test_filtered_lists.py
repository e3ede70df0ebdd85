"""A list that was scrolled down begins at its top when other rows are wanted; and stays where it was while the rows are the same."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractItemView

from app.domain.ledger.records import Asset
from app.ui.frame import Page
from app.ui.window import Window
from tests.ui.conftest import settle

Way = tuple[str, Callable[[Page], QAbstractItemView], Callable[[Page], object]]
WAYS: dict[str, Way] = {
    "A": ("inventory", lambda page: page.view, lambda page: page._want(department=None, words="項目")),
    "B": ("decision", lambda page: page.many.table, lambda page: page.many._filter("all")),
    "事例": ("cases", lambda page: page.list, lambda page: choose(page._route, 1)),
    "困りごと": ("worries", lambda page: page.list, lambda page: choose(page._group, 1)),
    "書類": ("papers", lambda page: page.list.list, lambda page: page.list.search.setText("契約")),
    "手引き": ("guide", lambda page: page.contents, lambda page: page._find.setText("の")),
    "さがす": ("search", lambda page: page.list, lambda page: page.field.setText("図面")),
}


def choose(combo, row: int) -> None:
    combo.setCurrentIndex(row)
    combo.activated.emit(row)


def opened(window: Window, key: str) -> Page:
    window.resize(1024, 700)
    window.desk.change("多く", [Asset(id=f"z{n}", position=1000 + n, name=f"項目{n}") for n in range(120)])
    window.open(key)
    page = window.page(key)
    if key == "decision":
        page.focus_on("many")
    if key == "guide":
        page.contents.open_all()
    if key == "search":
        page.field.setText("秘密")
    settle()
    return page


@pytest.mark.parametrize("where", list(WAYS))
def test_other_rows_begin_at_the_top(window: Window, where: str) -> None:
    key, view_of, narrow = WAYS[where]
    page = opened(window, key)
    view = view_of(page)
    view.scrollToBottom()
    settle()
    assert view.verticalScrollBar().value() > 0
    narrow(page)
    settle()
    assert view.verticalScrollBar().value() == 0


@pytest.mark.parametrize("where", ["A", "B", "書類"])
def test_the_same_rows_stay_where_they_are(window: Window, where: str) -> None:
    key, view_of, _ = WAYS[where]
    view = view_of(opened(window, key))
    view.scrollToBottom()
    settle()
    before = view.verticalScrollBar().value()
    window.desk.change("一つ", [Asset(id="z0", position=1000, name="項目ゼロ")])
    settle()
    assert view.verticalScrollBar().value() == before > 0
