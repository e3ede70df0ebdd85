"""Every test here paints, so each wants Qt and the fonts."""

import pytest

from app.paper import fonts


@pytest.fixture(autouse=True)
def stage(qapp: object) -> None:
    fonts.load()
