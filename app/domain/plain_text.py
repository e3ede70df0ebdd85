"""What a text may hold: everything that can be typed, but no sign that a Word file, a PDF or a database cannot hold.

Such signs come with a paste (a line break of Word's is U+000B) or from a faulty program, are not seen by anybody, and would
break a paper. They are taken out wherever a text comes into a record, and once more where a paper is written.
"""

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")  # by XML 1.0; and DEL
_BREAK = re.compile("\r\n|[\r\x0b\x0c]")
_EITHER = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """The text as typed, with one kind of line break and without the signs that no paper can hold."""
    return text if is_clean(text) else _FORBIDDEN.sub("", _BREAK.sub("\n", text))


def is_clean(text: str) -> bool:
    """Whether cleaning would leave it as it is."""
    return _EITHER.search(text) is None
