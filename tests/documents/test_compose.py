"""A form becomes a paper: what does not hold goes, what stays is numbered, what the owner typed stays as typed."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents import plain
from app.documents.compose import compose
from app.documents.cover import blank_places
from app.documents.tables import HAND
from app.documents.tree import Article, Blank, Heading, Prose, Signature, Table, Value
from app.documents.tree import plain as words_of
from app.domain.forms.facts import gather, in_a_line
from app.domain.ledger.company import Company
from app.domain.ledger.records import Answer, Appointment, Choice, Person, Profile
from app.domain.words import Circumstance, Level, State
from app.errors import PaperError
from app.paper.writers import writers
from tests.documents.small_company import TODAY, all_forms, paper, small_company
from tests.documents.small_forms import HEAD, USES_CHOICE, composed, sound

HOSTILE = (
    "A&B<精密>製作所",
    "髙﨑𠮷",
    "葛󠄀城ゴム",
    "工場🏭",
    "{{ company }}",
    "{{ ref:purpose }}",
    "第3条",
    "前項",
    ":::",
    "::: annex 偽",
    "# 章",
    "1. 号",
    '{#id when="level:secret"}',
    "| 表 |",
    "〔　　　　〕",
    "\\1 %s $&",
    " 前後に空白 ",
)


def adopting(*measures: str) -> Company:
    return Company(on=date.today()).after([Choice(id=measure, state=State.ADOPTED) for measure in measures])


def test_an_item_stays_with_its_measure_and_its_paragraph_goes_with_the_last_item() -> None:
    body = (
        "## （一）\n立つ文。\n\n次に掲げる措置を講ずる。\n"
        '1. 鍵 {when="measure:lock"}\n2. 印 {when="measure:mark"}\n\n終わりの文。\n'
    )
    (alone,) = composed(body).articles()
    assert [paragraph.label for paragraph in alone.paragraphs] == ["", "2"]
    (one,) = composed(body, adopting("mark")).articles()
    assert [paragraph.label for paragraph in one.paragraphs] == ["", "2", "3"]
    (item,) = one.paragraphs[1].items
    assert (item.label, plain.plain(item.inlines), item.measures) == ("(1)", "印", ("mark",))


def test_only_what_is_adopted_or_done_brings_a_clause() -> None:
    body = '## （一） {when="measure:lock"}\n文。\n'
    for state in State:
        company = Company(on=date.today()).after([Choice(id="lock", state=state)])
        articles = list(composed(body, company).articles())
        assert len(articles) == (1 if state in (State.ADOPTED, State.DONE) else 0)
        assert all(article.measures == ("lock",) for article in articles)


def test_an_article_goes_with_its_last_paragraph_and_a_chapter_with_its_last_article() -> None:
    body = (
        "# 初め\n\n## （一）\n文。\n\n# 雲\n\n## （二）\n雲の文。\n"
        '{: when="circumstance:cloud" }\n\n# 終わり\n\n## （三） {#last}\n文。\n'
    )
    without = plain.lines(composed(body))
    assert without == ["試しの規程", "第1章　初め", "（一）", "第1条　文。", "第2章　終わり", "（三）", "第2条　文。"]
    company = Company(on=date.today()).after([Profile(circumstances=(Circumstance.CLOUD,))])
    assert "第2章　雲" in plain.lines(composed(body, company))


def test_exactly_one_alternative_stays_and_references_follow_it() -> None:
    body = (
        '## （許可） {#removal when="choice:removal=permit"}\n許す。\n\n'
        '## （禁止） {#removal when="choice:removal=forbid"}\n禁ずる。\n\n## （例外）\n{{ ref:removal }}の例外。\n'
    )
    assert "（許可）" in plain.lines(composed(body))
    forbidding = Company(on=date.today()).after([Answer(id="choice.trial.removal", value="forbid")])
    lines = plain.lines(composed(body, forbidding))
    assert "（禁止）" in lines and "（許可）" not in lines and "第2条　前条の例外。" in lines
    nonsense = Company(on=date.today()).after([Answer(id="choice.trial.removal", value="maybe")])
    assert "（許可）" in plain.lines(composed(body, nonsense))


def test_supplementary_paragraphs_are_numbered_when_there_are_several() -> None:
    one = composed("::: supplementary\n施行する。\n:::\n")
    assert [block.label for block in one.blocks if isinstance(block, Prose)] == [""]
    two = composed("::: supplementary\n施行する。\n\n経過を定める。\n:::\n")
    assert [block.label for block in two.blocks if isinstance(block, Prose)] == ["1", "2"]
    assert two.blocks[0] == Heading("", "附則")


def test_annexes_are_counted_and_begin_a_page() -> None:
    body = (
        '::: annex 甲の表 {#one when="circumstance:cloud"}\n文。\n:::\n\n'
        "::: annex 乙の表 {#two}\n文。\n:::\n\n## （一）\n{{ ref:two }}による。\n"
    )
    document = composed(body)
    assert document.blocks[0] == Heading("two", "別紙　乙の表", new_page=True)
    assert "第1条　別紙による。" in plain.lines(document)
    both = composed(body, Company(on=TODAY).after([Profile(circumstances=(Circumstance.CLOUD,))]))
    assert [block.title for block in both.blocks[:3:2]] == ["別紙1　甲の表", "別紙2　乙の表"]
    assert "第1条　別紙2による。" in plain.lines(both)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_the_owner_typed_is_never_read_again(text: str) -> None:
    quiet, loud = (
        small_company().after(
            [
                replace(small_company().profile, name=name, address=name, representative=name),
                Person(id="toru", position=1, name=name, title=name),
                replace(small_company().partners["hokuto"], name=name),
                Answer(id="purpose@hokuto", value=name),
                Answer(id="restricted-areas", value=name),
            ]
        )
        for name in ("ふつうの名", text)
    )
    for form in all_forms():
        expected = plain.text(paper(quiet, form, partner="hokuto", person="toru")).replace("ふつうの名", text)
        assert plain.text(paper(loud, form, partner="hokuto", person="toru")) == expected


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_any_text_is_a_value_as_typed_or_a_blank(text: str) -> None:
    company = Company(on=date.today()).after([Profile(name=text)])
    (article,) = composed("## （一）\n{{ company }}の文。\n", company).articles()
    piece = article.paragraphs[0].inlines[0]
    assert piece == (Value("company", in_a_line(text)) if text.strip() else Blank("company", "会社名"))
    assert not set(piece.text) & set("\n\r\t\v\f\u2028")


def test_a_break_in_a_name_or_a_short_answer_is_a_space() -> None:
    company = Company(on=TODAY).after(
        [Profile(name="株式会社\r\nこだま\t精工 "), Answer(id="keeper-room", value="二階\n奥")]
    )
    article, *_ = composed("## （一）\n{{ company }}の{{ keeper-room }}の文。\n" + USES_CHOICE, company).articles()
    assert article.paragraphs[0].inlines[0] == Value("company", "株式会社 こだま 精工 ")
    assert words_of(article.paragraphs[0].inlines) == "株式会社 こだま 精工 の二階 奥の文。"


def test_control_characters_do_not_break_a_paper(qapp: object) -> None:
    """Whatever a ledger holds, every writer reads its own file back whole."""
    name = "\x00湊\x0b和\ufffe代\x1b\ud800"
    company = Company(on=TODAY).after([Profile(name=name, address=name), Person(id="p", name=name)])
    document = composed("## （一）\n{{ company }}の文。\n\n::: sign\ncompany 甲\n:::\n" + USES_CHOICE, company)
    for kind, writer in writers("docx", "pdf", "txt").items():
        assert writer.verified(document, datetime(2026, 11, 17, tzinfo=UTC), f"書類.{kind}")


def test_a_missing_value_is_a_blank_with_its_question_and_place() -> None:
    body = "## （一）\n{{ keeper-room }}と{{ chief }}の文。\n\n::: note\nまた{{ chief }}。\n:::\n" + USES_CHOICE
    document = composed(body)
    assert [(blank.key, blank.label) for blank in document.blanks] == [
        ("keeper-room", "鍵の部屋"),
        ("chief", "統括責任者"),
    ]
    assert [place for _, place in blank_places(document)] == ["第1条", "第1条、試しの規程"]


def test_a_gap_in_a_table_is_shown_and_listed() -> None:
    company = Company(on=date.today()).after(
        [Person(id="p", name="大西"), Appointment(id="chief", role="chief", person="p")]
    )
    (table,) = composed("{{ table:roles }}\n", company).blocks
    assert isinstance(table, Table)
    assert table.rows[0][1] == "大西" and table.rows[1][1] == "〔　　　　〕"
    assert table.blanks[0] == Blank("keeper-top-secret", "管理責任者（極秘）")


def test_a_table_without_rows_says_so() -> None:
    (table,) = composed("{{ table:assets }}\n").blocks
    assert isinstance(table, Table)
    assert table.rows == (("", "（まだありません）", *[""] * 8),)
    (partners,) = composed("{{ table:partners }}\n").blocks
    assert isinstance(partners, Table)
    assert partners.rows == (("（まだありません）", "", "", ""),)


def test_a_table_to_write_in_is_filled_up_with_rows_high_enough() -> None:
    company = Company(on=date.today()).after([Person(id=f"p{n}", position=n, name=f"社員{n}") for n in range(6)])
    for asked, rows in ((10, 10), (4, 9)):
        (table,) = composed(f"{{{{ table:attendance {asked} }}}}\n", company).blocks
        assert isinstance(table, Table)
        assert len(table.rows) == rows and table.rows[6:] == (("",) * 6,) * (rows - 6)
        assert table.heights == (HAND,) * rows
    (listed,) = composed("{{ table:attendance }}\n", company).blocks
    assert isinstance(listed, Table) and listed.heights == (0,) * 6


def test_a_row_with_room_for_the_hand_is_high_enough_and_a_sheet_always() -> None:
    table, sheet = composed(
        "::: table\n日 30% | 名 70%\n例 | 大西\n{{ rows:2 }}\n印 | {height=20}\n:::\n\n"
        "::: sheet\n20% | 30% | 20% | 30%\n品名 | | 区分 | □秘\n種類 | □紙 | 数 | 一つ\n:::\n"
    ).blocks
    assert isinstance(table, Table) and isinstance(sheet, Table)
    assert table.heights == (0, HAND, HAND, 20) and table.headed
    assert table.rows == (("例", "大西"), ("", ""), ("", ""), ("印", ""))
    assert sheet.heights == (HAND, HAND) and not sheet.headed
    assert [column.label for column in sheet.columns] == [True, False, True, False]


def test_the_rows_of_a_written_table_follow_the_levels_in_use() -> None:
    body = (
        "::: table 扱い\n区分 40% | 扱い 60%\n"
        '{{ level-top-secret }} | 金庫 {when="level:top_secret"}\n{{ level-secret }} | 棚 {when="level:secret"}\n:::\n'
    )
    company = Company(on=date.today()).after([Profile(levels=(Level.SECRET, Level.INTERNAL), name_secret="機密")])
    (table,) = composed(body, company).blocks
    assert isinstance(table, Table)
    assert (table.caption, table.rows) == ("扱い", (("機密", "棚"),))


def test_an_outsider_and_a_witness_sign_by_hand() -> None:
    visitor, guide = composed("::: sign\noutsider 見学する人\nname 案内した者\n:::\n").blocks
    assert isinstance(visitor, Signature) and isinstance(guide, Signature)
    assert visitor.lines == (("会社・団体", ()), ("氏名", ()))
    assert (guide.party, guide.lines) == ("案内した者", (("氏名", ()),))


def test_signatures_stand_in_japanese_order_and_leave_room_for_the_hand() -> None:
    company = small_company()
    document = paper(company, "joining-pledge", person="yoshi")
    (person,) = [block for block in document.blocks if isinstance(block, Signature)]
    assert [label for label, _ in person.lines] == ["所属", "住所", "", "氏名"], "two lines for the address"
    assert person.lines[1][1] == () and person.seal
    ours, theirs = (b for b in paper(company, "mutual-nda", partner="hokuto").blocks if isinstance(b, Signature))
    assert (ours.party, theirs.party) == ("甲", "乙")
    assert [label for label, _ in theirs.lines] == ["住所", "会社名", "代表者"]


def test_the_header_says_level_edition_and_day() -> None:
    company = small_company()
    rules = paper(company, "information-rules")
    assert (rules.head_left, rules.head_right, rules.foot) == (
        "社外秘",
        "第1版　令和8年12月1日施行",
        "株式会社こだま精工",
    )
    assert paper(company, "role-chart").head_right == "令和8年11月17日現在"
    assert paper(company, "mutual-nda", partner="hokuto").head_left == ""
    register = HEAD.replace("kind: regulation", "kind: register")
    assert composed("::: table\n日 30% | 名 70%\n{{ rows:2 }}\n:::\n", head=register).head_right == ""
    assert composed("{{ table:attendance }}\n", head=register).head_right == "令和8年11月17日現在"
    western = company.after([replace(company.profile, western_dates=True, levels=(Level.TOP_SECRET, Level.SECRET))])
    assert paper(western, "information-rules").head_right == "第1版　2026年12月1日施行"
    assert paper(western, "information-rules").head_left == "秘"


def test_a_paper_lies_on_its_side_where_the_choice_says_so() -> None:
    head = HEAD.replace("order: 1", "order: 1\nlandscape: choice:removal=forbid")
    forbidding = Company(on=date.today()).after([Answer(id="choice.trial.removal", value="forbid")])
    assert [composed("文。\n", company, head).landscape for company in (Company(on=date.today()), forbidding)] == [
        False,
        True,
    ]


def test_a_form_for_persons_and_partners_knows_which_it_is_for() -> None:
    head = HEAD.replace("order: 1", "order: 1\nper: either")
    form = sound('{{ person }}の文。 {when="not-for:partner"}\n\n{{ partner }}の文。 {when="for:partner"}\n', head)
    said = [
        plain.lines(compose(form, gather(small_company(), form, today=TODAY, person=one, partner=one)))[1:]
        for one in ("", "yoshi", "hokuto")
    ]
    assert said == [["〔　　　　〕の文。"], ["𠮷田 実の文。"], ["ほくと工業株式会社の文。"]]


def test_a_missing_target_is_an_error_that_names_form_and_id() -> None:
    form = sound('## （一） {#one when="measure:lock"}\n文。\n\n## （二）\n{{ ref:one }}の文。\n')
    with pytest.raises(PaperError, match=r"試しの規程.*trial.*ref:one"):
        compose(form, gather(Company(on=date.today()), form, today=TODAY))


def test_a_missing_value_table_or_brother_is_an_error_that_names_it() -> None:
    for body, named in (
        ("{{ nobody }}の文。\n", "値「nobody」"),
        ("{{ table:nothing }}\n", "表「nothing」"),
        ("## （一）\n{{ ref:above }}の文。\n", "ref:above"),
    ):
        form = sound(body)
        with pytest.raises(PaperError, match=named):
            compose(form, gather(Company(on=date.today()), form, today=TODAY))


def test_answers_belong_to_the_company_or_to_one_partner() -> None:
    head = HEAD.replace("keeper-room |", "keeper-room* |").replace("order: 1", "order: 1\nper: partner")
    form = sound("{{ keeper-room }}の文。\n" + USES_CHOICE, head)
    company = small_company().after(
        [Answer(id="keeper-room@hokuto", value="二階"), Answer(id="keeper-room", value="一階")]
    )
    first = {p: compose(form, gather(company, form, today=TODAY, partner=p)).blocks[0] for p in ("hokuto", "mill")}
    assert first["hokuto"] == Prose((Value("keeper-room", "二階"), first["hokuto"].inlines[1]))  # type: ignore[union-attr]
    assert isinstance(first["mill"].inlines[0], Blank)  # type: ignore[union-attr]


def test_the_measures_of_the_regulation_stand_at_the_clauses_they_brought() -> None:
    document = paper(small_company(), "information-rules")
    brought = {
        measure
        for article in document.articles()
        for paragraph in article.paragraphs
        for measure in (*article.measures, *paragraph.measures, *(m for item in paragraph.items for m in item.measures))
    }
    assert brought == {c.id for c in small_company().choices.values() if c.state is State.ADOPTED}


def test_the_regulation_has_24_articles_when_everything_holds_and_21_when_nothing_does() -> None:
    from tests.firms import library

    everything = Company(on=date.today()).after(
        [
            Profile(circumstances=tuple(Circumstance)),
            *(Choice(id=measure, state=State.DONE) for measure in library().measures),
        ]
    )
    assert len(list(paper(everything, "information-rules").articles())) == 24
    nothing = paper(Company(on=date.today()), "information-rules")
    assert len(list(nothing.articles())) == 21
    assert not any(isinstance(block, Article) and block.measures for block in nothing.blocks)
