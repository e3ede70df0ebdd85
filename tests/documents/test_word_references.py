"""References in Word: fields that give the same words when Word counts anew, and typed words where no field could."""

import pytest

from app.documents.tree import Article, Document, Heading, Item, PaperKind, Paragraph, Prose, Ref, Text
from app.documents.word import file as word
from app.documents.word.base import W
from app.documents.word.references import References
from tests.documents import ooxml_reading as inside
from tests.documents import samples
from tests.documents.test_word import MADE


def paper(*refs: Ref) -> Document:
    """Twelve articles; the third with two 項, a 号 and a 細号; an annex; and these references."""
    items = (Item("item", "(1)", (Text("号"),), (Item("kana", "ア", (Text("細号"),)),)),)
    third = Article(
        "third",
        3,
        "第3条",
        "（三）",
        (Paragraph("p1", "", (Text("一"),), items), Paragraph("p2", "2", (Text("二"),), items[:0])),
    )
    others = [Article(f"a{n}", n, f"第{n}条", "", (Paragraph("", "", (Text("文"),)),)) for n in range(1, 13)]
    others[2] = third
    blocks = (
        *others,
        Heading("annex", "別紙1　一覧", True),
        Heading("", "別紙1　別の"),
        *(Prose((ref,)) for ref in refs),
    )
    return Document("x", PaperKind.REGULATION, "規程", "会社", blocks=blocks)


@pytest.mark.parametrize(
    ("target", "text", "asked", "shown"),
    [
        ("third", "第3条", [r"\n \h"], ["第3条"]),
        ("p2", "第3条第2項", [r"\n \h", r"\n \h"], ["第3条", "2"]),
        ("p2", "第2項", [r"\n \h"], ["2"]),
        ("p1", "第3条第1項", [r"\n \h"], ["第3条"]),
        ("item", "第3条第1項第1号", [r"\n \h"], ["第3条"]),
        ("kana", "第3条第1項第1号ア", [r"\n \h"], ["第3条"]),
        ("p2", "前条第2項", [r"\n \h"], ["2"]),
        ("third", "前条", [], []),
        ("p2", "前項", [], []),
        ("p2", "本条第2項", [r"\n \h"], ["2"]),
        ("a12", "第12条", [r"\n \h"], ["第12条"]),
        ("annex", "別紙1", [r"\h"], ["別紙1"]),
        ("annex", "別紙2", [], []),
        ("third", "第13条", [], []),
        ("unknown", "第3条", [], []),
    ],
)
def test_only_what_word_can_count_becomes_a_field(target: str, text: str, asked: list[str], shown: list[str]) -> None:
    made = word.to_bytes(paper(Ref(target, text)), MADE)
    reference = inside.styled(made, "Prose")[0]
    instructions = [element.text.split(maxsplit=2) for element in inside.every(reference, "instrText")]
    assert [word for word, _, _ in instructions] == ["REF"] * len(asked)
    assert [switches.strip() for _, _, switches in instructions] == asked
    assert inside.text(reference) == text
    runs = list(reference.iter(f"{W}r"))
    behind = [
        n + 1 for n, run in enumerate(runs) for sign in run if inside.attribute(sign, "fldCharType") == "separate"
    ]
    assert [inside.text(runs[n]) for n in behind] == shown


def test_a_field_leads_to_the_place_that_shows_its_number() -> None:
    made = word.to_bytes(paper(Ref("p2", "第3条第2項"), Ref("annex", "別紙1"), Ref("third", "第3条")), MADE)
    paragraphs = {
        inside.attribute(mark, "name"): mark.getparent() for mark in inside.every(inside.tree(made), "bookmarkStart")
    }
    names = [field.split()[1] for field in inside.fields(made)]
    assert [inside.text(paragraphs[name]) for name in names] == ["一", "二", "別紙1　一覧", "一"]
    assert names[0] == names[3], "one bookmark a place"


@pytest.mark.parametrize("sample", samples.ALL, ids=lambda sample: sample.__name__)
def test_every_field_has_its_bookmark_and_no_bookmark_is_idle(sample: object) -> None:
    made = word.to_bytes(sample(), MADE)  # type: ignore[operator]
    starts, ends = (inside.every(inside.tree(made), f"bookmark{end}") for end in ("Start", "End"))
    names = [inside.attribute(start, "name") for start in starts]
    numbers = [inside.attribute(start, "id") for start in starts]
    assert {field.split()[1] for field in inside.fields(made)} == set(names)
    assert len(set(names)) == len(names) and all(name.isascii() and len(name) <= 40 for name in names)
    assert len(set(numbers)) == len(numbers) and sorted(numbers) == sorted(inside.attribute(end, "id") for end in ends)


def test_a_heading_of_the_same_words_is_not_mistaken() -> None:
    document = paper(Ref("annex", "別紙1"))
    marked = [
        paragraph
        for paragraph in inside.styled(word.to_bytes(document, MADE), "Heading")
        if inside.every(paragraph, "bookmarkStart")
    ]
    assert [inside.text(paragraph) for paragraph in marked] == ["別紙1　一覧"]


def test_the_words_of_a_reference_are_never_changed() -> None:
    for ref in samples.regulation().inlines():
        if isinstance(ref, Ref):
            written = References(samples.regulation()).write(ref)
            assert (
                "".join(part.partition("</w:t>")[0] for part in written.split('<w:t xml:space="preserve">')[1:])
                == ref.text
            )
