"""How a reference is worded from where it stands: 前条, 次項, 本条第2号, 第3条第2項第1号ア, 別紙, 別紙1.

A relative word is used only where it cannot be misread; otherwise the whole address is written. An article with a single 項
is cited without it, as statutes are.
"""

from app.documents.numbering import KANA, Place, annex_label, article_label

_NEIGHBOUR = {-1: "前", 1: "次"}


def wording(target: Place, here: Place, full: bool = False) -> str:
    """What `{{ ref:… }}` shows for a target, seen from `here`."""
    if target.annex:
        return annex_label(target.annex, target.annexes)
    if full or not here.article:
        return article_label(target.article) + _paragraph(target) + _item(target)
    if target.article != here.article:
        near = _NEIGHBOUR.get(target.article - here.article)
        return (f"{near}条" if near else article_label(target.article)) + _paragraph(target) + _item(target)
    return _within_article(target, here)


def above(here: Place) -> str:
    """The brothers before this part: 前号, 前2号, 前各号, 前項, 前2項; "" when there are none."""
    if here.item:
        return {1: "", 2: "前号", 3: "前2号"}.get(here.item, "前各号")
    return {0: "", 1: "", 2: "前項"}.get(here.paragraph, f"前{here.paragraph - 1}項")


def known_as(target: Place, here: Place) -> set[str]:
    """Everything that a hand may type for a target: the only 別紙 is 別紙1 too."""
    return {wording(target, here), wording(target, here, full=True)} | (
        {f"別紙{target.annex}"} if target.annex else set()
    )


def above_known_as(here: Place) -> set[str]:
    """Everything that a hand may type for the brothers above: two of them are 前各号 to many."""
    return {above(here)} | ({"前各号"} if here.item > 2 else set())


def _within_article(target: Place, here: Place) -> str:
    """A target in the article where the reference stands."""
    if not target.paragraph:
        return "本条"
    if not target.item:
        return _sister_paragraph(target, here)
    if target.paragraph == here.paragraph:
        return _sister_item(target, here)
    return _sister_paragraph(target, here) + _item(target)


def _sister_paragraph(target: Place, here: Place) -> str:
    if target.paragraph == here.paragraph:
        return "本項" if target.paragraphs > 1 else "本条"
    near = _NEIGHBOUR.get(target.paragraph - here.paragraph)
    return f"{near}項" if near else f"第{target.paragraph}項"


def _sister_item(target: Place, here: Place) -> str:
    """A 号 of the 項 where the reference stands."""
    near = _NEIGHBOUR.get(target.item - here.item) if here.item else None
    if near and not target.subitem:
        return f"{near}号"
    return ("本項" if target.paragraphs > 1 else "本条") + _item(target)


def _paragraph(target: Place) -> str:
    return f"第{target.paragraph}項" if target.paragraph and target.paragraphs > 1 else ""


def _item(target: Place) -> str:
    subitem = KANA[target.subitem - 1] if target.subitem else ""
    return f"第{target.item}号{subitem}" if target.item else ""
