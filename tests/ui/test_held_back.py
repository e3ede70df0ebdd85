"""「先に確かめます」 in the real window: seen in A by its words, asked in B in place of a level, and back again by 「ない」."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from app.actions import assets
from app.domain.advice.progress import undecided
from app.domain.words import Level, YesNo
from app.ui.kit.sheet.model import ROLE, TOLD
from app.ui.pages.decision.held import READ
from app.ui.pages.inventory.details import AssetDetails
from tests.ui.conftest import settle


@pytest.fixture
def held(window) -> str:
    """An asset with a word that raises the question."""
    asset = undecided(window.desk.company)[0]
    window.desk.change("試し", [replace(window.desk.company.assets[asset], name="検査記録の改ざん")])
    settle()
    return asset


def opened(window, key: str, focus: str):
    window.open(key, focus)
    settle()
    return window.page(key)


def said(widget) -> str:
    labels = [label for label in widget.findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.accessibleName() or label.text() for label in labels)


def press(qtbot, widget, words: str) -> None:
    found = [
        one
        for one in widget.findChildren(QPushButton)
        if one.isVisible() and (one.accessibleName() or one.text()).endswith(words)
    ]
    assert len(found) == 1, words
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)
    settle()


def test_a_says_it_beside_the_name(window, held):
    model = opened(window, "inventory", held).model
    index = model.index(model.row_of(held), 0)
    assert index.data(TOLD) == "先に確かめます"
    assert index.data(ROLE.AccessibleTextRole).endswith("、先に確かめます")
    assert model.index((model.row_of(held) + 1) % len(model.order), 0).data(TOLD) == ""


def test_the_details_ask_quietly_and_say_why_where_a_word_raised_it(window, held):
    other = next(asset for asset in window.desk.company.order if asset != held)
    asking, quiet = (AssetDetails(window, window, asset) for asset in (held, other))
    for sheet in (asking, quiet):
        sheet.show()
        settle()
        assert [sheet.fields["unlawful"].itemText(n) for n in range(4)] == ["まだ", "ない", "ある", "分からない"]
    assert "「改ざん」という言葉" in said(asking) and "という言葉" not in said(quiet)
    quiet.fields["unlawful"].setCurrentText("分からない")
    quiet._save()
    assert window.desk.company.assets[other].unlawful is YesNo.UNKNOWN
    asking.reject()


def test_b_asks_in_place_of_a_level_and_no_leads_back(qtbot, window, held):
    page = opened(window, "decision", held)
    words = said(page)
    assert "「改ざん」という言葉" in words and "まもり帳の提案" not in words and "あなたの決定" not in words
    assert not page.one.verdict.isVisible() and page.go.isEnabled()
    qtbot.keyClick(page, Qt.Key.Key_1)
    assert not page.one.drafted
    press(qtbot, page, "：分からない")
    assert window.desk.company.assets[held].unlawful is YesNo.UNKNOWN and page.one.held.isVisible()
    press(qtbot, page, "：ない")
    assert page.one.verdict.isVisible() and not page.one.held.isVisible() and "まもり帳の提案" in said(page)
    window.desk.undo()
    settle()
    assert page.one.held.isVisible()


def test_every_link_of_the_panel_leads_somewhere(qtbot, window, held):
    library = window.desk.library
    for words, key, to in READ:
        kind, _, entry = to.rpartition(":")
        assert entry in getattr(library, kind or key), to
        page = opened(window, "decision", held)
        press(qtbot, page, words)
        assert window.open_page == key


def test_the_list_decides_the_others_and_says_so(qtbot, window, held):
    page = opened(window, "decision", "many")
    assert held not in page.many.shown.ids, "it does not wait for a decision"
    page.many._filter("all")
    page.many.table.selectAll()
    row = page.many._model.row_of(held)
    assert page.many._model.index(row, 2).data() == "先に確かめます"
    page.many.verdict.levels.press(2)
    settle()
    qtbot.mouseClick(page.go, Qt.MouseButton.LeftButton)
    settle()
    assert held not in window.desk.company.decisions
    assert all(window.desk.company.level_of(one) is Level.SECRET for one in window.desk.company.order if one != held)
    assert "先に確かめます" in said(window)


def test_home_leads_to_the_first_and_b_counts_it_as_settled(qtbot, window, held):
    before = len(undecided(window.desk.company))
    home = opened(window, "home", "")
    press(qtbot, home, "先に確かめる情報 1件")
    page = window.page("decision")
    assert window.open_page == "decision" and page.one.asset == held
    assert f"残り {before}件" in said(page)


def test_without_any_asset_b_teaches(window):
    assets.remove(window.desk, window.desk.company.order)
    assert "洗い出した情報を一つずつ見て" in said(opened(window, "decision", ""))
