"""What a sentence finds: all its words before some of them, the rarer before the usual, 困りごと first, and the own ledger alike."""

from app.domain.folding import Spellings
from app.domain.search.finder import Finder
from app.domain.search.hit import Found
from app.domain.search.section import Section

SPELLINGS = Spellings((("持出", "持ち出し"),), (("退職", "辞める"),))


def find(query: str, *texts: tuple[str, str]) -> Found:
    sections = [Section(kind, f"{kind}:{text}", text, text) for kind, text in texts]
    return Finder(sections, SPELLINGS).find(query)


def told(found: Found) -> list[str]:
    return [hit.text for hit in found.hits]


def test_what_has_all_words_comes_before_what_has_some() -> None:
    found = find("図面と金型の棚", ("terms", "図面と棚"), ("terms", "金型は図面のある棚"), ("terms", "倉庫"))
    assert told(found) == ["金型は図面のある棚", "図面と棚"] and not found.near


def test_where_nothing_has_all_the_near_is_told() -> None:
    found = find("図面と金型の窓", ("terms", "図面"), ("terms", "金型の図面"), ("terms", "倉庫"))
    assert told(found)[0] == "金型の図面" and found.near
    assert find("窓と屋根", ("terms", "図面")) == Found()


def test_the_rarer_word_says_more() -> None:
    usual = [("terms", f"図面の{n}") for n in "一二三四五"]
    assert told(find("図面の治具の窓", *usual, ("terms", "治具の事")))[0] == "治具の事"


def test_worries_come_first_in_a_sentence_but_not_for_a_word() -> None:
    texts = (("measures", "図面と金型を守る"), ("worries", "図面と金型を守れ"))
    assert find("図面や金型を", *texts).hits[0].kind == "worries"
    assert find("図面", *texts).hits[0].kind == "measures"


def test_words_typed_with_a_blank_are_all_wanted() -> None:
    """The control: two words are no sentence."""
    found = find("図面 金型", ("terms", "図面"), ("terms", "図面と金型"))
    assert told(found) == ["図面と金型"] and not found.near


def test_what_stands_as_it_was_typed_comes_first() -> None:
    found = find("図面を持ち出し", ("worries", "図面と持出し、図面と持出し"), ("terms", "誰が図面を持出しするか"))
    assert told(found)[0] == "誰が図面を持出しするか" and len(found.hits) == 2


def test_the_words_that_were_found_are_marked() -> None:
    hit = find("辞める人の図面", ("terms", "退職の日に図面を返す")).hits[0]
    assert [hit.excerpt[a:b] for a, b in hit.marks] == ["退職", "図面"]


def test_a_word_in_a_longer_one_is_found_by_its_parts() -> None:
    assert told(find("顧客名簿は", ("terms", "顧客と名簿"), ("terms", "倉庫"))) == ["顧客と名簿"]


def test_more_sections_are_found_beside_the_first_and_the_own_ledger_first_of_equals() -> None:
    texts = Finder([Section("terms", "terms:a", "図面", "図面の棚")], SPELLINGS)
    both = texts.with_sections([Section("ledger", "inventory:a", "図面", "図面の棚")])
    assert [hit.kind for hit in both.find("図面の入った棚").hits] == ["ledger", "terms"]
    assert [hit.kind for hit in texts.find("図面の入った棚").hits] == ["terms"]


def test_a_long_ledger_does_not_crowd_out_the_texts() -> None:
    rows = [Section("ledger", f"inventory:{n}", "図面", "図面") for n in range(9)]
    found = Finder([*rows, Section("terms", "terms:a", "図面", "図面")], SPELLINGS).find("図面", limit=3)
    assert [hit.kind for hit in found.hits] == ["ledger"] * 3 + ["terms"]
