"""The owner's hand on a form: whatever it is, the paper composes, and no reference says a wrong number."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents import plain
from app.documents.compose import LOST_REFERENCE, LOST_VALUE, compose
from app.documents.tree import Article, Document, Heading, Item, Paragraph, Ref, Text
from app.domain.forms import own_rows
from app.domain.forms import own_wording as wording
from app.domain.forms.body import FormArticle, RefSlot, ValueSlot, Words, pieces_of, walk
from app.domain.forms.facts import gather
from app.domain.forms.form import Form
from app.domain.forms.own_rows import Row
from app.domain.ledger.company import Company
from app.domain.ledger.records import Answer, Choice, OwnArticle, Record
from app.domain.words import State
from tests.documents.small_company import all_forms, small_company
from tests.documents.small_forms import USES_CHOICE, sound
from tests.domain.forms.test_own_rows import ROWS, says
from tests.firms import ANYTHING

THREE = """
## （目的） {#purpose}
この規程の目的。

## （鍵） {#keys}
鍵を{{ keeper-room }}に置く。
{: #room }

次に掲げる者が使う。
{: #users }

1. 責任者
2. 夜の当番 {#night when="measure:night"}

## （当番） {#duty when="measure:night"}
当番は、{{ ref:night }}の者とし、{{ ref:room }}の所に居る。

## （終わり） {#end}
{{ ref:users }}の者は、{{ ref:purpose }}を知る。
""" + USES_CHOICE.replace("（選び方） {", "（選び方） {#way ")
HOSTILE = (
    "{{ company }}",
    "{{ ref:purpose }}",
    "第3条",
    "</w:t>",
    "🏭👨‍👩‍👧",
    "A&B<b>",
    '{#id when="level:secret"}',
    "::: annex 偽",
    "\ufffc",
)


@pytest.fixture(scope="module")
def form() -> Form:
    return sound(THREE)


def own(article: str, *rows: Row, form: str = "trial", base: str = "", shown: bool = True) -> OwnArticle:
    return OwnArticle(id=f"{form}:{article}", lines=own_rows.written(rows), base=base, shown=shown)


def firm(*records: Record, night: bool = True) -> Company:
    return Company(on=date.today()).after([*([Choice(id="night", state=State.ADOPTED)] if night else []), *records])


def paper(form: Form, company: Company) -> Document:
    return compose(wording.with_own(form, company), gather(company, form, today=date(2026, 11, 17)))


def article(document: Document, name: str) -> Article:
    return next(one for one in document.articles() if one.id == name)


def inside(part: Article | Paragraph | Item) -> Iterator[Paragraph | Item]:
    """Every 項 and 号 in order."""
    for one in part.paragraphs if isinstance(part, Article) else part.items:
        yield one
        yield from inside(one)


def text(document: Document) -> str:
    return "\n".join(plain.lines(document))


def test_a_form_that_nobody_touched_is_the_form_itself(form: Form) -> None:
    assert wording.with_own(form, firm()) is form
    assert wording.with_own(form, firm(OwnArticle(id="trial:keys"), own("keys", form="another"))) is form


def test_own_words_stand_in_place_of_the_models(form: Form) -> None:
    rows = [says("鍵は金庫に置く。", id="room"), says("使う者は次のとおり。", id="users"), says("社長", 1)]
    document = paper(form, firm(own("keys", *rows)))
    assert plain.block_lines(article(document, "keys")) == [
        "（鍵）",
        "第2条　鍵は金庫に置く。",
        "2　使う者は次のとおり。",
        "　(1)　社長",
    ]
    assert [one.id for one in document.articles() if one.own] == ["keys"]


def test_references_to_own_rows_follow_them(form: Form) -> None:
    rows = [says("足した項。"), says("使う者は次のとおり。", id="users"), says("鍵は金庫に置く。", id="room")]
    document = paper(form, firm(own("keys", *rows)))
    assert "第2条第2項の者は、第1条を知る。" in text(document)
    assert "前条第3項の所に居る。" in text(document)


def test_what_the_owner_took_out_is_pointed_at_as_the_article(form: Form) -> None:
    document = paper(form, firm(own("keys", says("鍵は金庫に置く。"))))
    assert "当番は、前条の者とし、前条の所に居る。" in text(document)
    assert document.blanks == paper(form, firm()).blanks[1:]  # only the room, which nobody asks for any more


def test_own_references_count_anew_and_say_when_they_are_lost(form: Form) -> None:
    points = own("purpose", Row(0, (RefSlot("duty"), Words("、"), RefSlot("night"), Words("、"), RefSlot("end", True))))
    (here,) = article(paper(form, firm(points)), "purpose").paragraphs
    assert plain.plain(here.inlines) == "第3条、次条第2項第2号、第4条"
    away = paper(form, firm(points, night=False))
    lost = LOST_REFERENCE[1]
    assert plain.plain(article(away, "purpose").paragraphs[0].inlines) == f"{lost}、{lost}、第3条"
    assert [blank.key for blank in away.blanks if blank.text == lost] == ["lost:duty", "lost:night"]


def test_own_words_can_point_at_a_part_that_has_no_id(form: Form) -> None:
    model = wording.standing(form, firm(), "keys")
    assert model
    item = own_rows.rows_of(model)[2]
    assert item.pieces == (Words("責任者"),) and item.id.startswith("keys--")
    points = own("end", Row(0, (RefSlot(item.id),)))
    assert "第2条第2項第1号" in text(paper(form, firm(points)))
    reworded = own(
        "keys", says("前に足した項。"), says("次の者", id="users"), says("社長", 1), says("別の者", 1, item.id)
    )
    assert "第2条第2項第2号" in text(paper(form, firm(points, reworded)))


def test_values_are_filled_and_unknown_ones_are_lost(form: Form) -> None:
    document = paper(
        form,
        firm(
            own("purpose", Row(0, (ValueSlot("keeper-room"), ValueSlot("no-such-value")))),
            Answer(id="keeper-room", value="守衛室"),
        ),
    )
    assert plain.plain(article(document, "purpose").paragraphs[0].inlines) == f"守衛室{LOST_VALUE[1]}"


@pytest.mark.parametrize("typed", HOSTILE)
def test_what_is_typed_stays_as_typed(form: Form, typed: str) -> None:
    document = paper(form, firm(own("keys", says(typed), says(typed, 1))))
    (only,) = article(document, "keys").paragraphs
    assert plain.plain(only.inlines) == plain.plain(only.items[0].inlines) == typed


def test_an_article_in_own_words_goes_where_the_models_goes(form: Form) -> None:
    mine = own("duty", says("当番を置く。"))
    assert "当番を置く。" in text(paper(form, firm(mine)))
    assert "当番" not in text(paper(form, firm(mine, night=False)))
    listed = sound('## （措置） {#acts}\n次の措置。\n\n1. 鍵 {when="measure:night"}\n' + USES_CHOICE)
    mine = own("acts", says("自分の措置。"))
    assert "自分の措置。" in text(paper(listed, firm(mine)))
    assert "自分の措置。" not in text(paper(listed, firm(mine, night=False)))


def test_alternatives_share_the_owners_words() -> None:
    body = '## （持出し） {#out when="choice:removal=permit"}\n許す。\n\n## （持出し） {#out when="choice:removal=forbid"}\n禁じる。\n'
    mine = own("out", says("相談する。"))
    for option in ("permit", "forbid"):
        chosen = firm(mine, Answer(id="choice.trial.removal", value=option))
        assert [plain.block_lines(one)[1] for one in paper(sound(body), chosen).articles()] == ["第1条　相談する。"]


def test_a_row_cannot_take_the_name_of_another_part(form: Form) -> None:
    thief = own("keys", says("文。", id="purpose"), says("次の文。", id="end"))
    assert "第2条の者は、第1条を知る。" in text(paper(form, firm(thief)))


def test_words_that_all_say_nothing_leave_the_models(form: Form) -> None:
    assert text(paper(form, firm(own("keys", says(" "), Row(1, ()))))) == text(paper(form, firm()))


def test_an_article_that_is_switched_off_leaves_no_gap(form: Form) -> None:
    document = paper(form, firm(own("duty", shown=False)))
    assert [(one.label, one.id) for one in document.articles()][2:] == [("第3条", "end"), ("第4条", "way")]
    assert [one.id for one in wording.switched_off(form, firm(own("duty", shown=False)))] == ["duty"]
    assert wording.switched_off(form, firm(own("duty", shown=False), night=False)) == ()


def test_what_points_at_an_article_that_is_off_says_so(form: Form) -> None:
    document = paper(form, firm(own("keys", shown=False)))
    assert text(document).count(LOST_REFERENCE[1]) == 3


def test_whoever_is_pointed_at_may_not_be_switched_off(form: Form) -> None:
    company = firm()
    assert wording.why_it_stays(form, "duty") == ""
    assert wording.why_it_stays(form, "keys").startswith("「当番」の条と「終わり」の条がこの条を指している")
    assert wording.why_it_stays(form, "purpose").startswith("「終わり」の条が")
    without = company.after([own("end", says("終わる。"))])
    assert wording.why_it_stays(wording.as_it_stands(form, without), "purpose") == ""
    by_day = wording.as_it_stands(form, firm(night=False))
    assert wording.why_it_stays(by_day, "keys").startswith("「終わり」の条がこの条を指している")


def test_an_essential_article_stays_even_if_the_ledger_says_otherwise() -> None:
    form = sound("## （目的） {#purpose essential}\n目的。\n" + USES_CHOICE)
    company = firm(own("purpose", shown=False))
    assert "土台" in wording.why_it_stays(form, "purpose")
    assert "目的。" in text(paper(form, company)) and wording.switched_off(form, company) == ()


def test_a_change_of_the_model_beneath_is_noticed(form: Form) -> None:
    mine = own("keys", says("鍵は金庫に置く。"), base=wording.base(form, firm(), "keys"))
    assert not wording.changed_beneath(form, firm(mine), "keys")
    assert not wording.changed_beneath(form, firm(), "keys")
    assert wording.changed_beneath(form, firm(mine, night=False), "keys")  # the 号 of a measure went
    assert wording.changed_beneath(sound(THREE.replace("責任者", "工場長")), firm(mine), "keys")
    assert not wording.changed_beneath(
        sound(THREE.replace("#users", "#people").replace(":users", ":people")), firm(mine), "keys"
    )
    gone = own("duty", says("当番。"), base=wording.base(form, firm(), "duty"))
    assert not wording.changed_beneath(form, firm(gone, night=False), "duty")


def test_the_choices_on_which_an_article_depends() -> None:
    body = (
        "## （鍵） {#keys}\n文。\n\n"
        '許す。\n{: when="choice:removal=permit" }\n\n禁じる。\n{: when="choice:removal=forbid" }\n\n## （印） {#marks}\n文。\n'
    )
    form = sound(body)
    assert [group.name for group in wording.choices_of(form, firm(), "keys")] == ["removal"]
    assert wording.choices_of(form, firm(), "marks") == ()
    assert wording.choices_of(form, firm(own("keys", says("文。"))), "keys") == ()


BUNDLED = sorted(name for name, form in all_forms().items() if any(form.articles()))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_random_hands_on_bundled_forms_compose_without_a_dangling_reference(data: st.DataObject) -> None:
    form = all_forms()[data.draw(st.sampled_from(BUNDLED))]
    ids = sorted({one.id for one in form.articles()})
    targets = st.sampled_from([*ids, *(part.id for one in form.articles() for part in one.paragraphs), "nowhere"])
    rows = st.lists(
        st.one_of(
            st.builds(says, ANYTHING, st.integers(0, 2)),
            st.builds(
                lambda target, depth: Row(depth, (Words("文"), RefSlot(target)), target), targets, st.integers(0, 2)
            ),
        ),
        max_size=6,
    )
    hands = data.draw(
        st.dictionaries(st.sampled_from(ids), st.tuples(st.one_of(rows, ROWS), st.booleans()), max_size=5)
    )
    company = small_company().after(
        [own(name, *lines, form=form.id, shown=shown) for name, (lines, shown) in hands.items()]
    )
    document = paper(form, company)
    there = {one.id for one in document.blocks if isinstance(one, Article | Heading)}
    there |= {part.id for one in document.articles() for part in inside(one)}
    assert {piece.target for piece in document.inlines() if isinstance(piece, Ref)} <= there
    for one in document.articles():
        assert all(plain.plain(part.inlines).strip() for part in inside(one))
        if one.own:
            kept = own_rows.read(own_rows.written(hands[one.id][0]))  # without signs that no paper can hold
            rows = own_rows.settled(kept)
            for row, part in zip(rows, inside(one), strict=True):
                together = zip(row.pieces, part.inlines, strict=True)
                assert all(Text(piece.text) == inline for piece, inline in together if isinstance(piece, Words))


def test_every_bundled_article_has_the_id_by_which_own_words_know_it() -> None:
    assert [one.caption for form in all_forms().values() for one in form.articles() if not one.id] == []


def test_no_bundled_paper_can_lose_what_protects_whoever_reports() -> None:
    def said(one: FormArticle) -> str:
        return "".join(piece.text for part in walk((one,)) for piece in pieces_of(part) if isinstance(piece, Words))

    protecting = [
        (form.id, one)
        for form in all_forms().values()
        for one in form.articles()
        if "通報" in said(one) and "妨げ" in said(one)
    ]
    assert len(protecting) >= 10
    assert [(form, one.id) for form, one in protecting if not one.essential] == []
