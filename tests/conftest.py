"""The tests show no windows, however pytest is started."""

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--share", type=float, default=1.0, help="how much of the long runs by lot: 0.1 for a tenth")


@pytest.fixture(scope="session")
def share(request: pytest.FixtureRequest) -> float:
    """How much of a long run by lot was asked for."""
    return float(request.config.getoption("--share"))
