"""One way of writing each word: the list is sound, each kind of slip is found with file, line and word, and the program keeps to it."""

from pathlib import Path

import pytest

from app import paths
from app.actions import checking
from app.content import house_style
from app.content.house_style import FORMS, SCOPES, TEXTS, WINDOW, Word

WORDS = house_style.read(paths.HOUSE_STYLE)


def slips(text: str, scope: str) -> list[str]:
    return [fault.what for fault in house_style.faults(WORDS, scope, "a.md", enumerate(text.splitlines(), 1))]


@pytest.mark.parametrize(
    ("text", "scope", "refused"),
    [
        ("だれが見るか", TEXTS, "だれ"),
        ("客先の図面", TEXTS, "客先"),
        ("得意先の図面", WINDOW, "得意先"),
        ("この頁を見ます", WINDOW, "頁"),
        ("白板を消す", TEXTS, "白板"),
        ("ノートPCを貸す", TEXTS, "PC"),
        ("見積を出す", TEXTS, "見積"),
        ("見積もりを出す", TEXTS, "見積もり"),
        ("共有フォルダーに置く", WINDOW, "フォルダー"),
        ("サーバに置く", TEXTS, "サーバ"),
        ("持ち出しの記録", TEXTS, "持ち出し"),
        ("スマートフォンを預ける", TEXTS, "スマートフォン"),
        ("スマホを預ける", FORMS, "スマホ"),
        ("全て集める", TEXTS, "全て"),
        ("すべての資料", FORMS, "すべて"),
        ("甲または乙", FORMS, "または"),
        ("甲又は乙", TEXTS, "又は"),
        ("見て下さい", FORMS, "下さい"),
        ("更に大事な", TEXTS, "更に"),
        ("困ったとき", TEXTS, "とき"),
    ],
)
def test_a_slip_is_found_once(text: str, scope: str, refused: str) -> None:
    found = slips(f"一行目です。\n{text}", scope)
    assert len(found) == 1 and found[0].startswith(f"「{refused}」は「")


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("誰でもお客様の図面を見られます。", TEXTS),
        ("見積書の控え、見積り、低く見積もります", TEXTS),
        ("PCT出願、サーバー、フォルダ", TEXTS),
        ("持ち出します。持出しの記録。持ち出し、あるいは送る", TEXTS),
        ("甲又は乙の全ての資料及び写しのとき", FORMS),
        ("スマートフォンを預かる", FORMS),
        ("内容の変更には届出が要ります", TEXTS),
        ("一人ひとり、ときどき", TEXTS),
        ("販売の手引書と、国の手引き", TEXTS),
        ('{: basis=public source="だれでも分かるPC、頁"}', TEXTS),
        ("source: 見積とPCの頁", TEXTS),
        ("[一覧](measure:PC)", TEXTS),
        ("> 何人も、次の行為又はその教唆をしてはならない。", TEXTS),
    ],
)
def test_what_is_right_is_let_through(text: str, scope: str) -> None:
    assert slips(text, scope) == []


def test_a_slip_is_named_with_file_line_and_word(tmp_path: Path) -> None:
    texts, forms, window = (tmp_path / name for name in ("book", "forms", "app"))
    sample = tmp_path / "resources" / "sample.json"
    for path, words in (
        (texts / "terms" / "a.md", "一行目\nこの頁\n"),
        (forms / "rule.md", "\n\n甲および乙\n"),
        (forms / "README.md", "頁\n"),
        (window / "ui" / "page.py", '"""頁 in a docstring."""\n\nTITLE = "次の頁"  # 頁\nSAYS = f"{TITLE}の頁"\n'),
        (window / "domain" / "sheet.py", 'TYPED = "置場"  # as typed\n'),
        (sample, '{"name": "客先の図面"}\n'),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, "utf-8")
    found = [str(fault) for fault in house_style.all_faults(WORDS, texts, forms, window, sample)]
    assert found == [
        "book/terms/a.md 2行：「頁」は「ページ」と書きます",
        "forms/rule.md 3行：「および」は「及び」と書きます",
        "app/ui/page.py 3行：「頁」は「ページ」と書きます",
        "app/ui/page.py 4行：「頁」は「ページ」と書きます",
        "resources/sample.json 1行：「客先」は「お客様」と書きます",
    ]


def test_the_list_does_not_contradict_itself() -> None:
    assert len(WORDS) > 50
    for scope in SCOPES:
        for word in (word for word in WORDS if scope in word.scopes):
            assert slips(word.preferred, scope) == [], word
            assert [right for right in word.right_in if slips(right, scope)] == []


def test_every_row_names_scopes_that_exist_and_forms_that_differ() -> None:
    for word in WORDS:
        assert word.scopes <= set(SCOPES) and word.refused and word.preferred not in word.refused
    assert house_style._word("及び | および | | 様式") == Word("及び", ("および",), (), frozenset({FORMS}))


def test_texts_forms_window_and_sample_keep_to_the_list() -> None:
    assert [str(fault) for fault in checking.misspelt()] == []
