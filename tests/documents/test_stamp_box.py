"""収入印紙: a contract that may need one has a frame for it, on paper only; nothing else has."""

from dataclasses import replace
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from app.documents import plain, tree_json
from app.documents.tree import STAMP, Document
from app.documents.word import check as word_check
from app.documents.word import file as word
from app.domain.ledger.records import Answer
from app.errors import PaperError
from tests.documents import ooxml_reading as inside
from tests.documents import samples
from tests.documents.small_company import all_forms, paper, small_company
from tests.documents.test_word import MADE


def chosen(form: str, **options: str) -> Document:
    answers = [Answer(id=f"choice.{form}.{group}", value=option) for group, option in options.items()]
    return paper(small_company().after(answers), form, partner="hokuto")


def stamped() -> Document:
    return replace(samples.contract(), stamp_box=True)


@pytest.mark.parametrize("nature", ["mandate", "work"])
@pytest.mark.parametrize("medium", ["paper", "electronic"])
def test_what_is_chosen_decides_whether_there_is_a_frame(medium: str, nature: str) -> None:
    on_paper = medium == "paper"
    assert chosen("manufacturing-agreement", medium=medium).stamp_box == on_paper
    assert chosen("service-agreement", medium=medium, nature=nature).stamp_box == (on_paper and nature == "work")


def test_no_other_paper_has_one() -> None:
    asked = {"manufacturing-agreement", "service-agreement"}
    assert not [form for form in all_forms().keys() - asked if paper(small_company(), form, partner="hokuto").stamp_box]


def test_its_words_stand_above_the_title_and_only_there() -> None:
    assert plain.lines(stamped()) == [*STAMP, *plain.lines(samples.contract())]


def test_word_has_a_frame_of_its_size(tmp_path: Path) -> None:
    path = tmp_path / "書類.docx"
    path.write_bytes(word.to_bytes(stamped(), MADE))
    word_check.verify(stamped(), path)
    assert OpenXmlValidator().validate(path).is_valid
    first = inside.every(inside.tree(path.read_bytes()), "tbl")[0]
    assert inside.text(first) == "".join(STAMP)
    assert [inside.attribute(row, "hRule") for row in inside.every(first, "trHeight")] == ["exact"]


def test_a_frame_that_is_lost_or_too_many_is_noticed() -> None:
    for meant, made in ((stamped(), samples.contract()), (samples.contract(), stamped())):
        with pytest.raises(PaperError):
            word_check.verify_bytes(meant, word.to_bytes(made, MADE), "書類.docx")


def test_it_comes_back_from_its_record() -> None:
    assert tree_json.loads(tree_json.dumps(stamped())) == stamped()
