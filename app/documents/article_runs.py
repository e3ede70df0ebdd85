"""Articles named in a row, drawn together: 「第1条から第9条まで、第10条及び第11条」 is 「第1条から第11条まで」, and two
that stand side by side are 「第3条及び第4条」.

A form names what it means one by one; which of them stand side by side is known only when the paper is numbered. The pieces
stay one for one what the form wrote, those that the span swallows are empty, so that an editor finds every piece again.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.documents.numbering import NOWHERE, Place, article_label
from app.documents.tree import Inline, Ref, Text

SPAN = 3
"""So many articles side by side are written as a span."""
_BETWEEN = re.compile(r"(まで)?(?:、|及び)\Z")
_UNTIL = "まで"


@dataclass(frozen=True)
class _Span:
    """Articles from one number to another, and the pieces that say the first and the last."""

    first: int
    last: int
    begins: int
    ends: int


def drawn_together(inlines: tuple[Inline, ...], places: Mapping[str, Place]) -> tuple[Inline, ...]:
    """The pieces of a sentence with every run of whole articles written as one span."""
    made = list(inlines)
    for spans in _chains(inlines, places):
        joined = _joined(spans)
        if joined != spans:
            _write(made, joined, spans[-1])
    return tuple(made)


def _chains(inlines: tuple[Inline, ...], places: Mapping[str, Place]) -> Iterator[list[_Span]]:
    """Every enumeration."""
    place = 0
    while place < len(inlines):
        spans: list[_Span] = []
        while span := _span(inlines, place, places):
            spans.append(span)
            place = span.ends + 1
            if not (place < len(inlines) and _continues(inlines[place], span)):
                break
            place += 1
        if spans:
            yield spans
        place += 1


def _span(inlines: tuple[Inline, ...], place: int, places: Mapping[str, Place]) -> _Span | None:
    """The article here, or 「第1条から第9条」 with 「まで」 behind it."""
    first = _article(inlines, place, places)
    if not first:
        return None
    last = _article(inlines, place + 2, places)
    behind = inlines[place + 3].text if place + 3 < len(inlines) else ""
    if last and inlines[place + 1] == Text("から") and behind.startswith(_UNTIL):
        return _Span(first, last, place, place + 2)
    return _Span(first, first, place, place)


def _article(inlines: tuple[Inline, ...], place: int, places: Mapping[str, Place]) -> int:
    """The number of the whole article that the piece names in full, 0 for anything else."""
    piece = inlines[place] if place < len(inlines) else None
    here = places.get(piece.target, NOWHERE) if isinstance(piece, Ref) else NOWHERE
    return here.article if piece and not here.paragraph and piece.text == article_label(here.article) else 0


def _continues(piece: Inline, span: _Span) -> bool:
    """Whether nothing but 「、」 or 「及び」 stands before the next article."""
    match = _BETWEEN.match(piece.text) if isinstance(piece, Text) else None
    return bool(match) and bool(match and match[1]) == (span.first != span.last)


def _joined(spans: list[_Span]) -> list[_Span]:
    """Spans side by side become one where they hold enough articles; else each article stands for itself."""
    runs: list[list[_Span]] = []
    for span in spans:
        if runs and runs[-1][-1].last + 1 == span.first:
            runs[-1].append(span)
        else:
            runs.append([span])
    found: list[_Span] = []
    for run in runs:
        if run[-1].last - run[0].first + 1 >= SPAN:
            found.append(_Span(run[0].first, run[-1].last, run[0].begins, run[-1].ends))
        else:
            found += [_Span(one, one, at, at) for span in run for one, at in _ends(span).items()]
    return found


def _ends(span: _Span) -> dict[int, int]:
    """The first and the last article, and the piece that says each."""
    return {span.first: span.begins, span.last: span.ends}


def _write(made: list[Inline], spans: list[_Span], was_last: _Span) -> None:
    """Put the spans in place of the enumeration that stood there."""
    after = was_last.ends + 1
    tail = made[after].text if after < len(made) else ""
    if was_last.first != was_last.last:
        tail = tail.removeprefix(_UNTIL)
    shown = {piece for span in spans for piece in (span.begins, span.ends)}
    for place in set(range(spans[0].begins, after)) - shown:
        made[place] = Text("")
    for number, span in enumerate(spans, 1):
        until = ""
        if span.first != span.last:
            made[span.begins + 1] = Text("から")
            until = _UNTIL
        if number < len(spans):
            made[spans[number].begins - 1] = Text(until + ("及び" if number + 1 == len(spans) else "、"))
        elif until + tail:
            made[after : after + 1] = [Text(until + tail)]
