"""A hundred two-page pledges, against docxtpl filling an equivalent template, in turns on the same machine.

Once as docxtpl does it, written and no more; once as the program does it, every file opened again and compared.
"""

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docxtpl import DocxTemplate

from app.documents.tree import Document, Signature, Text, Value
from app.documents.word import check as word_check
from app.documents.word import file as word
from tests.documents import samples
from tests.documents.test_word import MADE

pytestmark = pytest.mark.long
COUNT, ROUNDS = 100, 3
FASTER, NOT_SLOWER = 3.0, 1.0


def pledge(person: str) -> Document:
    """The sample pledge of one person."""
    document = samples.pledge()
    signature = Signature("", (("所属", (Text("製造部"),)), ("氏名", (Value("person", person),))))
    return replace(document, blocks=(*document.blocks[:-3], signature))


def took(write: Callable[[str, Path], None], folder: Path) -> float:
    started = time.perf_counter()
    for number in range(COUNT):
        write(f"髙﨑 {number}子", folder / f"{number}.docx")
    return time.perf_counter() - started


def test_a_hundred_pledges(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    template = word.to_bytes(pledge("{{ person }}"), MADE)

    def ours(person: str, path: Path) -> None:
        path.write_bytes(word.to_bytes(pledge(person), MADE))

    def theirs(person: str, path: Path) -> None:
        paper = DocxTemplate(BytesIO(template))
        paper.render({"person": person}, autoescape=True)
        paper.save(path)

    def checked(person: str, path: Path) -> None:
        ours(person, path)
        word_check.verify(pledge(person), path)

    ways = (ours, theirs, checked)
    for write in ways:  # imports and the base file are not part of the work
        write("髙﨑 𠮷郎", tmp_path / "first.docx")
    times = [[took(write, tmp_path) for write in ways] for _ in range(ROUNDS)]
    us, them, read = (statistics.median(row) for row in zip(*times, strict=True))
    with capsys.disabled():
        print(f"\n誓約書 {COUNT}通: docxtpl {them / COUNT * 1000:.1f} ms/通")
        print(f"  書くだけ　　 {us / COUNT * 1000:.1f} ms/通、{them / us:.1f}倍速い")
        print(f"  読み返しまで {read / COUNT * 1000:.1f} ms/通、{them / read:.2f}倍速い")
    assert them / us >= FASTER
    assert them / read >= NOT_SLOWER
