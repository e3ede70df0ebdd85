"""From nothing to the first paint: what is not loaded yet, what is remembered between two starts, what happens without a screen."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings, Qt

from app import __main__ as program
from app import cli
from app.actions import ledgers
from app.ui.settings import RECENT, Settings

HOME = Path(__file__).resolve().parent.parent

# What a first paint has no use for: libraries, and our own rooms behind the window.
TOO_EARLY = {"sqlite_utils", "sqlcipher3", "sqlite3", "docx", "lxml", "markdown", "click", "pluggy", "email", "http"}
TOO_EARLY |= {"dataclasses", "PySide6.QtWidgets.QStyle"}
TOO_EARLY |= {"socket", "ssl", "json", "xml", "hashlib", "PySide6.QtPrintSupport", "PySide6.QtNetwork"}
ROOMS = {"app.store", "app.content", "app.documents", "app.domain", "app.actions", "app.desk", "app.cli"}

# What ホーム has no use for: it needs the ledger, the heads of some texts, the rail and itself. Of Qt's classes those with many names
# in them: each of those names is made when the class is first asked for (QStyle, for one, takes 8 ms).
NOT_FOR_HOME = {"sqlite_utils", "click", "pluggy", "docx", "lxml", "markdown"}
NOT_FOR_HOME |= {"app.documents", "app.cli", "app.content.forms", "app.content.reading", "app.content.search"}
NOT_FOR_HOME |= {"app.domain.columns", "app.domain.days.incident", "app.domain.forms", "app.domain.search"}
NOT_FOR_HOME |= {"app.store.exchange", "app.ui.asking", "app.ui.dialogs", "app.ui.key_list", "app.ui.printing"}
NOT_FOR_HOME |= {"app.ui.welcome", "app.ui.kit.level_cells", "app.ui.kit.reader", "app.ui.kit.sheet"}
NOT_FOR_HOME |= {"PySide6.QtPrintSupport", "PySide6.QtNetwork"}
NOT_FOR_HOME |= {
    f"PySide6.QtWidgets.{name}" for name in ("QStyle", "QStyledItemDelegate", "QTableView", "QTextEdit", "QDialog")
}

# The real program. At its first paint, and when a page is turned to, it tells what is loaded; then it ends.
WATCHED = """
import os, sys
from app import __main__ as program
from app.ui import window
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

def tell(when):
    qt = [name for name in sys.modules if name.startswith("PySide6.Qt")]
    classes = [f"{name}.{made}" for name in qt for made in vars(sys.modules[name])]
    print(when, *sys.modules, *classes, flush=True)
    if when == os.environ["UNTIL"]:
        QApplication.quit()

paint, turn, painted = window.Window.paintEvent, window.Window.open, []

def first_paint(self, event):
    if not painted:
        painted.append(True)
        QTimer.singleShot(0, lambda: tell("painted"))
    paint(self, event)

def turned(self, page, focus=""):
    turn(self, page, focus)
    tell(page)

window.Window.paintEvent, window.Window.open = first_paint, turned
sys.exit(program.main())
"""


@pytest.fixture
def user(tmp_path: Path) -> dict[str, str]:
    """The surroundings of a user who never started the program."""
    own = {"XDG_CONFIG_HOME": str(tmp_path / "config"), "HOME": str(tmp_path), "PYTHONPATH": str(HOME)}
    return os.environ | own | {"QT_QPA_PLATFORM": "offscreen"}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("start") / "見本.mamori"
    ledgers.create_sample(path)
    return path


def watched(user: dict[str, str], until: str, *arguments: str) -> dict[str, set[str]]:
    """What was loaded at each moment of a start."""
    command = [sys.executable, "-c", WATCHED, *arguments]
    done = subprocess.run(command, env=user | {"UNTIL": until}, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    lines = [line.split() for line in done.stdout.splitlines()]
    return {when: set(modules) for when, *modules in lines}


def loaded(modules: set[str], wanted: set[str]) -> set[str]:
    return {name for name in wanted if name in modules or any(module.startswith(f"{name}.") for module in modules)}


# before the first paint


def test_the_first_page_needs_nothing_of_the_ledgers(user: dict[str, str]) -> None:
    at_paint = watched(user, "painted")["painted"]
    assert loaded(at_paint, TOO_EARLY | ROOMS) == set()
    assert {"app.ui.welcome", "app.ui.kit.text"} <= at_paint


@pytest.mark.parametrize("named", [True, False], ids=["named", "last time"])
def test_a_ledger_is_opened_after_the_first_paint(user: dict[str, str], ledger: Path, named: bool) -> None:
    if not named:
        remember(user, ledger)
    moments = watched(user, "home", *([str(ledger)] if named else []))
    assert loaded(moments["painted"], TOO_EARLY | ROOMS | {"PySide6.QtSvg", "app.ui.kit"}) == set()
    assert loaded(moments["home"], NOT_FOR_HOME) == set()
    pages = {name for name in moments["home"] if name.startswith("app.ui.pages.")}
    assert pages == {"app.ui.pages.home"}, (
        "the other pages come when they are turned to, and the first page does not flash up"
    )
    assert {"app.store.ledger", "app.desk", "PySide6.QtWidgets.QLabel"} <= moments["home"]
    settings = QSettings(str(own_file(user)), QSettings.Format.IniFormat)
    assert settings.value("recent") in (str(ledger), [str(ledger)])


def test_no_page_brings_what_only_the_network_or_a_file_needs() -> None:
    """Python's own helper for XML would bring mail, sockets and encryption to the page of papers, a third of its time to open."""
    asked = "import sys; from app.ui.pages import TABS; [tab.page_class() for tab in TABS]; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", asked], cwd=HOME, capture_output=True, text=True, check=True)
    needless = {
        "socket",
        "ssl",
        "http",
        "email",
        "urllib.request",
        "docx",
        "lxml",
        "markdown",
        "PySide6.QtPrintSupport",
    }
    assert loaded(set(told.stdout.split()), needless) == set()


def own_file(user: dict[str, str]) -> Path:
    return Path(user["XDG_CONFIG_HOME"]) / "mamoricho" / "まもり帳" / "mamoricho.ini"


def remember(user: dict[str, str], ledger: Path) -> None:
    own_file(user).parent.mkdir(parents=True)
    Settings(own_file(user)).opened(ledger)


# what is remembered


def test_settings_lie_in_a_file_of_their_own_and_hold_nothing_of_a_ledger(user: dict[str, str], ledger: Path) -> None:
    remember(user, ledger)
    watched(user, "home")
    written = [path for path in Path(user["XDG_CONFIG_HOME"]).rglob("*") if path.is_file()]
    assert written == [own_file(user)]
    assert Settings(own_file(user)).author == "", "the sample's president is not offered as one's own name"
    assert "みなと" not in own_file(user).read_text("utf-8")


def test_papers_go_where_the_last_one_went_while_that_folder_is_there(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "x.ini")
    assert settings.folder.is_dir() and settings.folder != Path.cwd(), "not where the program happens to be"
    settings.folder = tmp_path / "書類"
    assert settings.folder != tmp_path / "書類"
    (tmp_path / "書類").mkdir()
    assert settings.folder == tmp_path / "書類"


def test_recent_ledgers_are_those_that_are_still_there_newest_first(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "x.ini")
    assert settings.recent == []
    paths = [tmp_path / f"{number}.mamori" for number in range(RECENT + 3)]
    for path in paths:
        path.touch()
        settings.opened(path)
    settings.opened(paths[5])
    assert settings.recent == [paths[5], *(path for path in reversed(paths) if path != paths[5])][:RECENT]
    paths[5].unlink()
    assert Settings(tmp_path / "x.ini").recent == settings.recent and paths[5] not in settings.recent


def test_a_place_that_cannot_be_looked_into_is_no_reason_not_to_start(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "x.ini")
    there = tmp_path / "a.mamori"
    there.touch()
    settings.opened(there)
    settings.opened(Path("/" + "長" * 500))
    settings.opened(Path("a\0b"))
    assert settings.recent == [there]


@pytest.mark.parametrize(("written", "scale"), [("1.2", 1.2), ("9", 1.5), ("0", 0.9), ("大", 1.0), ("nan", 0.9)])
def test_a_settings_file_written_by_hand_does_no_harm(tmp_path: Path, written: str, scale: float) -> None:
    file = tmp_path / "x.ini"
    file.write_text(f"[General]\nscale={written}\nrecent=@Invalid()\ngeometry=1\nauthor=\n", "utf-8")
    settings = Settings(file)
    assert settings.scale == scale
    assert (settings.recent, settings.geometry, settings.author) == ([], None, "")


def test_size_name_and_folds_come_back(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "x.ini")
    settings.scale, settings.author, settings.geometry = 1.3, "髙﨑 𠮷郎", QByteArray(b"\x01\x02")
    assert not settings.unfolded("more") and settings.unfolded("more", first=True)
    settings.unfold("more", True)
    again = Settings(tmp_path / "x.ini")
    assert (again.scale, again.author, again.geometry) == (1.3, "髙﨑 𠮷郎", QByteArray(b"\x01\x02"))
    assert again.unfolded("more")


# the window itself


def test_a_ledger_that_cannot_be_opened_is_told_and_the_first_page_comes(
    qtbot, tmp_path: Path, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.ui import dialogs, start
    from app.ui.opening import Opening
    from app.ui.welcome import Welcome

    told: list[str] = []
    monkeypatch.setattr(dialogs, "tell_error", lambda parent, look, error: told.append(str(error)))
    broken = tmp_path / "<b>こわれた&帳.mamori"
    shutil.copy(ledger, broken)
    with broken.open("r+b") as file:
        file.truncate(5000)
    before = broken.read_bytes()
    window = start.window(Settings(tmp_path / "x.ini"), broken)
    qtbot.addWidget(window)
    shown = window.centralWidget()
    assert isinstance(shown, Opening) and "<b>こわれた&帳" in shown.accessibleName()
    with qtbot.waitSignal(window.painted):
        window.show()
    assert isinstance(window.centralWidget(), Welcome)
    assert len(told) == 1 and told[0].count("\n") == 2 and broken.read_bytes() == before


def test_whoever_makes_a_new_ledger_is_asked_for_their_name_once(
    qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.ui import start
    from app.ui.welcome import Welcome

    monkeypatch.setenv("MAMORICHO_LEDGERS", str(tmp_path))
    window = start.window(Settings(tmp_path / "x.ini"))
    qtbot.addWidget(window)
    first = window.centralWidget()
    assert isinstance(first, Welcome) and first.author.text() == "" and not first.start.isEnabled()
    first.company.setText("A&B<精密>製作所")
    first.author.setText(" 髙﨑 𠮷郎 ")
    first.start.click()
    assert window.desk.company.profile.name == "A&B<精密>製作所" and window.desk.author == "髙﨑 𠮷郎"
    window.show_welcome()
    again = window.centralWidget()
    assert isinstance(again, Welcome) and again.author.text() == "髙﨑 𠮷郎"


def test_a_ledger_is_made_from_the_keyboard_alone(qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from app.ui import start

    monkeypatch.setenv("MAMORICHO_LEDGERS", str(tmp_path))
    window = start.window(Settings(tmp_path / "x.ini"))
    qtbot.addWidget(window)
    window.show()
    first = window.centralWidget()
    for field, words in ((first.company, "有限会社 A"), (first.trade, "板金"), (first.author, "湊")):
        assert window.focusWidget() is field
        field.setText(words)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.desk.company.profile.trade == "板金" and window.desk.author == "湊"


# without a screen


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What the command line is asked to do."""
    asked: list[list[str]] = []
    monkeypatch.setattr(cli, "main", lambda arguments: asked.append(arguments) or 0)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    return asked


def test_without_a_screen_one_line_is_said_and_the_sample_is_made(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["app"])
    assert program.main() == 0
    assert commands == [["demo", "out"]]
    said = capsys.readouterr()
    assert said.out == "" and said.err.count("\n") == 1 and "画面がない" in said.err


def test_a_command_is_done_without_a_window(commands: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["app", "verify", "x.mamori"])
    assert program.main() == 0
    assert commands == [["verify", "x.mamori"]]


@pytest.mark.parametrize("arguments", [[], ["帳.mamori"]])
@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_with_a_screen_the_window_opens(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch, name: str, arguments: list[str]
) -> None:
    from app.ui import start

    monkeypatch.setenv(name, "x")
    monkeypatch.setattr(sys, "argv", ["app", *arguments])
    monkeypatch.setattr(start, "run", lambda argv: argv)
    assert program.main() == ["app", *arguments] and commands == []
