"""B 秘密の決定: the questions that are asked about one asset, two first and the handbook's other viewpoints after them."""

from dataclasses import dataclass

from app.domain.ledger.records import Evaluation
from app.domain.words import Known, Protection, YesNo

SCALE: tuple[tuple[object, str], ...] = ((0, "ない"), (1, "少し"), (2, "かなり"), (3, "大いに"))


@dataclass(frozen=True)
class Viewpoint:
    """One question: the field of Evaluation that it fills, its words, the handbook's name for it, and the answers."""

    key: str
    question: str
    name: str
    options: tuple[tuple[object, str], ...] = SCALE


FIRST = (
    Viewpoint("value", "これがあるから受注できている？", "情報の価値"),
    Viewpoint("loss", "漏れたら、売上や価格が傷む？", "漏れたときの損"),
)
MORE = (
    Viewpoint("rival", "よその会社が手に入れたら得をする？", "競争相手にとっての値打ち"),
    Viewpoint("trust", "取引先や社会の信用を失う？", "社会的な信用"),
    Viewpoint(
        "duty",
        "契約や法律で守る約束がある？",
        "守る義務",
        tuple((word, word.label) for word in (YesNo.NO, YesNo.YES, YesNo.UNKNOWN)),
    ),
    Viewpoint(
        "protection",
        "特許にするより、隠す方がよい？",
        "特許か秘密か",
        tuple((word, word.label) for word in Protection),
    ),
    Viewpoint(
        "known",
        "製品を測れば分かる？　もう出ている？",
        "誰でも手に入るか",
        tuple((word, word.label) for word in Known),
    ),
)
ALL = FIRST + MORE
NAMES = {viewpoint.key: viewpoint.name for viewpoint in ALL}


def answered(evaluation: Evaluation, viewpoints: tuple[Viewpoint, ...]) -> int:
    """How many of these questions have an answer, guessed or given."""
    return sum(1 for viewpoint in viewpoints if getattr(evaluation, viewpoint.key) is not None)
