"""The pictures of the reading pages that say the same of every firm: how the handbook is built, and why its measures work.

A text names one by a line of its own, `{: picture=purposes }`. Names and numbers are those of the word lists; what only まもり帳 says
(the stages of a misdeed) stands in a section that is marked so.
"""

from collections.abc import Mapping

from app.domain.drawing import Box, Column, Frame, Grid, Part, Picture, Row, Tone
from app.domain.handbook.contents import CHAPTERS
from app.domain.words import Purpose, Route

NUMBERS = dict(zip(Purpose, "①②③④⑤", strict=True))
BY_FORCE = (Purpose.ACCESS, Purpose.REMOVAL)
"""物理的・技術的な防御; the others work on the mind."""
STAGES = (
    ("1 思い付く", "会社に不満がある、金がほしい", Purpose.TRUST),
    ("2 近づく", "棚もフォルダも開いている", Purpose.ACCESS),
    ("3 持ち出す", "USBに写せば終わりだ", Purpose.REMOVAL),
    ("4 見つからないと思う", "誰も見ていない", Purpose.VISIBILITY),
    ("5 言い訳する", "秘密とは聞いていない", Purpose.AWARENESS),
)
"""The stages of a misdeed, what is thought at each, and what stands against it (まもり帳's reading of the seed's figure)."""


def numbered(purpose: Purpose) -> str:
    """「① 接近の制御」."""
    return f"{NUMBERS[purpose]} {purpose.label}"


def purpose_box(purpose: Purpose, tone: Tone = Tone.PALE) -> Box:
    """A purpose with the owner's word for it."""
    return Box(numbered(purpose), (purpose.plain,), tone)


def _purposes() -> Part:
    """Five guards between who would leak and the secret."""
    by_force = tuple(purpose_box(purpose) for purpose in BY_FORCE)
    by_mind = tuple(purpose_box(purpose) for purpose in Purpose if purpose not in BY_FORCE)
    return Row(
        (
            Box("漏らそうとする人", ("情報漏えい行為者",), Tone.GAP),
            Column((Frame("物理的・技術的な防御", Column(by_force)), Frame("心理的な抑止", Column(by_mind)))),
            Box("守りたい秘密情報", tone=Tone.SEAL),
        ),
        arrows=True,
    )


def _stages() -> Part:
    heads = tuple(Box(stage, (f"「{thought}」",), Tone.GAP) for stage, thought, _ in STAGES)
    return Grid(heads, (tuple(purpose_box(purpose) for *_, purpose in STAGES),), arrows=True, least=7.5)


def _step(chapter: str, *words: str, tone: Tone = Tone.PLAIN) -> Box:
    return Box(CHAPTERS[chapter], words, tone)


def _flow() -> Part:
    """A → B → C, with X below that carries it, and Y and Z at the side."""
    routes = "・".join(route.label for route in Route)
    middle = (
        _step("A", "持っている情報を知る", tone=Tone.PALE),
        _step("B", "秘密にするかを決める", tone=Tone.PALE),
        _step("C", f"ルート（{routes}）ごと、五つの目的ごとに選ぶ", tone=Tone.PALE),
    )
    beside = (
        _step("Y", "自社の独自性を示せるようにし、他社の秘密を侵さない"),
        _step("Z", "兆候をつかみ、初めに動き、責任を問う"),
    )
    return Column(
        (
            Frame("真ん中の流れ", Row(middle, arrows=True)),
            Frame("流れを支える物", _step("X", "経営層の関与と、各部門の役割分担")),
            Frame("横に備える物", Row(beside)),
        )
    )


def _two_layers() -> Part:
    upper = Box("秘密情報の保護ハンドブック", ("漏らさないための工夫を広く集めた本", "会社がここから選ぶ"))
    lower = Box("営業秘密管理指針", ("法律に守られるための最低限", "秘密管理性・有用性・非公知性（三要件）"), Tone.PALE)
    return Column((Frame("上の段　漏えい防止レベル", upper), Frame("下の段　法的保護レベル", lower)))


PICTURES: Mapping[str, Picture] = {
    "purposes": Picture("五つの目的", _purposes()),
    "stages": Picture("犯行の段階と、打つ手", _stages()),
    "flow": Picture("AからCへの流れと、X・Y・Z", _flow()),
    "two-layers": Picture("指針とハンドブックの二つの段", _two_layers()),
}
