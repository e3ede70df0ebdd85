"""体制図: every seat is a box, whatever the company is; the plain list, Word and what is kept of it say the same."""

from dataclasses import replace

import pytest
from openxml_audit import OpenXmlValidator

from app.documents import plain, tree_json
from app.documents.chart import edges, pairs
from app.documents.revision.changes import compare
from app.documents.revision.comparison import comparison_table
from app.documents.revision.differences import Names, differences
from app.documents.tree import Blank, Box, Chart, Document, Table, Value
from app.documents.word import check as word_check
from app.documents.word import file as word
from app.domain.ledger.company import Company
from app.domain.ledger.records import Appointment
from app.domain.ledger.seats import seats
from app.domain.words import Level
from app.errors import PaperError
from tests.documents import ooxml_reading as inside
from tests.documents import samples
from tests.documents.small_company import paper, small_company
from tests.documents.small_forms import USES_CHOICE
from tests.documents.test_checks import faults
from tests.documents.test_word import MADE

LONG = "ヴォン・グエン・ティ・トゥイ・ズオン・フォン・ランチャナコーンの𠮷田"


def with_levels(*levels: Level) -> Company:
    return small_company().after([replace(small_company().profile, levels=levels)])


def chart_of(document: Document) -> Chart:
    (chart,) = (block for block in document.blocks if isinstance(block, Chart))
    return chart


def drawn(*boxes: Box) -> Document:
    return replace(samples.notice(), blocks=(Chart(boxes),))


def a_box(role: str, name: str = "湊 和代", work: str = "製造部　工場長") -> Box:
    return Box(role, Value(role, name) if name else Blank(role, role), work if name else "")


@pytest.mark.parametrize("levels", [(Level.SECRET,), (Level.TOP_SECRET, Level.INTERNAL), tuple(Level)[1:]])
def test_every_seat_of_a_company_is_a_box_under_the_chief(levels: tuple[Level, ...]) -> None:
    company = with_levels(*levels)
    chart = chart_of(paper(company, "role-chart"))
    assert [box.role for box in chart.boxes] == [seat.name for seat in seats(company)]
    assert chart.boxes[0].role == "統括責任者" and [box for pair in pairs(chart) for box in pair] == [*chart.below]


def test_plain_text_keeps_the_list_and_an_empty_seat_is_a_blank() -> None:
    document = paper(small_company(), "role-chart")
    lines = plain.block_lines(chart_of(document))
    assert lines[:3] == [
        "統括責任者　児玉 徹　代表取締役",
        "　管理責任者（極秘）　児玉 徹　代表取締役",
        "　管理責任者（秘）　髙﨑 健　製造部　工場長",
    ]
    assert "　点検者　〔　　　　〕" in lines and "inspector" in [blank.key for blank in document.blanks]


@pytest.mark.parametrize("below", range(1, 10))
def test_a_word_file_shows_every_box_once_and_is_sound(below: int, tmp_path) -> None:
    names = ("湊 和代", LONG, "")
    document = drawn(a_box("統括責任者"), *(a_box(f"役{n}", names[n % 3]) for n in range(below)))
    path = tmp_path / "書類.docx"
    path.write_bytes(word.to_bytes(document, MADE))
    word_check.verify(document, path)
    assert OpenXmlValidator().validate(path).is_valid
    (table,) = inside.every(inside.tree(path.read_bytes()), "tbl")
    assert sum(edge - start for start, edge in zip(edges(9072), edges(9072)[1:], strict=False)) == 9072
    merged = [inside.attribute(mark, "val") for mark in inside.every(table, "vMerge")]
    assert merged.count("restart") == merged.count("continue") == below
    assert [inside.text(cell) for cell in inside.every(table, "tc")].count("") > below


def test_a_word_file_with_another_name_in_a_box_is_refused() -> None:
    one, other = (drawn(a_box("統括責任者"), a_box("点検者", name)) for name in ("湊 和代", "湊 誠一"))
    with pytest.raises(PaperError):
        word_check.verify_bytes(one, word.to_bytes(other, MADE), "書類.docx")


def test_it_comes_back_from_its_record() -> None:
    document = paper(small_company(), "role-chart")
    assert tree_json.loads(tree_json.dumps(document)) == document


def test_who_has_changed_is_told_by_the_names() -> None:
    company = small_company()
    old = paper(company, "role-chart")
    new = paper(
        company.after([Appointment(id="secretariat", role="secretariat", person=company.staff[0].id)]), "role-chart"
    )
    names = {box.person.text for box in (*chart_of(old).boxes, *chart_of(new).boxes)}
    told = [str(one) for one in differences(old, new, Names(values={"secretariat": "事務局"}))]
    assert any("「事務局」を「大西 明子」から" in one for one in told) and "大西 明子" in names, told
    (table,) = (block for block in comparison_table(compare(old, new), "新旧").blocks if isinstance(block, Table))
    assert any("　事務局　大西 明子" in before for _, before, _ in table.rows)


def test_a_chart_has_no_rows_to_write_in() -> None:
    body = f"{{{{ table:organisation 12 }}}}\n{USES_CHOICE}"
    assert "「organisation」は図になるので、段の数は書けません" in [what for _, what in faults(body)]
    assert faults(body.replace(" 12", "")) == []
