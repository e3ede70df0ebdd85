"""A sentence falls into its words: by its scripts, by the tables, and never within a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import paths
from app.content import search
from app.domain.folding import Spellings, plain_fold
from app.domain.search.sentence import Grammar

BARE = Grammar(Spellings())
TABLES = search.grammar(paths.SEARCH, search.spellings(paths.SEARCH))


def words(grammar: Grammar, sentence: str) -> list[str]:
    return [word.text for word in grammar.words(sentence)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("金型とUSBのデータ", ["金型", "usb", "でーた"]),  # the script changes where a word ends
        ("送った", ["送"]),  # an ending
        ("顧客名簿", ["顧客名簿"]),  # one run is one word
        ("図面　図面", ["図面"]),  # none twice
        ("がをに。、！", []),
        ("", []),
    ],
)
def test_scripts_part_words(sentence: str, expected: list[str]) -> None:
    assert words(BARE, sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("来月で辞める人のパソコンどうする", ["来月", "辞める", "ぱそこん"]),
        ("やめた人", ["辞める"]),  # a verb in hiragana
        ("USBなくした", ["usb", "紛失"]),
        ("どうしたらいいですか", []),  # nothing but endings
        ("チャットGPTに聞いてもいいか", ["ちゃっとgpt", "聞"]),  # a known word in two scripts
        ("得意先が図面をよこせとうるさい", ["得意先", "図面", "出せ", "うるさい"]),
        ("データベース", ["でーたべーす"]),  # データ is known, and does not end here
    ],
)
def test_the_tables_know_verbs_and_what_says_nothing(sentence: str, expected: list[str]) -> None:
    assert words(TABLES, sentence) == expected


def test_what_is_written_together_is_told() -> None:
    together, apart = TABLES.words("営業ひみつ"), TABLES.words("営業のひみつ")
    assert [word.joined for word in together] == [False, True]
    assert [word.joined for word in apart] == [False, False]


@given(st.text(max_size=60))
def test_any_text_falls_into_folded_words(text: str) -> None:
    for word in words(BARE, text):
        assert word and plain_fold(word) == word and word in plain_fold(text)


def test_the_tables_say_nothing_twice() -> None:
    tables: dict[str, list[str]] = {name: [] for name in ("synonyms", "stems", "endings")}
    for name, found in tables.items():
        for line in (paths.SEARCH / f"{name}.txt").read_text("utf-8").splitlines():
            line = line.partition("#")[0]
            found += map(plain_fold, line.split()[1:] if name == "stems" else line.split())
    for name, found in tables.items():
        assert sorted({word for word in found if found.count(word) > 1}) == [], name
    assert set(tables["endings"]) & {*tables["synonyms"], *tables["stems"]} == set(), "a word says something or nothing"
