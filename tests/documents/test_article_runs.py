"""Articles named in a row are drawn together once their numbers are known."""

import pytest

from app.documents.tree import Ref, Text, plain
from tests.documents.small_forms import USES_CHOICE, composed

ARTICLES = "".join(
    f"\n## （その{name}） {{#{name}{' when=' + chr(34) + when + chr(34) if when else ''}}}\n文。\n"
    for name, when in (("b", ""), ("c", ""), ("gone", "measure:lock"), ("d", ""), ("e", ""), ("f", ""))
)
"""第2条 to 第6条 under the 第1条 of USES_CHOICE; one between them is not there."""


def says(sentence: str) -> str:
    document = composed(f"{USES_CHOICE}{ARTICLES}\n## （終わり）\n{sentence}\n")
    return plain(list(document.articles())[-1].paragraphs[0].inlines)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("{b}から{c}まで、{d}及び{e}の規定", "第2条から第5条までの規定"),
        ("{b}から{c}まで、{d}及び{f}の規定", "第2条から第4条まで及び第6条の規定"),
        ("{b}、{d}から{f}までの規定", "第2条、第4条から第6条までの規定"),
        ("{b}、{c}、{d}及び{f}は", "第2条から第4条まで及び第6条は"),
        ("{b}、{c}及び{d}", "第2条から第4条まで"),
        ("{b}及び{c}は", "第2条及び第3条は"),
        ("{b}から{c}までの規定", "第2条及び第3条の規定"),
        ("{b}から{c}まで、{e}及び{f}の規定", "第2条、第3条、第5条及び第6条の規定"),
        ("{b}から{d}までは、{e}による", "第2条から第4条までは、第5条による"),
        ("{b}又は{c}若しくは{d}は", "第2条又は第3条若しくは第4条は"),
    ],
)
def test_what_stands_side_by_side_is_one_span(written: str, shown: str) -> None:
    names = {name: f"{{{{ ref:{name} full }}}}" for name in "bcdef"}
    assert says(written.format(**names)) == shown


def test_every_piece_stays_where_the_form_wrote_it() -> None:
    sentence = "会社は、{{ ref:b full }}、{{ ref:c full }}及び{{ ref:d full }}を守る。"
    document = composed(f"{USES_CHOICE}{ARTICLES}\n## （終わり）\n{sentence}\n")
    inlines = list(document.articles())[-1].paragraphs[0].inlines
    assert inlines == (
        Text("会社は、"),
        Ref("b", "第2条"),
        Text("から"),
        Text(""),
        Text(""),
        Ref("d", "第4条"),
        Text("までを守る。"),
    )
