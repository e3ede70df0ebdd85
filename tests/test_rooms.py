"""The rooms of the house: which may know of which, and what may enter none of them. Read from the source, nothing is run.

Imports inside functions count like any other; so do those that only the type checker sees.
"""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parent.parent

LEAVES = {"app.errors", "app.frontmatter", "app.passing", "app.paths", "app.version"}
ROOMS: dict[str, set[str]] = {
    "errors": set(),
    "frontmatter": set(),
    "passing": set(),
    "paths": set(),
    "version": set(),
    "domain": {"app.domain"},
    "content": LEAVES | {"app.domain", "app.content"},
    "store": LEAVES | {"app.domain", "app.store"},
    "documents": LEAVES | {"app.domain", "app.documents"},
    "paper": LEAVES | {"app.domain", "app.documents", "app.paper"},
    "desk": LEAVES | {"app.domain", "app.content", "app.store"},
    "actions": LEAVES | {"app.domain", "app.documents", "app.desk", "app.actions"},
    "ui": LEAVES | {"app.domain", "app.desk", "app.actions", "app.paper", "app.ui"},
    "cli": LEAVES | {"app.domain", "app.desk", "app.actions", "app.paper"},
    "__main__": {"app.cli", "app.ui.start"},
    "__init__": set(),
}
# Inside `domain` a wing may use those on the floors below it, and its own. What lies in no wing (words, dates, naming, folding) is
# for all of them and uses none.
FLOORS = ({"ledger", "handbook"}, {"columns"}, {"forms", "advice", "search"}, {"days"})
# Doors: one file, or the files of one folder, that may also use these of another room, and why.
DOORS: dict[str, set[str]] = {
    # whole ledgers are opened and exchanged here
    "app/actions/ledgers.py": {"app.content.library", "app.store.ledger", "app.store.exchange"},
    # the bundled texts are checked where they are read
    "app/actions/checking.py": {"app.content"},
    # a text is opened here, with the company's own choices beside it
    "app/actions/reading.py": {"app.content.reading", "app.content.facts"},
    # the bundled texts are searched without a ledger too
    "app/actions/searching.py": {"app.content.forms", "app.content.library", "app.content.search"},
    # the pictures of `demo`
    "app/cli.py": {"app.ui.pictures"},
    # painting a tree
    "app/ui/pages/papers/page.py": {"app.documents.tree"},
    "app/ui/pages/papers/blanks.py": {"app.documents.tree"},
    "app/ui/pages/papers/preview.py": {"app.documents.tree"},
    # the chart of roles goes by the proportions of the paper
    "app/ui/pages/structure/chart.py": {"app.documents.tree", "app.documents.chart"},
    "app/ui/pictures.py": {"app.documents.files"},
}
# Libraries that stand behind one room each, so that they can be changed there alone.
ONLY_IN: dict[str, set[str]] = {
    "PySide6": {"ui", "paper"},
    "shiboken6": {"ui", "paper"},
    "sqlcipher3": {"store"},
    "sqlite_utils": {"store"},
    "sqlite3": {"store"},
    "docx": {"documents"},
    "lxml": {"documents"},
    "markdown": {"content"},
}
NETWORK = {"socket", "socketserver", "ssl", "asyncio", "http", "ftplib", "smtplib", "poplib", "imaplib", "xmlrpc"}
NETWORK |= {"urllib.request", "urllib.error", "urllib.robotparser", "webbrowser", "requests", "httpx", "aiohttp"}
NETWORK |= {"PySide6.QtNetwork", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets", "PySide6.QtWebSockets"}
RUNS_DATA = {"pickle", "marshal", "shelve", "dill", "code", "runpy"}
CLOCK = {"today", "now", "utcnow"}
RUNNERS = {"eval", "exec", "compile", "__import__", "import_module"}
# Files and folders of this computer are shown here, and nothing else is.
SHOWS_FILES, LOCAL = "app/ui/outside.py", "QUrl.fromLocalFile"
# A page's module is imported by its name in the visible order, when the page is first opened.
IMPORTS_BY_NAME = "app/ui/pages/__init__.py"


def sources(home: Path) -> Iterator[tuple[str, ast.Module]]:
    """Every source file of the program by its path in the project."""
    for path in sorted((home / "app").rglob("*.py")):
        yield path.relative_to(home).as_posix(), ast.parse(path.read_text("utf-8"))


def room(file: str) -> str:
    """`app/ui/rail.py` lies in `ui`, `app/desk.py` in `desk`."""
    return file.split("/")[1].removesuffix(".py")


def within(name: str, allowed: set[str]) -> bool:
    """Whether a dotted name is one of these, or lies in one of them."""
    return any(name == one or name.startswith(f"{one}.") for one in allowed)


def imports(module: ast.Module, home: Path) -> Iterator[tuple[int, str]]:
    """Line and dotted name of everything imported; `from app.domain import dates` names app.domain.dates."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = "." * node.level + (node.module or "")
            for alias in node.names:
                inner = f"{start}.{alias.name}"
                yield node.lineno, inner if is_module(inner, home) else start


def is_module(name: str, home: Path) -> bool:
    path = home.joinpath(*name.split("."))
    return path.is_dir() or path.with_suffix(".py").is_file() or name.startswith(("PySide6.Qt", "urllib.", "os."))


def calls(module: ast.Module) -> Iterator[tuple[ast.Call, str]]:
    """Every call with the last part of what is called."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            yield node, getattr(node.func, "attr", getattr(node.func, "id", ""))


def wrong_directions(home: Path) -> Iterator[str]:
    """Imports of ours that the drawing does not have."""
    for file, module in sources(home):
        allowed = ROOMS.get(room(file), set()) | DOORS.get(file, set())
        for line, name in imports(module, home):
            if name.startswith("."):
                yield f"{file}:{line} imports {name} without saying from where"
            elif within(name, {"app"}) and not within(name, allowed):
                yield f"{file}:{line} imports {name}"


def wrong_floors(home: Path) -> Iterator[str]:
    """A wing of `domain` that uses one which does not lie below it."""
    for file, module in sources(home):
        if room(file) == "domain":
            own = wing(file.removesuffix(".py").replace("/", "."))
            for line, name in imports(module, home):
                other = wing(name)
                if other not in ("", own) and not floor(other) < floor(own):
                    yield f"{file}:{line} imports {name}"


def wing(name: str) -> str:
    """The wing of a dotted name: `app.domain.ledger.seats` lies in `ledger`, `app.domain.words` in none."""
    parts = name.split(".")
    return parts[2] if parts[:2] == ["app", "domain"] and any(parts[2:3] == [w] for f in FLOORS for w in f) else ""


def floor(wing: str) -> int:
    """How high a wing lies, what lies in no wing below all."""
    return next((height for height, wings in enumerate(FLOORS) if wing in wings), -1)


def clocks(home: Path) -> Iterator[str]:
    """A look at the clock in `domain`: what is true on a day is asked of the company as it stands on that day."""
    for file, module in sources(home):
        if room(file) == "domain":
            yield from (f"{file}:{call.lineno} asks the clock" for call, name in calls(module) if name in CLOCK)


def libraries_elsewhere(home: Path) -> Iterator[str]:
    """A library outside the room that stands before it."""
    for file, module in sources(home):
        for line, name in imports(module, home):
            if room(file) not in ONLY_IN.get(name.split(".")[0], {room(file)}):
                yield f"{file}:{line} imports {name}"


def ways_out(home: Path) -> Iterator[str]:
    """Anything that could open a network connection, or run what it was given to read."""
    for file, module in sources(home):
        for line, name in imports(module, home):
            if within(name, NETWORK | RUNS_DATA):
                yield f"{file}:{line} imports {name}"
        for call, name in calls(module):
            if name == "openUrl" and (file != SHOWS_FILES or ast.unparse(call.args[0]).split("(")[0] != LOCAL):
                yield f"{file}:{call.lineno} opens an address"
            plain = isinstance(call.func, ast.Name) or name == "import_module"
            if plain and name in RUNNERS and not (file == IMPORTS_BY_NAME and name == "import_module"):
                yield f"{file}:{call.lineno} calls {name}"


# What Qt would read as HTML when it looks like it. A user's text is data, so only these files may set rich text:
RICH = {"setHtml", "insertHtml", "appendHtml", "setMarkdown", "insertMarkdown", "toHtml", "fromHtml"}
RICH |= {"RichText", "MarkdownText", "AutoText", "QTextBrowser", "QTextDocument", "QTextEdit", "QMessageBox"}
RICH_ALLOWED: dict[str, set[str]] = {
    # paragraphs with depths and chips; what is typed or pasted comes in as words
    "app/ui/pages/papers/row_field.py": {"QTextEdit", "QTextDocument"},
    "app/ui/pages/papers/row_document.py": {"QTextDocument"},
    "app/ui/pages/papers/slot_chips.py": {"QTextDocument"},
    "app/ui/kit/reader.py": {"QTextBrowser", "QTextDocument", "setHtml"},  # the bundled texts, nothing typed
    "app/ui/kit/pictures.py": {"QTextDocument"},  # what it asks is how wide the text is
}


def text_that_may_be_markup(home: Path) -> Iterator[str]:
    """Labels made past `kit/text`, rich text where it is not allowed, tooltips that are not escaped."""
    for file, module in sources(home):
        if room(file) != "ui":
            continue
        for node in ast.walk(module):
            name = getattr(node, "attr", getattr(node, "id", ""))
            if isinstance(node, ast.Attribute | ast.Name) and name in RICH - RICH_ALLOWED.get(file, set()):
                yield f"{file}:{node.lineno} uses {name}"
            bases = node.bases if isinstance(node, ast.ClassDef) else ()
            if file != "app/ui/kit/text.py" and any(getattr(base, "id", "") == "QLabel" for base in bases):
                yield f"{file}:{node.lineno} makes a kind of QLabel"
        for call, name in calls(module):
            if name == "QLabel" and (file != "app/ui/kit/text.py" or call.args):
                yield f"{file}:{call.lineno} makes a QLabel"
            if name == "setToolTip" and not plain_tip(call.args[0]):
                yield f"{file}:{call.lineno} shows a tooltip that is not escaped"
            if name == "addRow" and len(call.args) == 2 and isinstance(call.args[0], ast.JoinedStr):
                yield f"{file}:{call.lineno} labels a row of a form with words put together"


def plain_tip(words: ast.expr) -> bool:
    """A tooltip of our own words, or one that went through `text.tip`."""
    if isinstance(words, ast.IfExp):
        return plain_tip(words.body) and plain_tip(words.orelse)
    made = words.func if isinstance(words, ast.Call) else None
    return isinstance(words, ast.Constant) or getattr(made, "attr", getattr(made, "id", "")) == "tip"


RULES: tuple[Callable[[Path], Iterator[str]], ...] = (
    wrong_directions,
    wrong_floors,
    clocks,
    libraries_elsewhere,
    ways_out,
    text_that_may_be_markup,
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_program_keeps_to_the_drawing(rule: Callable[[Path], Iterator[str]]) -> None:
    assert list(rule(HOME)) == []


def test_every_room_of_the_drawing_is_there_and_no_other() -> None:
    found = {room(file) for file, _ in sources(HOME)}
    assert found == set(ROOMS)
    wings = {path.name for path in (HOME / "app/domain").iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert wings == set().union(*FLOORS)


@pytest.mark.parametrize("file", DOORS)
def test_every_door_is_used(file: str) -> None:
    module = ast.parse((HOME / file).read_text("utf-8"))
    used = {name for _, name in imports(module, HOME)}
    assert [door for door in DOORS[file] if not any(within(name, {door}) for name in used)] == []


CAUGHT = [
    # (rule, file, source)
    (wrong_directions, "app/domain/levels.py", "from app.errors import MamoriError"),
    (wrong_directions, "app/domain/levels.py", "from app import paths"),
    (wrong_directions, "app/domain/levels.py", "def f():\n    from app.store import ledger"),
    (wrong_directions, "app/content/library.py", "import app.documents.tree"),
    (wrong_directions, "app/content/library.py", "from app import store"),
    (wrong_directions, "app/store/ledger.py", "from app.content import library"),
    (wrong_directions, "app/store/ledger.py", "from app.desk import Desk"),
    (wrong_directions, "app/documents/word/file.py", "from app.store.ledger import Ledger"),
    (wrong_directions, "app/documents/word/file.py", "from app.paper import pdf"),
    (wrong_directions, "app/paper/pdf.py", "from app.ui.kit import layout"),
    (wrong_directions, "app/paper/pdf.py", "from app.actions import papers"),
    (wrong_directions, "app/desk.py", "from app.actions import assets"),
    (wrong_directions, "app/desk.py", "from app.documents import compose"),
    (wrong_directions, "app/actions/assets.py", "from app.store.ledger import Ledger"),
    (wrong_directions, "app/actions/assets.py", "from app.paper import pdf"),
    (wrong_directions, "app/actions/ledgers.py", "from app.store import history"),
    (wrong_directions, "app/ui/rail.py", "from app.store import ledger"),
    (wrong_directions, "app/ui/rail.py", "from app import cli"),
    (wrong_directions, "app/cli.py", "from app.ui import window"),
    (wrong_directions, "app/cli.py", "if TYPE_CHECKING:\n    from app.store.ledger import Ledger"),
    (wrong_directions, "app/errors.py", "from app.domain import words"),
    (wrong_directions, "app/sales/order.py", "from app.domain import words"),
    (wrong_directions, "app/domain/levels.py", "from . import words"),
    (wrong_floors, "app/domain/words.py", "from app.domain.ledger import seats"),
    (wrong_floors, "app/domain/ledger/seats.py", "from app.domain.advice import balance"),
    (wrong_floors, "app/domain/ledger/seats.py", "from app.domain.handbook.library import Library"),
    (wrong_floors, "app/domain/columns/asset.py", "def f():\n    from app.domain.forms import facts"),
    (wrong_floors, "app/domain/advice/balance.py", "from app.domain.days.incident import calls"),
    (clocks, "app/domain/ledger/seats.py", "from datetime import date\ndef f():\n    return date.today()"),
    (clocks, "app/domain/words.py", "import datetime\nx = datetime.datetime.now()"),
    (libraries_elsewhere, "app/domain/levels.py", "from PySide6.QtCore import Qt"),
    (libraries_elsewhere, "app/actions/assets.py", "import PySide6"),
    (libraries_elsewhere, "app/cli.py", "def f():\n    from PySide6 import QtCore"),
    (libraries_elsewhere, "app/actions/assets.py", "import sqlcipher3.dbapi2"),
    (libraries_elsewhere, "app/ui/rail.py", "import sqlite_utils"),
    (libraries_elsewhere, "app/domain/levels.py", "import sqlite3 as s"),
    (libraries_elsewhere, "app/paper/pdf.py", "from docx import Document"),
    (libraries_elsewhere, "app/ui/rail.py", "from markdown import Markdown"),
    (ways_out, "app/content/library.py", "import socket"),
    (ways_out, "app/content/library.py", "from urllib.request import urlopen"),
    (ways_out, "app/content/library.py", "from urllib import request"),
    (ways_out, "app/content/library.py", "def f():\n    import http.client"),
    (ways_out, "app/ui/rail.py", "from PySide6.QtNetwork import QNetworkAccessManager"),
    (ways_out, "app/ui/rail.py", "from PySide6 import QtNetwork"),
    (ways_out, "app/ui/rail.py", "QDesktopServices.openUrl(QUrl.fromLocalFile(path))"),
    (ways_out, "app/ui/outside.py", "QDesktopServices.openUrl(QUrl('https://example.jp'))"),
    (ways_out, "app/store/codec.py", "import pickle"),
    (ways_out, "app/store/codec.py", "x = eval('1')"),
    (ways_out, "app/store/codec.py", "def f(t):\n    exec(t)"),
    (ways_out, "app/store/codec.py", "import importlib\nimportlib.import_module('socket')"),
    (text_that_may_be_markup, "app/ui/rail.py", "QLabel(name)"),
    (text_that_may_be_markup, "app/ui/rail.py", "QtWidgets.QLabel()"),
    (text_that_may_be_markup, "app/ui/kit/text.py", "QLabel(words)"),
    (text_that_may_be_markup, "app/ui/rail.py", "class Name(QLabel):\n    pass"),
    (text_that_may_be_markup, "app/ui/rail.py", "label.setTextFormat(Qt.TextFormat.RichText)"),
    (text_that_may_be_markup, "app/ui/rail.py", "page.setHtml(text)"),
    (text_that_may_be_markup, "app/ui/rail.py", "QMessageBox.warning(None, '', text)"),
    (text_that_may_be_markup, "app/ui/rail.py", "button.setToolTip(name)"),
    (text_that_may_be_markup, "app/ui/rail.py", "button.setToolTip('' if short else name)"),
    (text_that_may_be_markup, "app/ui/rail.py", "form.addRow(f'{name}', field)"),
]


@pytest.mark.parametrize(("rule", "file", "source"), CAUGHT)
def test_each_kind_of_trespass_is_caught(
    rule: Callable[[Path], Iterator[str]], file: str, source: str, tmp_path: Path
) -> None:
    for name in ("app/domain/words.py", "app/store/ledger.py", "app/content/library.py", "app/cli.py", file):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", "utf-8")
    assert list(rule(tmp_path)) == []
    (tmp_path / file).write_text(source, "utf-8")
    found = list(rule(tmp_path))
    assert found and all(fault.startswith(f"{file}:") for fault in found)


PERMITTED = [
    ("app/domain/days/incident.py", "from app.domain import words\nfrom app.domain.ledger import seats"),
    ("app/domain/levels.py", "from app.domain import words\nfrom app.domain.words import Level\nimport datetime"),
    ("app/store/ledger.py", "from app.domain import words\nfrom app import errors\nimport sqlite_utils, sqlcipher3"),
    ("app/desk.py", "from app.content import library\nfrom app.store import ledger"),
    ("app/actions/ledgers.py", "def f():\n    from app.store.ledger import Ledger"),
    (
        "app/ui/rail.py",
        "from PySide6.QtWidgets import QLabel\nshown: QLabel\nshown.setToolTip(text.tip(name))\na.exec()",
    ),
    ("app/content/library.py", "from urllib.parse import quote\nimport re\nre.compile('a')"),
]


@pytest.mark.parametrize(("file", "source"), PERMITTED)
def test_what_the_drawing_has_is_let_through(file: str, source: str, tmp_path: Path) -> None:
    for name in ("app/domain/words.py", "app/store/ledger.py", "app/content/library.py", "app/errors.py", file):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / file).write_text(source, "utf-8")
    assert [fault for rule in RULES for fault in rule(tmp_path)] == []
