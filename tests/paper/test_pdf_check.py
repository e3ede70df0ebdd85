"""A finished PDF is read back: no word of the paper and no letter of its pages may be missing, and nothing typed may confuse it."""

import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from types import ModuleType

import PySide6
import pytest
from hypothesis import HealthCheck, given, settings

from app.documents.tree import Document, Table
from app.errors import PaperError
from app.paper import pages, pdf, pdf_check, searchable
from app.paper.writers import KINDS, writers
from tests.documents import samples
from tests.documents.test_word import HOSTILE, saying
from tests.firms import ANYTHING

MADE = datetime(2026, 11, 17, 5, 30, tzinfo=UTC)
SCRIPTS = "office ffl Việt ấụả العربية עברית हिन्दी 한국어 ไทย e\u0301 👩‍👩‍👧 ☎ ①㍿ ｶﾞ ｜＿＿"
READ_WITH = "6.11.3"


def test_the_patterns_were_read_off_this_qt() -> None:
    assert PySide6.__version__ == READ_WITH, (
        f"app/paper/pdf_check.py and searchable.py read a PDF as Qt {READ_WITH} writes it, and this is {PySide6.__version__}. "
        "Run tests/paper; then open a paper with the name 𠮷田 in two readers, search for the name and copy it; "
        "then write the new number here."
    )


@pytest.mark.parametrize("module", [pdf_check, searchable], ids=lambda module: module.__name__)
def test_every_pattern_is_found_in_a_file_of_this_qt(module: ModuleType) -> None:
    data = pdf.to_bytes(saying("髙﨑 𠮷郎"), MADE)
    shown = data + b"".join(_streams(data))
    patterns = {name: value for name, value in vars(module).items() if isinstance(getattr(value, "pattern", 0), bytes)}
    assert len(patterns) >= 3
    assert [name for name, pattern in patterns.items() if not pattern.search(shown)] == []
    assert not any(pattern.search(b"%PDF-1.4 of another making") for pattern in patterns.values())


def _streams(data: bytes) -> Iterator[bytes]:
    """What is packed, unpacked."""
    for at in re.finditer(rb"/FlateDecode.*?stream\n", data, re.S):
        yield zlib.decompressobj().decompress(data[at.end() :])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("sample", samples.ALL, ids=lambda sample: sample.__name__)
def test_every_kind_of_file_is_read_back(kind: str, sample: Callable[[], Document]) -> None:
    assert writers(kind)[kind].verified(sample(), MADE, "書類")


@pytest.mark.parametrize("text", [HOSTILE, SCRIPTS, "長い行。" * 200, "\n\n", "A&B<精密>製作所"])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_typed_raises_a_false_alarm(kind: str, text: str) -> None:
    writers(kind)[kind].verified(saying(text), MADE, "書類")


@given(ANYTHING, ANYTHING)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_false_alarm_whatever_is_typed(one: str, other: str) -> None:
    writers("pdf")["pdf"].verified(saying(f"{one}あ{other}"), MADE, "書類")


def test_another_paper_is_noticed() -> None:
    with pytest.raises(PaperError, match=r"「誓約書.pdf」を読み返したところ"):
        pdf_check.verify(samples.pledge(), pdf.to_bytes(samples.notice(), MADE), "誓約書.pdf")


def test_a_letter_that_is_not_drawn_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """One letter less in the finished file."""
    data = pdf.to_bytes(samples.pledge(), MADE)
    start = data.index(b"stream\n", data.index(b"/FlateDecode")) + 7
    reader = zlib.decompressobj()
    content = reader.decompress(data[start:])
    without = content.replace(b"<0001> Tj", b"", 1)
    assert without != content
    shorter = data[:start] + zlib.compress(without) + reader.unused_data
    with pytest.raises(PaperError, match="作った内容と違いました"):
        pdf_check.verify(samples.pledge(), shorter, "誓約書.pdf")


def test_a_word_that_is_not_on_the_pages_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    table = next(block for block in samples.register().blocks if isinstance(block, Table))
    lost = table.rows[-1][1]
    shown = pages.Pages.plain_text
    monkeypatch.setattr(pages.Pages, "plain_text", lambda self: shown(self).replace(lost, "", 1))
    with pytest.raises(PaperError, match="作った内容と違いました"):
        pdf_check.verify(samples.register(), pdf.to_bytes(samples.register(), MADE), "台帳.pdf")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4", pdf.to_bytes])
def test_a_file_that_is_not_whole_is_told(data: object) -> None:
    document = replace(samples.notice(), title="体制図")
    half = data if isinstance(data, bytes) else pdf.to_bytes(document, MADE)[:2000]
    with pytest.raises(PaperError, match="読み返せませんでした"):
        pdf_check.verify(document, half, "体制図.pdf")
