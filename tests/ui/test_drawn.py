"""Pictures in a text that is read: drawn at the width there is, in the colours of the look, on the screen and on paper."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtPrintSupport import QPrinter

from app.actions import choices, reading
from app.actions.reading import Text
from app.domain.handbook.pictures import PICTURES
from app.domain.words import State
from app.ui.kit.drawn import lay
from app.ui.kit.reader import Reader, on_paper
from app.ui.look import Look
from app.ui.window import Window
from tests.ui.conftest import settle

SEAL = "purposes"
"""The picture that has every ink but one."""


def text(name: str = SEAL) -> Text:
    html = f'<p>前</p><p class="picture"><img src="picture:{name}"></p><p>後</p>'
    return Text("steps:x", "題", html, {SEAL: PICTURES[SEAL]})


@pytest.fixture
def shown(qtbot):
    def show(look: Look, what: Text, width: int = 800) -> Reader:
        reader = Reader(look)
        qtbot.addWidget(reader)
        reader.resize(width, 900)
        reader.show()
        reader.show_text(what)
        settle()
        return reader

    return show


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}


@pytest.mark.parametrize("look", [Look(), Look(dark=True), Look(strong=True), Look(dark=True, strong=True)])
def test_a_picture_is_painted_in_the_colours_of_its_look(shown, look: Look) -> None:
    seen = colours(shown(look, text()).grab().toImage())
    assert {look.color(token).name() for token in ("ai_pale", "card")} <= seen
    if not look.strong:
        other = Look(dark=not look.dark)
        assert other.color("ai_pale").name() not in seen


@pytest.mark.parametrize("name", ["other", "", "../purposes", "https://example.com/a.png"])
def test_what_is_none_of_ours_takes_no_room_and_paints_nothing(shown, name: str) -> None:
    look = Look()
    with_ours, without = shown(look, text()), shown(look, text(name))
    assert with_ours.document().size().height() > without.document().size().height() + 100
    assert look.color("ai_pale").name() not in colours(without.grab().toImage())


def test_a_picture_grows_with_the_letters_and_never_wider_than_its_text(shown) -> None:
    small, large = shown(Look(), text(), 620), shown(Look(scale=1.5), text(), 930)
    assert large.document().size().height() > 1.4 * small.document().size().height()
    for width in (240, 400, 620, 1100):
        reader = shown(Look(), text(), width)
        assert reader.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("name", PICTURES)
def test_a_narrow_picture_stands_upright_and_every_box_stays_inside(qapp, name: str) -> None:
    heights = [lay(PICTURES[name].part, 0, 0, width).height for width in (4600, 3000, 1500, 900)]
    assert heights == sorted(heights) and heights[-1] < 12000


def test_paper_shows_it_in_light_colours_within_its_margins(qapp, tmp_path: Path) -> None:
    made = tmp_path / "page.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(made))
    on_paper(text()).print_(printer)
    if not shutil.which("pdftoppm"):
        pytest.skip("poppler is not here")
    subprocess.run(["pdftoppm", "-r", "60", "-png", made, tmp_path / "page"], check=True)
    pages = sorted(tmp_path.glob("page*.png"))
    image = QImage(str(pages[0]))
    seal = [
        x
        for x in range(image.width())
        for y in range(image.height())
        if _near(image.pixelColor(x, y), Look().color("shu"))
    ]
    assert len(pages) == 1 and seal
    assert max(seal) < image.width() * 0.92, "the secret, at the right edge, stands within the margin"


def _near(one: QColor, other: QColor) -> bool:
    return (
        abs(one.red() - other.red()) < 60
        and abs(one.green() - other.green()) < 60
        and abs(one.blue() - other.blue()) < 60
    )


# the pages ----------------------------------------------------------------------------------------------


def test_each_picture_says_in_words_what_it_shows_and_no_sign_of_it_is_left(window: Window) -> None:
    window.open("guide")
    page = window.page("guide")
    shown = 0
    for step in window.desk.library.steps:
        found = reading.open_text(window.desk, f"steps:{step}")
        shown += len(found.pictures)
        page.reader.show_text(found)
        plain = page.reader.toPlainText().replace("　", " ")
        assert "{:" not in plain and "picture" not in plain
        assert all(picture.words.replace("　", " ") in plain for picture in found.pictures.values())
    assert shown >= 6


def test_the_map_in_the_guide_follows_a_choice(window: Window) -> None:
    window.open("guide", "steps:c-choose")
    reader = window.page("guide").reader
    before = re.search("図「うちの守りの地図」.*", reader.toPlainText())
    for measure, choice in list(window.desk.company.choices.items()):
        if choice.state.in_force:
            choices.choose(window.desk, measure, None)
    settle()
    after = re.search("図「うちの守りの地図」.*", reader.toPlainText())
    assert before and after and before[0] != after[0] and "空いています" in after[0]


def test_a_case_shows_what_we_have_of_it_after_a_restart_too(window: Window) -> None:
    window.open("cases", "inc-cutting-tools")
    case = window.desk.library.cases["inc-cutting-tools"]
    for measure in case.measures:
        choices.choose(window.desk, measure, None)
    settle()
    page = window.page("cases")
    assert "うちは 0/6" in page.reader.toPlainText()
    choices.choose(window.desk, case.measures[0], State.DONE)
    settle()
    assert "うちは ✓1/6（6つのうち1つがあります）" in page.reader.toPlainText()
    path = window.desk.path
    assert window.open_ledger(path)
    window.open("cases", "inc-cutting-tools")
    settle()
    page = window.page("cases")
    assert "うちは ✓1/6" in page.reader.toPlainText()
    row = next(page.list.item(n) for n in range(page.list.count()) if page.list.item(n).data(256) == case.id)
    assert "うちは ✓1/6" in row.data(11), "the row says so to a screen reader"
