"""The marks that people put into the cells of their sheets, and what they mean: nothing, as above, yes, no.

A mark is never data: 「－」 founds no partner, 「〃」 no department, and 「○」 is not 「ない」.
"""

from app.domain.folding import name_key


def keys(words: str) -> frozenset[str]:
    """Words as they are compared."""
    return frozenset(name_key(word) for word in words.split())


NOTHING = keys(
    "- -- --- ー ― ‐ – — ─ ― － ~ 〜 / ／ ・ * ? ？ … なし 無し 無 ナシ 特になし 特に無し 該当なし 該当無し 該当せず 空欄 空白 n/a"
    " 未定 未記入 未記載 未入力 不明 調査中 調整中 検討中 確認中 後日 tbd 空席 欠員"
)
AS_ABOVE = keys("〃 々 ″ ” “ \" '' 同 同上 同じ 同左 上に同じ 上と同じ 以下同じ 同様 ↑")
NOBODY = keys("各自 各人 それぞれ 各担当 各担当者 担当者 担当 本人 各部 各部門 各部署 各課 関係者")
"""Words for people that name nobody."""
YES = keys("○ ◯ 〇 ● ◎ ✓ ✔ ☑ レ 有 有り あり ある はい yes y true 1 要 該当 該当あり 該当する 含む 含まれる 対象")
NO = keys(
    "× ✕ ✖ x ☐ 無 無し なし ない いいえ no n false 0 不要 非該当 該当なし 該当しない 該当せず 含まない 対象外 - ー － ―"
)


def is_nothing(text: str) -> bool:
    """Whether a cell says no more than that there is nothing in it."""
    return name_key(text) in NOTHING or not text.strip()


def is_as_above(text: str) -> bool:
    """Whether a cell says the same as the one above it."""
    return name_key(text) in AS_ABOVE


def is_nobody(text: str) -> bool:
    """Whether a cell speaks of people without naming one."""
    return name_key(text) in NOBODY
