"""The tests show no windows, however pytest is started; what the program brings with it is read once for all of them."""

import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from app import paths
from app.content import forms, library

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--share", type=float, default=0.1, help="how much of the long runs is tried, always the same: 1 for all"
    )


@pytest.fixture(scope="session")
def share(request: pytest.FixtureRequest) -> float:
    """How much of a long run was asked for; what is left out and what is not is the same every time."""
    return float(request.config.getoption("--share"))


@pytest.fixture(scope="session", autouse=True)
def bundled_once() -> Iterator[None]:
    """The bundled texts and forms are values that nobody changes: read once, not for every ledger that a test opens."""
    with pytest.MonkeyPatch.context() as patch:
        for module, folder in ((library, paths.CONTENT), (forms, paths.FORMS)):
            patch.setattr(module, "load", _once(module.load, folder))
        yield


def _once(load: Callable[[Path], object], bundled: Path) -> Callable[[Path], object]:
    """As `load`, only that the bundled folder is read once; a test's own folder may change under its hands."""
    read = cache(load)
    return lambda folder: (read if folder == bundled else load)(folder)
