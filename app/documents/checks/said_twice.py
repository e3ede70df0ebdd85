"""A subject that stands twice in one sentence: 「会社は、会社は、…」, 「会社は会社は…」.

A 項 and a 号 are kept or dropped whole, so what no single text says twice is said twice under no choice.
"""

import re

_ASIDE = re.compile(r"（[^（）]*）")
_SUBJECT = re.compile(r"(?:^|(?<=、))([^、]{1,20})[はが](?=、)")
_AT_ONCE = re.compile(r"([^、]{2,20}[はが])\1")


def said_twice(text: str) -> str:
    """The first subject that a sentence names again, "" when there is none."""
    for sentence in _ASIDE.sub("", text).split("。"):
        subjects = _SUBJECT.findall(sentence.strip())
        again = [subject for place, subject in enumerate(subjects) if subject in subjects[:place]]
        if again:
            return str(again[0])
        if stammered := _AT_ONCE.search(sentence):
            return stammered[1]
    return ""
