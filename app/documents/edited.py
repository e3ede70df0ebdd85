"""Has somebody worked on a file since we wrote it? Then it is not ours to write over.

A Word file of ours has no dates inside and its properties say nothing; Word, LibreOffice and every library that saves it again put
theirs in. A PDF of ours ends as often as a new one does and names the same maker; whoever changes it adds an end or a name. Of any
other kind of file nothing is known, so it counts as worked on.
"""

import re
from io import BytesIO
from itertools import chain
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from app.documents.word.base import APP

UNDATED = ZipInfo("x").date_time
_MAKER = re.compile(rb"/Producer\s*(\([^)]*\)|<[^>]*>)")


def kept(path: Path, new: bytes) -> Path:
    """Where the new file may go: this path, or a numbered one beside it if somebody has worked on what is there."""
    numbered = (path.with_stem(f"{path.stem}（{n}）") for n in range(2, 10_000))
    return next(place for place in chain((path,), numbered) if not place.exists() or not _worked_on(place, new))


def _worked_on(path: Path, new: bytes) -> bool:
    try:
        old = path.read_bytes()
    except OSError:  # it cannot be read, and will not be written over either: writing tells why
        return False
    if old == new:
        return False
    same = {".docx": _same_word, ".pdf": _same_pdf}.get(path.suffix)
    return same is None or not same(old, new)


def _same_word(old: bytes, new: bytes) -> bool:
    try:
        with ZipFile(BytesIO(old)) as was, ZipFile(BytesIO(new)) as now:
            undated = all(info.date_time == UNDATED for info in was.infolist())
            return undated and was.namelist()[:1] == now.namelist()[:1] and was.read(APP) == now.read(APP)
    except (BadZipFile, KeyError):
        return False


def _same_pdf(old: bytes, new: bytes) -> bool:
    return old.count(b"%%EOF") == new.count(b"%%EOF") and _MAKER.findall(old) == _MAKER.findall(new)
