"""What the editor of an article shows while the owner types: numbers, references, what was typed by hand, what would be lost."""

from collections.abc import Sequence
from datetime import date

import pytest

from app.documents.links import links
from app.documents.own_draft import UNNAMED, Draft, article_lines, draft
from app.documents.typed_numbers import typed_number, typed_numbers
from app.domain.forms import own_rows
from app.domain.forms import own_wording as wording
from app.domain.forms.body import ABOVE, RefSlot, ValueSlot, Words
from app.domain.forms.facts import gather
from app.domain.forms.own_rows import Row
from app.domain.ledger.company import Company
from tests.documents.small_company import all_forms, paper, small_company
from tests.documents.small_forms import composed, sound
from tests.domain.forms.test_own_rows import says

BODY = """
## （目的） {#purpose}
目的。

## （鍵） {#keys}
鍵を置く。
{: #room }

次の者が使う。

1. 責任者

## （終わり） {#end}
{{ ref:room }}の鍵を{{ ref:table }}に書く。

::: annex 鍵の表 {#table}
{{ table:assets }}
:::
"""
FORM = sound(BODY)


def tried(article: str, rows: Sequence[Row], before: Sequence[Row] = (), company: Company | None = None) -> Draft:
    company = company or Company(on=date.today())
    return draft(FORM, company, gather(company, FORM, today=date(2026, 11, 17)), article, rows, before)


def test_every_row_has_the_number_and_words_that_the_paper_will_show() -> None:
    rows = [
        says("一つ目。"),
        says(" "),
        says("二つ目"),
        says("号", 1),
        Row(1, (RefSlot("purpose"), ValueSlot("company"))),
    ]
    made = tried("keys", rows)
    assert made.labels == ("第2条", "", "2", "(1)", "(2)")
    assert made.shown == (("一つ目。",), (), ("二つ目",), ("号",), ("前条", "〔　　　　〕"))
    assert made.lines == ("（鍵）", "第2条　一つ目。", "2　二つ目", "　(1)　号", "　(2)　前条〔　　　　〕")
    assert made.problem == ""


def test_rows_without_any_words_are_refused_with_the_reason() -> None:
    made = tried("keys", [says("　")])
    assert "この条を外して" in made.problem
    assert (made.labels, made.shown, made.lines) == (("",), ((),), ())


def test_everything_can_be_pointed_at_by_its_whole_address() -> None:
    made = tried("purpose", [says("目的。", id="own-1"), says("足した項。")])
    assert [(target.label, target.words, target.depth) for target in made.targets] == [
        ("第1条", "（目的）", 0),
        ("第1条第1項", "目的。", 1),
        ("第1条第2項", "足した項。", 1),
        ("第2条", "（鍵）", 0),
        ("第2条第1項", "鍵を置く。", 1),
        ("第2条第2項", "次の者が使う。", 1),
        ("第2条第2項第1号", "責任者", 2),
        ("第3条", "（終わり）", 0),
        ("別紙", "鍵の表", 0),
    ]
    assert [target.id for target in made.targets][:5] == ["purpose", "own-1", f"{UNNAMED}1", "keys", "room"]


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("第1条", "purpose"),
        ("第１条", "purpose"),
        ("前条", "purpose"),
        ("次条", "end"),
        ("第3条", "end"),
        ("前項", "own-1"),
        ("第2条第1項", "own-1"),
        ("別紙", "table"),
        ("別紙1", "table"),
        ("第99条", ""),
        ("同条", ""),
        ("前各号", ""),
    ],
)
def test_a_typed_number_means_what_stands_there_now(words: str, target: str) -> None:
    rows = [says("一つ目。", id="own-1"), Row(0, (ValueSlot("company"), Words(f"は、{words}による。")), "own-2")]
    (typed,) = tried("keys", rows).typed
    assert (typed.row, typed.piece, typed.words, typed.target) == (1, 1, words, target)
    assert f"は、{words}による。"[typed.start : typed.end] == words


def test_the_brothers_above_are_meant_as_a_whole() -> None:
    rows = [says("次のとおり。"), says("一", 1), says("二", 1), says("前各号のほか", 1)]
    assert [typed.target for typed in tried("keys", rows).typed] == [ABOVE]


def test_what_else_points_at_a_row_that_went_is_told() -> None:
    model = wording.standing(FORM, Company(on=date.today()), "keys")
    assert model
    before = own_rows.rows_of(model)
    assert tried("keys", before, before).callers == ()
    assert tried("keys", before[1:], before).callers == ("「終わり」の条",)


def test_a_typed_number_is_found_whole_and_statutes_are_left_alone() -> None:
    text = (
        "第3条第2項第1号ア、不正競争防止法第2条第6項及び第3条、また第5条第1号アルミ、前項、刑法の第4条の2第1項、別紙2"
    )
    found = [text[start:end] for start, end in typed_numbers(text)]
    assert found == ["第3条第2項第1号ア", "第5条第1号", "前項", "第4条の2第1項", "別紙2"]
    assert typed_numbers("労働基準法第16条及び第91条") == []
    assert typed_number("労働基準法第16条及び第91条") == ""


def test_the_models_own_text_of_an_article() -> None:
    company = small_company()
    form = all_forms()["information-rules"]
    lines = article_lines(form, gather(company, form, today=date(2026, 11, 17)), "purpose")
    assert lines[0] == "（目的）" and lines[1].startswith("第1条　この規程は、株式会社こだま精工")


def test_articles_that_point_at_one_another() -> None:
    document = composed(BODY)
    assert links(document, "end").to == (("keys", "第2条　鍵"),)
    assert links(document, "keys").by == (("end", "第3条　終わり"),)
    assert links(document, "purpose").to == links(document, "purpose").by == ()


def test_the_links_of_a_bundled_paper_go_both_ways() -> None:
    document = paper(small_company(), "information-rules")
    ids = [one.id for one in document.articles()]
    to = {(one, other) for one in ids for other, _ in links(document, one).to}
    assert to == {(other, one) for one in ids for other, _ in links(document, one).by} and len(to) > 5
