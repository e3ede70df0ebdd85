"""Numbers of clauses that somebody typed: 第3条, 前項, 同項, 別紙1. Only the program may write them, except for a statute's own.

What stands behind the name of a law is left alone: 不正競争防止法第2条第6項, 労働基準法第16条及び第91条.
"""

import re

_N = r"[0-9０-９一二三四五六七八九十百]+"
_CLAUSE = rf"第{_N}(?:条(?:の{_N})?|項|号)"
_CITATION = re.compile(
    rf"[一-龥々ァ-ヶー]*(?:法|法律|施行令|施行規則|政令|省令)(?:（[^（）]*）)?{_CLAUSE}(?:{_CLAUSE})*"
    rf"(?:(?:、|及び|並びに|又は|若しくは|から|まで)(?:{_CLAUSE})+)*"
)
_FIRST = rf"第{_N}[条項号章]|[前次同][条項号]|前各[項号]|前[0-9０-９二三四五六七八九]+[条項号]|別[紙表]"
_TYPED = re.compile(_FIRST)
_WHOLE = re.compile(rf"(?:{_FIRST})(?:(?<=条)の{_N})?(?:第{_N}[項号])*(?:(?<=号)[ア-ワ](?![ァ-ヶー])|(?<=紙){_N})?")


def typed_number(text: str) -> str:
    """The first typed number in a text, "" when there is none."""
    found = _TYPED.search(_CITATION.sub("", text))
    return found[0] if found else ""


def typed_numbers(text: str) -> list[tuple[int, int]]:
    """Where numbers were typed: start and end of each, with all that belongs to it (第3条第2項)."""
    cited = _CITATION.sub(lambda match: "　" * len(match[0]), text)
    return [match.span() for match in _WHOLE.finditer(cited)]
