"""Where tools that fill in Word files fail: our papers say what they should, as Word file and as PDF, and nothing is left out unsaid."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.documents.cover import blank_places
from app.documents.tree import Document
from app.paper.writers import writers
from tests.documents import probes
from tests.documents.probes import PROBES, Probe
from tests.documents.test_word import MADE

TREES = (
    probes.dropped_article,
    probes.nameless,
    probes.lists,
    lambda: probes.named(probes.COMPANY),
    lambda: probes.named(probes.RARE),
)


@pytest.mark.parametrize("probe", PROBES, ids=lambda probe: probe.name)
def test_ours_says_what_is_right(probe: Probe) -> None:
    assert probe.ours() == probe.right


@pytest.mark.parametrize("probe", PROBES, ids=lambda probe: probe.name)
def test_docxtpl_is_given_a_fair_template(probe: Probe) -> None:
    """However it fails, the rest of its paper is there: so it is the probe that fails, not the template."""
    said = probe.docxtpl(True).splitlines()
    assert len(said) == len(probe.right.splitlines())
    assert len(set(probe.right.splitlines()) - set(said)) <= 2


@pytest.mark.parametrize("make", TREES)
def test_every_kind_of_file_is_read_back_whole(make: Callable[[], Document], tmp_path: Path, qapp: object) -> None:
    for kind, writer in writers("docx", "pdf", "txt").items():
        writer.write(make(), path := tmp_path / f"書類.{kind}", MADE)
        assert path.stat().st_size


def test_what_is_missing_is_listed_with_its_place_before_anything_is_written() -> None:
    (missing,) = blank_places(probes.nameless())
    assert (missing[0].label, missing[1]) == ("会社名", "第1条")
