"""Pages: all that the tree says is on them, in order, at every length."""

import os
import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtGui import QColor, QImage

from app.documents import plain
from app.documents.tree import Blank, Block, Column, Document, Heading, Prose, Table, Text, Value
from app.paper.marks import Frame, Ground, Rule
from app.paper.pages import Pages
from app.paper.strips import Strip
from app.paths import ROOT
from tests.documents import samples

GROUND = "F6EBCF"
COUNTLESS = re.compile(rf"[\s｜{plain.BY_HAND[0]}]")


def squeezed(text: str) -> str:
    return COUNTLESS.sub("", text)


def rows_with(picture: QImage, colour: str) -> int:
    """How many rows of a picture have a point of this colour."""
    data, step = bytes(picture.constBits()), picture.bytesPerLine()
    point = bytes.fromhex(colour)[::-1]
    return sum(point in data[start : start + step] for start in range(0, len(data), step))


def with_blocks(*blocks: Block) -> Document:
    return replace(samples.contract(), blocks=blocks)


def long_regulation(articles: int = 200) -> Document:
    text = "会社は、秘密情報の取扱いについて必要な事項を定め、従業員に知らせる。" * 3
    made = [
        samples.article(n, f"定め{n}", samples.paragraph(f"a{n}-1", 1, text), samples.paragraph(f"a{n}-2", 2, text))
        for n in range(1, articles + 1)
    ]
    return replace(samples.regulation(), blocks=tuple(made))


@pytest.mark.parametrize("sample", samples.ALL, ids=lambda sample: sample.__name__)
def test_the_pages_read_as_the_plain_text_does(sample: object) -> None:
    document: Document = sample()  # type: ignore[operator]
    assert squeezed(Pages(document).plain_text()) == squeezed("".join(plain.lines(document)))


def test_a_frame_for_a_revenue_stamp_stands_above_the_title() -> None:
    document = replace(samples.contract(), stamp_box=True)
    page = Pages(document)._pages[0]
    (frame,) = (mark for mark in page[0].strip.marks if isinstance(mark, Frame))
    assert frame.area.height() == page[0].strip.height and page[1].y >= page[0].bottom
    assert page[1].strip.text == f"{document.title}\n"
    assert squeezed(Pages(document).plain_text()) == squeezed("".join(plain.lines(document)))


def test_no_article_of_two_hundred_is_lost() -> None:
    document = long_regulation()
    pages = Pages(document)
    text = pages.plain_text()
    assert [label for label in re.findall(r"^第\d+条", text, re.M)] == [a.label for a in document.articles()]
    standing = Counter(id for n in range(pages.count) for id in pages.article_rects(n))
    assert set(standing) == {article.id for article in document.articles()}
    assert Pages(document).count == pages.count > 30


def test_an_article_stands_where_its_letters_are() -> None:
    pages = Pages(samples.regulation())
    rects = pages.article_rects(0)
    order = [rects[f"a{n}"] for n in range(1, 6)]
    assert all(above.bottom() < below.top() for above, below in pairwise(order))
    assert all(rect.left() >= 20 and rect.right() <= pages.size_mm.width() - 20 for rect in order)
    picture = pages.image(0, 794)
    for rect in order:
        top, bottom = (round(y / pages.size_mm.width() * 794) for y in (rect.top(), rect.bottom()))
        rows = [any(picture.pixelColor(x, y).lightness() < 128 for x in range(794)) for y in range(top - 3, bottom + 3)]
        assert any(rows[3:25]) and any(rows[-25:-3])


def test_the_parts_of_one_article_on_two_pages_have_a_place_on_each() -> None:
    pages = Pages(samples.regulation())
    assert "a6" in pages.article_rects(0) and "a6" in pages.article_rects(1)


def test_a_caption_never_stands_alone_at_the_end_of_a_page() -> None:
    for lines in range(30, 45):
        filler = Prose((Value("x", "\n" * lines),))
        document = replace(samples.regulation(), blocks=(filler, *samples.regulation().blocks[1:6]))
        pages = Pages(document)
        last = Pages(document)._pages[0][-1].strip.text
        assert not last.startswith("（"), last
        assert pages.count == 2


def first_words(document: Document) -> list[str]:
    """The words that come first on each page."""
    pages = [[placed.strip.text.strip() for placed in page] for page in Pages(document)._pages]
    return [next(filter(None, texts)) for texts in pages]


def test_no_single_line_of_a_paragraph_stands_alone_on_a_page() -> None:
    long = Prose((Text("この" * 21 + "始まり" + "中の行" * 60 + "終わり"),))
    for lines in range(25, 45):
        pages = Pages(with_blocks(Prose((Value("x", "\n" * lines),)), long))._pages
        words = ["".join(placed.strip.text for placed in page) for page in pages]
        alone = [len([1 for placed in page if placed.strip.text.strip()]) for page in pages]
        assert all("始まり" not in text or "中の行" in text for text in words)
        assert all("終わり" not in text or count > 1 for text, count in zip(words, alone, strict=True))


def test_signatures_stay_on_one_page_with_the_words_that_lead_to_them() -> None:
    contract = samples.contract()
    closing = "本契約の成立を証するため、本書2通を作成し、甲乙が記名押印の上、各1通を保有する。"
    for lines in range(10, 45):
        blocks = (Prose((Value("x", "\n" * lines),)), *contract.blocks[-4:])
        words = first_words(replace(contract, blocks=blocks))
        assert words[1:] in ([], [closing], ["令和8年11月17日"]), lines


def test_landscape_is_wider_than_high() -> None:
    pages = Pages(samples.register())
    assert (round(pages.size_mm.width()), round(pages.size_mm.height())) == (297, 210)
    assert round(Pages(samples.regulation()).size_mm.width()) == 210


def test_a_picture_has_the_width_asked_for_and_more_points_on_a_fine_screen() -> None:
    pages = Pages(samples.pledge())
    once, twice = pages.image(0, 400), pages.image(0, 400, 2.0)
    assert (once.width(), once.height()) == (400, 566)
    assert (twice.width(), twice.devicePixelRatio()) == (800, 2.0)
    assert once.pixelColor(2, 2) == QColor("#FFFFFF")


def test_a_blank_has_a_ground_and_is_not_torn() -> None:
    for before in range(28, 46):
        words = (Text("金" * before), Blank("x", "だれか"), Text("とする。"))
        pages = Pages(with_blocks(Prose(words)))
        lines = pages.plain_text().splitlines()
        assert "〔　　　　〕" in "".join(lines)
        assert 0 < rows_with(pages.image(0, 600), GROUND) < 14, "in one line"


def test_a_blank_in_a_table_has_a_ground_too() -> None:
    table = Table("t", "", (Column("役", 50), Column("人", 50)), (("事務局", Blank("", "").text),))
    assert rows_with(Pages(with_blocks(table)).image(0, 600), GROUND) > 0


ODD = "a\tb\x01c\x85d\u200be\u202ef\u2028g\x9fh\ufeffk\U000e0100\u00ad😀髙﨑𠮷\ue000\ud800العربية"


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n\n", ODD, "金" * 10_000, "a" * 10_000, "長い\n" * 500, "<b>太字</b>&nbsp;{{ x }} **も**"],
    ids=["empty", "space", "breaks", "odd", "long", "one word", "lines", "markup"],
)
def test_whatever_was_typed_is_set_as_it_is(text: str) -> None:
    table = Table("t", text, (Column("一", 20), Column(text[:30], 80)), (("1", text), (text, "2")))
    document = with_blocks(Prose((Value("x", text),)), table, Prose((Text("終わり"),)))
    document = replace(document, title=text[:2000], head_left=text, head_right=text[:50], foot=text)
    pages = Pages(document)
    read = pages.plain_text()
    typed = squeezed(text.replace("\x01", "").replace("\ud800", ""))
    assert squeezed(read).count(typed) >= 3
    assert read.endswith("終わり\n")
    assert not pages.image(pages.count - 1, 300).isNull()
    assert Pages(document).count == pages.count


def test_a_row_taller_than_a_page_goes_on_below_the_head() -> None:
    table = Table("t", "表", (Column("番号", 10), Column("手順", 90)), (("1", "手順\n" * 300), ("2", "次")))
    pages = Pages(with_blocks(table))
    tops = [page[0].strip for page in pages._pages[1:]]
    assert len(tops) > 4
    assert len({top.height for top in tops}) == 1, "the head, each time"
    assert pages.plain_text().count("手順") == 301


def test_nobody_signs_a_page_that_says_nothing() -> None:
    *_, words, date, first, second = samples.contract().blocks
    for lines in range(24, 44):
        pages = Pages(
            replace(samples.contract(), blocks=(*[Prose((Text("約束"),))] * lines, words, date, first, second))
        )
        signed = next(page for page in pages._pages if any(placed.strip.text.endswith("印\n") for placed in page))
        assert any("成立を証するため" in placed.strip.text for placed in signed), lines


CLOSING = "本契約の成立を証するため"


def test_the_last_article_stands_on_the_page_of_the_signature() -> None:
    """However long the paper is, and however long the article."""
    contract = samples.contract()
    *_, words, date, first, second = contract.blocks
    for long in (1, 60):
        text = "本契約に関する紛争は、裁判所で解決する。" * long
        last = samples.article(
            9, "裁判所", samples.paragraph("a9-1", 1, text), samples.paragraph("a9-2", 2, "終わりの項。")
        )
        for lines in range(0, 44, 3):
            before = [Prose((Text("約束"),))] * lines
            pages = Pages(replace(contract, blocks=(*before, last, words, date, first, second)))
            signed = next(page for page in pages._pages if any(placed.strip.text.endswith("印\n") for placed in page))
            assert any("終わりの項" in placed.strip.text for placed in signed), (long, lines)
            if long == 1:
                assert any("第9条" in placed.strip.text for placed in signed), lines


def test_supplementary_rules_are_neither_torn_nor_alone() -> None:
    last = samples.article(9, "改廃", samples.paragraph("a9-1", 1, "この規程の改廃は、取締役会が行う。"))
    rules = [Prose((Text(f"附則の{n}。" * 20),), str(n)) for n in (1, 2, 3)]
    for lines in range(0, 46, 2):
        before = [Prose((Text("約束"),))] * lines
        pages = Pages(replace(samples.regulation(), blocks=(*before, last, Heading("", "附則"), *rules)))
        texts = ["".join(placed.strip.text for placed in page) for page in pages._pages]
        assert [text for text in texts if "附則の1" in text and "附則の3" in text and "第9条" in text], lines


def sheet(rows: int) -> Table:
    columns = (Column("", 20, label=True), Column("", 80))
    return Table("", "", columns, tuple((f"見出し{n}", "") for n in range(rows)), heights=(10,) * rows)


def test_a_sheet_stays_on_one_page_and_a_long_one_begins_at_once_below_a_rule_on_every_page() -> None:
    for lines in range(0, 44, 3):
        before = [Prose((Text("約束"),))] * lines
        standing = [
            {
                n
                for n, page in enumerate(Pages(with_blocks(*before, sheet(rows)))._pages)
                for placed in page
                if placed.strip.text.startswith("見出し")
            }
            for rows in (10, 40)
        ]
        assert len(standing[0]) == 1 and len(standing[1]) > 1, lines
        assert min(standing[1]) == 0 or lines > 15
    pages = Pages(with_blocks(sheet(40)))._pages
    assert all(page[0].strip.height == 0 and rules(page[0].strip) for page in pages[1:]), "the rule above"


def rules(strip: Strip) -> list[Rule]:
    return [mark for mark in (*strip.marks, *strip.foot) if isinstance(mark, Rule)]


def test_a_tall_row_leaves_no_half_page_empty() -> None:
    columns = (Column("番号", 10), Column("手順", 90))
    for count in (20, 45, 80, 200):
        table = Table("t", "表", columns, (("1", "前"), ("2", "手順\n" * count), ("3", "次")))
        pages = Pages(with_blocks(*[Prose((Text("約束"),))] * 15, table))
        full = [page[-1].bottom / pages._look.text_height for page in pages._pages[:-1]]
        assert all(share > 0.5 for share in full), count
        cut = [page[-1].strip for page in pages._pages[:-1] if page[-1].strip.foot]
        assert bool(cut) == (count > 20) or count == 45, "short rows stay whole"
        assert all(mark.start.y() == strip.height for strip in cut for mark in strip.foot if isinstance(mark, Rule))
        assert pages.plain_text().count("手順\n" * 3) >= count // 4 - 1


def test_no_ground_covers_a_rule() -> None:
    pages = Pages(samples.record())
    kinds = [type(mark) for _, mark in pages.marks(0)]
    assert Ground in kinds and Rule in kinds
    assert max(n for n, kind in enumerate(kinds) if kind is Ground) < min(
        n for n, kind in enumerate(kinds) if kind is Rule
    )


def test_a_line_does_not_end_inside_a_name() -> None:
    for name in ("湊 和代", "湊　和代"):
        for before in range(28, 46):
            pages = Pages(with_blocks(Prose((Text("金" * before), Value("person", name), Text("とする。")))))
            lines = [placed.strip.text for page in pages._pages for placed in page]
            assert not [line for line in lines if line.rstrip("\n").endswith(("湊", name[:2]))], (name, before)
            assert name in pages.plain_text().replace("\n", "")


def test_the_negative_control_words_of_the_form_may_part_at_a_space() -> None:
    ends = [
        placed.strip.text[-2:]
        for before in range(28, 46)
        for page in Pages(with_blocks(Prose((Text("金" * before + "湊　和代とする。"),))))._pages
        for placed in page
    ]
    assert "湊　" in ends


def test_a_blank_in_a_narrow_cell_stays_on_one_line() -> None:
    table = Table("t", "", (Column("役", 90), Column("人", 10)), (("事務局", Blank("", "").text),))
    pages = Pages(with_blocks(table))
    row = pages._pages[0][-1].strip
    assert rows_with(pages.image(0, 600), GROUND) > 0 and row.height < 2 * pages._look["表の文字"].line


def test_a_sheet_has_no_head_and_rows_as_high_as_a_hand_needs() -> None:
    millimetre = 1440 / 25.4
    strips = [placed.strip for page in Pages(samples.record())._pages for placed in page]
    frame, sheet, steps = strips[3], strips[4:6], strips[7:11]
    assert frame.height == 0 and frame.keep_next and all(len(row.head) == 1 for row in sheet), "on every page"
    assert [round(strip.height / millimetre) for strip in sheet] == [10, 30]
    assert [len(grounds(strip)) for strip in sheet] == [2, 2], "under the labels"
    assert [round(strip.height / millimetre) for strip in steps] == [10] * 4
    assert [len(grounds(strip)) for strip in steps] == [0] * 4 and [row.text for row in steps[0].head] == [
        "時刻\tしたこと\n"
    ]


def grounds(strip: Strip) -> list[object]:
    return [mark for mark in strip.marks if isinstance(mark, Ground)]


def test_no_row_of_a_register_is_cut_and_no_line_reaches_into_the_margin() -> None:
    pages = Pages(samples.register(200))
    assert all(placed.bottom <= pages._look.text_height for page in pages._pages for placed in page)
    assert re.findall(r"その(\d+)\t", pages.plain_text()) == [str(n) for n in range(1, 201)]


def test_pages_are_made_without_a_window_and_without_widgets() -> None:
    code = (
        "from app.paper.pages import Pages; from tests.documents import samples; import sys\n"
        "print(Pages(samples.regulation()).count, Pages(samples.regulation()).image(0, 300).width(),"
        " 'PySide6.QtWidgets' in sys.modules)"
    )
    bare = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "QT_QPA_PLATFORM"}}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=bare, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(Pages(samples.regulation()).count), "300", "False"]
