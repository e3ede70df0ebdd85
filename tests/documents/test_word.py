"""What a Word file holds: numbers of Word's own, tables, signatures, the text as typed, and nothing that nobody asked for."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from openxml_audit import OpenXmlValidator

from app.documents import ooxml
from app.documents.tree import Column, Document, PaperKind, Prose, Table, Text, Value
from app.documents.word import check as word_check
from app.documents.word import file as word
from app.documents.word.base import W
from app.documents.word.file import zipped
from app.errors import PaperError
from tests.documents import ooxml_reading as inside
from tests.documents import samples

MADE = datetime(2026, 11, 17, 9, 30, tzinfo=UTC)
HOSTILE = "金型<&>\"'</w:t>{{ 7*7 }} 髙﨑𠮷 葛\U000e0100城 👨‍👩‍👧 \u202eabc\u202c　が  二つ"
BLANK = "〔" + 8 * "\u00a0" + "〕"  # as wide as 〔　　　　〕, but no line ends inside
every_sample = pytest.mark.parametrize("sample", samples.ALL, ids=lambda sample: sample.__name__)


def saying(text: str) -> Document:
    """A paper that says one thing everywhere."""
    table = Table("t", text, samples.register(1).blocks[1].columns[:1], ((text,),))  # type: ignore[union-attr]
    return Document(
        "x", PaperKind.NOTICE, text, text, text, text, text, (text,), blocks=(Prose((Value("v", text),)), table)
    )


@every_sample
def test_a_paper_is_a_sound_word_file(sample: Callable[[], Document], tmp_path: Path) -> None:
    path = tmp_path / "書類.docx"
    path.write_bytes(word.to_bytes(sample(), MADE))
    assert [error.description for error in OpenXmlValidator().validate(path).errors] == []


@every_sample
def test_a_paper_is_read_back_with_every_number_and_word(sample: Callable[[], Document], tmp_path: Path) -> None:
    path = tmp_path / "書類.docx"
    path.write_bytes(word.to_bytes(sample(), MADE))
    word_check.verify(sample(), path)


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("word/document.xml", "点検を行う者", "点検を行う"),
        ("word/document.xml", "株式会社髙﨑製作所", "株式会社高崎製作所"),
        ("word/numbering.xml", '<w:startOverride w:val="1"/>', '<w:startOverride w:val="2"/>'),
        ("word/numbering.xml", "第%1条", "第%1章"),
        ("word/header1.xml", "社外秘", "秘"),
    ],
)
def test_a_changed_word_or_number_is_noticed(part: str, old: str, new: str, tmp_path: Path) -> None:
    made = inside.parts(word.to_bytes(samples.regulation(), MADE))
    assert old in made[part].decode()
    path = tmp_path / "書類.docx"
    with ZipFile(path, "w") as file:
        for name, data in made.items():
            file.writestr(name, data.replace(old.encode(), new.encode(), 1) if name == part else data)
    with pytest.raises(PaperError, match="作った内容と違いました"):
        word_check.verify(samples.regulation(), path)


def test_a_file_that_is_not_whole_is_told(tmp_path: Path) -> None:
    path = tmp_path / "書類.docx"
    path.write_bytes(word.to_bytes(samples.pledge(), MADE)[:-200])
    with pytest.raises(PaperError, match="読み返せません"):
        word_check.verify(samples.pledge(), path)


def test_a_file_that_ends_in_the_middle_of_its_text_is_told(tmp_path: Path) -> None:
    made = inside.parts(word.to_bytes(samples.pledge(), MADE))
    body = made["word/document.xml"]
    path = tmp_path / "書類.docx"
    path.write_bytes(
        zipped({**made, "word/document.xml": body[: body.index(b"<w:sectPr")] + b"</w:body></w:document>"})
    )
    with pytest.raises(PaperError, match="読み返せません"):
        word_check.verify(samples.pledge(), path)


PARTS = sorted(inside.parts(word.to_bytes(samples.pledge(), MADE)))


@pytest.mark.parametrize("part", PARTS)
def test_damage_in_any_part_is_told_where_nobody_reads_too(part: str) -> None:
    whole = word.to_bytes(samples.pledge(), MADE)
    with ZipFile(BytesIO(whole)) as file:
        info = file.getinfo(part)
    middle = info.header_offset + 30 + len(part.encode()) + info.compress_size // 2
    damaged = whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :]
    word_check.verify_bytes(samples.pledge(), whole, "書類.docx")
    with pytest.raises(PaperError, match="読み返せません"):
        word_check.verify_bytes(samples.pledge(), damaged, "書類.docx")


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_is_not_xml_to_its_end_is_told(part: str) -> None:
    made = inside.parts(word.to_bytes(samples.pledge(), MADE))
    with pytest.raises(PaperError, match="読み返せません"):
        word_check.verify_bytes(samples.pledge(), zipped({**made, part: made[part][:-3]}), "書類.docx")


def test_what_is_remembered_of_one_file_is_not_taken_for_another() -> None:
    """A pledge, a rule, the pledge again with other lists: each is counted by its own."""
    word_check.verify_bytes(samples.pledge(), word.to_bytes(samples.pledge(), MADE), "誓約書.docx")
    made = inside.parts(word.to_bytes(samples.regulation(), MADE))
    word_check.verify_bytes(samples.regulation(), zipped(made), "規程.docx")
    other = made["word/numbering.xml"].replace("第%1条".encode(), "第%1項".encode())
    with pytest.raises(PaperError, match="作った内容と違いました"):
        word_check.verify_bytes(samples.regulation(), zipped({**made, "word/numbering.xml": other}), "規程.docx")


def test_text_stands_as_typed() -> None:
    file = docx.Document(BytesIO(word.to_bytes(saying(HOSTILE), MADE)))
    shown = [paragraph.text for paragraph in file.paragraphs[:4]]
    assert shown == [HOSTILE] * 4
    assert file.tables[0].cell(1, 0).text == HOSTILE
    assert file.sections[0].header.paragraphs[0].text == f"\u00a0{HOSTILE}\u00a0\t{HOSTILE}"
    assert (file.core_properties.title, file.core_properties.author) == (" ".join(HOSTILE.split()),) * 2


def test_breaks_and_tabs_become_words_own_and_forbidden_signs_go() -> None:
    document = saying("一\r\n二\r三\x0b四\n五\t六\x00七\x1b八\ud842九\uffff十")
    prose = inside.styled(word.to_bytes(document, MADE), "Prose")[0]
    assert inside.text(prose) == "一\n二\n三\n四\n五\t六七八九十"
    assert (len(inside.every(prose, "br")), len(inside.every(prose, "tab"))) == (4, 1)


def test_two_hundred_thousand_characters() -> None:
    long = "秘密" * 100_000
    assert inside.text(inside.styled(word.to_bytes(saying(long), MADE), "Prose")[0]) == long


def starts_and_groups(made: bytes) -> tuple[dict[str, str], dict[str, list[str]]]:
    """The numbers that begin anew, with their starts, and the numbers that paragraphs have of their own, by style."""
    numbering = inside.tree(made, "word/numbering.xml")
    starts = {
        inside.attribute(number, "numId"): inside.attribute(start, "val")
        for number in inside.every(numbering, "num")
        for start in inside.every(number, "startOverride")
    }
    styles = ("Article", "Paragraph", "Item", "SubItem", "NumberedProse", "ProseItem", "ProseSubItem")
    groups = {
        style: [
            inside.attribute(number, "val")
            for paragraph in inside.styled(made, style)
            for number in inside.every(paragraph, "numId")
        ]
        for style in styles
    }
    return starts, groups


def test_only_what_nothing_counted_stands_above_has_a_number_of_its_own() -> None:
    """All others count through their styles, so that one more counts too."""
    starts, groups = starts_and_groups(word.to_bytes(samples.regulation(), MADE))
    articles = list(samples.regulation().articles())
    assert groups["Article"] == groups["Paragraph"] == []
    assert len(groups["Item"]) == sum(len(article.paragraphs[0].items) for article in articles)
    assert set(starts.values()) == {"1"}
    assert len(starts) == len({number for numbers in groups.values() for number in numbers})


def added(*paragraphs: tuple[str, str]) -> bytes:
    """The regulation with paragraphs (style, words) put in before its fourth article, as the owner does in Word."""
    parts = inside.parts(word.to_bytes(samples.regulation(), MADE))
    body = parts["word/document.xml"].decode()
    new = "".join(ooxml.paragraph(style, ooxml.run(words)) for style, words in paragraphs)
    place = body.rindex("<w:p>", 0, body.index("（持出しの禁止）"))
    return zipped({**parts, "word/document.xml": (body[:place] + new + body[place:]).encode()})


ADDED = (
    ("ArticleCaption", "（後から）"),
    ("Article", "一つ目の項。"),
    ("Item", "一つ目の項の号。"),
    ("Item", "その次の号。"),
    ("SubItem", "細かい号。"),
    ("Paragraph", "二つ目の項。"),
    ("Item", "二つ目の項の号。"),
    ("SubItem", "別の細かい号。"),
    ("Paragraph", "三つ目の項。"),
)


def test_an_article_added_in_the_styles_counts_from_its_own_beginning(tmp_path: Path) -> None:
    """As Word counts. (LibreOffice counts one 項 too many where the added 号 stand right below 第n条.)"""
    path = tmp_path / "足した.docx"
    path.write_bytes(added(*ADDED))
    text = word_check.reopen_text(path)
    shown = [line.partition("\t")[0] for line in text[text.index("（後から）") :].splitlines()[1:9]]
    assert shown == ["第4条", "(1)", "(2)", "ア", "2", "(1)", "ア", "3"]
    behind = text[text.index("（持出しの禁止）") :]
    assert behind.splitlines()[1].startswith("第5条\t")
    assert "\n2\t前項の規定にかかわらず" in behind and "\n(1)\t私物の記録媒体" in behind


@pytest.mark.parametrize("style", ["Article", "Paragraph", "Item"])
def test_what_is_added_in_the_wrong_style_is_counted_as_such(style: str, tmp_path: Path) -> None:
    """The negative control: the counting above is the file's, not the reader's."""
    path = tmp_path / "足した.docx"
    path.write_bytes(added(("ArticleCaption", "（後から）"), (style, "言葉。")))
    assert {"Article": "第4条", "Paragraph": "4", "Item": "(4)"}[style] + "\t言葉。" in word_check.reopen_text(path)


def test_a_table_says_what_it_is_to_whoever_cannot_see_it() -> None:
    tables = inside.every(inside.tree(word.to_bytes(samples.record(), MADE)), "tbl")
    described = [inside.attribute(inside.every(table, "tblDescription")[0], "val") for table in tables]
    assert described == ["2段の記入票。見出しの右に書き込みます。", "4段の表。列は左から、時刻、したこと。"]
    assert all(inside.attribute(inside.every(table, "tblCaption")[0], "val") for table in tables)
    assert [inside.attribute(inside.every(table, "tblLook")[0], "firstColumn") for table in tables] == ["1", "0"]


def test_the_same_paper_and_moment_give_the_same_bytes() -> None:
    made = word.to_bytes(samples.regulation(), MADE)
    assert made == word.to_bytes(samples.regulation(), MADE.astimezone(timezone(timedelta(hours=9))))
    with ZipFile(BytesIO(made)) as file:
        assert {(info.date_time, info.create_system) for info in file.infolist()} == {((1980, 1, 1, 0, 0, 0), 0)}
        assert file.namelist()[0] == "[Content_Types].xml"


def test_properties_name_the_company_and_nobody_else() -> None:
    long = replace(samples.contract(), company="社" * 300)
    properties = docx.Document(BytesIO(word.to_bytes(long, MADE))).core_properties
    assert (properties.title, properties.author, properties.language) == ("秘密保持契約書", "社" * 255, "ja-JP")
    assert properties.created == properties.modified == MADE.replace(tzinfo=properties.created.tzinfo)
    assert properties.last_modified_by == ""


@every_sample
def test_nothing_leads_out_of_the_file_and_nothing_runs(sample: Callable[[], Document]) -> None:
    made = word.to_bytes(sample(), MADE)
    names = inside.parts(made)
    assert not [name for name in names if "vba" in name.lower() or "embeddings" in name or name.endswith(".bin")]
    for name, data in names.items():
        assert b"TargetMode" not in data and b"altChunk" not in data, name
    asked = inside.fields(made) + inside.fields(made, "word/footer1.xml") + inside.fields(made, "word/header1.xml")
    assert {instruction.split()[0] for instruction in asked} <= {"PAGE", "NUMPAGES", "REF"}
    assert inside.fields(made, "word/footer1.xml") == ["PAGE", "NUMPAGES"]


def test_a_register_lies_on_its_side_and_its_table_fills_the_width() -> None:
    made = word.to_bytes(samples.register(3), MADE)
    section = docx.Document(BytesIO(made)).sections[0]
    width = (section.page_width - section.left_margin - section.right_margin) // 635  # type: ignore[operator]
    assert section.page_width > section.page_height  # type: ignore[operator]
    grid = [int(inside.attribute(column, "w")) for column in inside.every(inside.tree(made), "gridCol")]
    rows = inside.every(inside.tree(made), "tr")
    for row in rows:
        assert [int(inside.attribute(cell, "w")) for cell in inside.every(row, "tcW")] == grid
        assert inside.every(row, "cantSplit")
    shares = [
        column.width for block in samples.register(3).blocks if isinstance(block, Table) for column in block.columns
    ]
    exact = [width * share / sum(shares) for share in shares]
    assert sum(grid) == width
    assert all(abs(made - wanted) < 1 for made, wanted in zip(grid[:-1], exact, strict=False)), (
        "the last takes the rest"
    )
    assert [len(inside.every(row, "tblHeader")) for row in rows] == [1, 0, 0, 0]
    tab = inside.every(inside.tree(made, "word/header1.xml"), "tab")[0]
    assert (inside.attribute(tab, "val"), inside.attribute(tab, "pos")) == ("right", str(width))


def test_a_paper_that_is_turned_swaps_the_page() -> None:
    upright, turned = (
        docx.Document(BytesIO(word.to_bytes(replace(samples.notice(), landscape=way), MADE))).sections[0]
        for way in (False, True)
    )
    assert (upright.page_width, upright.page_height) == (turned.page_height, turned.page_width)


def test_the_titles_of_a_table_look_like_titles_and_its_rows_do_not() -> None:
    document = samples.register(3)
    rows = inside.every(inside.tree(word.to_bytes(document, MADE)), "tr")
    styles = [{inside.attribute(one, "val") for one in inside.every(row, "pStyle")} for row in rows]
    base = docx.Document(BytesIO(word.to_bytes(document, MADE))).styles
    named = [{style.name for style in base if style.style_id in found} for found in styles]
    assert named == [{"表の見出し"}, *[{"表の文字"}] * 3]


def test_blanks_are_shaded_in_text_and_table() -> None:
    for sample, count in ((samples.regulation, 2), (samples.contract, 3), (samples.notice, 1)):
        made = inside.tree(word.to_bytes(sample(), MADE))
        marked = [run for run in inside.every(made, "rStyle") if inside.attribute(run, "val") == "Blank"]
        assert [inside.text(mark.getparent().getparent()) for mark in marked] == [BLANK] * count


def test_a_signature_stays_together_with_the_words_before_it_and_ends_in_the_seal() -> None:
    made = word.to_bytes(samples.contract(), MADE)
    paragraphs = inside.every(inside.tree(made), "p")
    date = next(n for n, paragraph in enumerate(paragraphs) if inside.text(paragraph) == "令和8年11月17日")
    block = paragraphs[date:]
    assert [bool(inside.every(paragraph, "keepNext")) for paragraph in block] == [True] * (len(block) - 1) + [False]
    assert inside.every(paragraphs[date - 1], "keepNext"), "the words that are signed are on the page of the signature"
    assert inside.every(paragraphs[date - 2], "keepNext"), "and so is the last article"
    earlier = [paragraph for paragraph in inside.styled(made, "Article")[:-1] if inside.every(paragraph, "keepNext")]
    assert not earlier
    assert inside.text(block[-1]) == f"代表者\t{BLANK}\t印"
    assert [inside.text(paragraph)[-1] for paragraph in block].count("印") == 2


def test_a_line_to_sign_by_hand_has_a_rule() -> None:
    lines = inside.styled(word.to_bytes(samples.pledge(), MADE), "HandwrittenLine")
    assert [inside.text(line) for line in lines] == ["住所\t\t", "氏名\t\t印", "住所\t\t", "氏名\t\t"]


def test_an_annex_begins_on_a_new_page() -> None:
    headings = inside.styled(word.to_bytes(samples.regulation(), MADE), "Heading")
    assert [(inside.text(heading), bool(inside.every(heading, "pageBreakBefore"))) for heading in headings] == [
        ("附則", False),
        ("別紙1　区分と取扱い", True),
    ]


def long_sheet() -> Table:
    columns = (Column("", 20, label=True), Column("", 80))
    return Table("", "", columns, (("見出し", ""),) * 30, heights=(10,) * 30)


def test_a_name_does_not_come_apart_at_its_space(tmp_path: Path) -> None:
    table = Table(
        "",
        "",
        (Column("人", 30), Column("メモ", 70)),
        (("湊 和代、大西　浩二", "図面 a の 写しを取る前に必ず管理責任者に知らせること"),),
    )
    document = replace(samples.notice(), blocks=(Prose((Value("person", "湊 和代"), Text("が 見る。"))), table))
    made = word.to_bytes(document, MADE)
    assert inside.text(inside.styled(made, "Prose")[0]) == "湊\u00a0和代が 見る。", "only what was filled in"
    cells = [inside.text(cell) for cell in inside.every(inside.tree(made), "tc")][2:]
    assert cells == ["湊\u00a0和代、大西\u00a0\u00a0浩二", table.rows[0][1]]
    path = tmp_path / "書類.docx"
    path.write_bytes(made)
    word_check.verify(document, path)


def test_a_row_of_many_lines_may_go_on_on_the_next_page_and_no_other() -> None:
    table = Table("", "", (Column("手順", 100),), (("一行",), ("行\n" * 80,)))
    rows = inside.every(inside.tree(word.to_bytes(replace(samples.notice(), blocks=(table,)), MADE)), "tr")
    assert [len(inside.every(row, "cantSplit")) for row in rows] == [1, 1, 0]


def test_a_blank_is_as_wide_as_its_cell() -> None:
    table = Table("", "", (Column("役", 90), Column("人", 10)), (("〔　　　　〕", "〔　　　　〕"),))
    made = word.to_bytes(replace(samples.notice(), blocks=(table,)), MADE)
    wide, narrow = [inside.text(cell) for cell in inside.every(inside.tree(made), "tc")][2:]
    assert wide == BLANK and 3 <= len(narrow) < len(wide)


def test_rows_for_the_hand_are_high_and_labels_have_the_ground_of_titles() -> None:
    sheet, steps = inside.every(inside.tree(word.to_bytes(samples.record(), MADE)), "tbl")
    heights = [inside.attribute(height, "val") for height in inside.every(sheet, "trHeight")]
    assert heights == ["567", "1701"], "10 and 30 mm"
    assert {inside.attribute(height, "hRule") for height in inside.every(sheet, "trHeight")} == {"atLeast"}
    assert not inside.every(sheet, "tblHeader")
    assert inside.attribute(inside.every(sheet, "tblLook")[0], "firstRow") == "0"
    grounds = [len(inside.every(cell, "shd")) for cell in inside.every(sheet, "tc")]
    assert grounds == [1, 0, 1, 0] * 2
    assert len(inside.every(sheet, "vAlign")) == 8
    held = [inside.attribute(keep, "val") for keep in inside.every(sheet, "keepNext")]
    assert held == ["", "", "0", "0"], "every row but the last stays with the next"
    [long] = inside.every(inside.tree(word.to_bytes(replace(samples.record(), blocks=(long_sheet(),)), MADE)), "tbl")
    assert {inside.attribute(keep, "val") for keep in inside.every(long, "keepNext")} == {"0"}, "no page could hold it"
    assert [len(inside.every(row, "trHeight")) for row in inside.every(steps, "tr")] == [0, 1, 1, 1, 1]
    assert not inside.every(steps, "shd")


def test_two_tables_stay_two() -> None:
    table = samples.notice().blocks[4]
    made = inside.tree(word.to_bytes(replace(samples.notice(), blocks=(table, table)), MADE))
    body = [child.tag.removeprefix(W) for child in made[0]]
    assert body == ["p", "tbl", "p", "tbl", "p", "sectPr"]


def test_the_program_starts_without_the_libraries_of_papers() -> None:
    asked = "import sys, app.documents.word.file, app.documents.word.check; print({'docx', 'lxml'} & set(sys.modules))"
    shown = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert shown.stdout == "set()\n"
