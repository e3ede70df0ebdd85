"""What is searched: a text as sections of different weight, and the kinds of texts there are."""

from collections.abc import Mapping

from app.domain.value import Value

TITLE, HEADING, LEAD, TEXT = 1000, 120, 40, 10
KINDS: Mapping[str, str] = {
    "ledger": "自分の台帳",
    "measures": "対策",
    "steps": "手引き",
    "cases": "事例",
    "worries": "困りごと",
    "forms": "書類",
    "assets": "よくある情報",
    "checklists": "点検表",
    "law": "法律",
    "terms": "用語",
    "roles": "社内の役",
    "trades": "業種",
    "contacts": "相談先",
    "statistics": "調査の数字",
    "training": "研修",
    "calendar": "年間予定",
    "signs": "掲示",
    "editions": "ハンドブックの版",
    "help": "使い方",
}
"""Kinds of entries in the order in which equal hits are shown."""
ORDER: Mapping[str, int] = {kind: n for n, kind in enumerate(KINDS)}


class Section(Value):
    """A piece of an entry: `weight` says how much a word there counts. `link` is what opens the entry."""

    kind: str
    link: str
    title: str
    text: str
    weight: int = TEXT
