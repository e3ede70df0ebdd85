"""The body of a text keeps its sources apart, and becomes HTML without becoming dangerous."""

import subprocess
import sys
from pathlib import Path

import pytest

from app import paths
from app.content import facts, library, reading
from app.content.reading import Mark, Passage, Reading, to_html
from app.domain.drawing import Box, Picture
from app.domain.handbook.library import ENTRY_KINDS, Checklist, Library, Month, Trade, Worry
from app.domain.words import Basis, CaseKind

FILE = Mark("紹介資料", Basis.SEED)
OURS = Mark("まもり帳", Basis.OURS)
BODY = """初めの段落。

二つ目の段落。

## 進め方
{: basis=ours source="まもり帳"}

1. 一つ
2. 二つ

よその話。
{: basis=public source="IPA 2024年"}

また、うちの話。
## もう一つ
印のない段落。
""".splitlines()


def passages(lines: list[str]) -> tuple[Passage, ...]:
    return tuple(reading._passages(reading.blocks(lines, 1, FILE)))


def page(*found: Passage, title: str = "題") -> Reading:
    return Reading(title, FILE, found)


@pytest.fixture(scope="module")
def real() -> Library:
    return library.load(paths.CONTENT)


def test_what_we_say_ourselves_leaves_out_the_lead_and_what_others_say() -> None:
    told = reading.own_words(paths.CONTENT, library.load(paths.CONTENT), "assets", "recipes")
    assert [heading for heading, _ in told] == ["なぜ大事か", "どこから漏れるか"]
    assert all("例があります" not in words and "紹介資料" not in words for _, words in told)


def test_every_text_has_the_mark_that_stands_nearest() -> None:
    assert passages(BODY) == (
        Passage("", "初めの段落。\n\n二つ目の段落。", FILE),
        Passage("進め方", "1. 一つ\n2. 二つ", OURS),
        Passage("", "よその話。", Mark("IPA 2024年", Basis.PUBLIC)),
        Passage("", "また、うちの話。", OURS),
        Passage("もう一つ", "印のない段落。", FILE),
    )


def test_blocks_know_their_lines() -> None:
    assert [(block.line, block.heading, *block.lines[:1]) for block in reading.blocks(BODY, 10, FILE)] == [
        (10, "", "初めの段落。"),
        (12, "", "二つ目の段落。"),
        (16, "進め方"),
        (17, "", "1. 一つ"),
        (20, "", "よその話。"),
        (23, "", "また、うちの話。"),
        (25, "もう一つ", "印のない段落。"),
    ]


def test_a_section_that_begins_with_another_source_keeps_its_heading() -> None:
    lines = ["## 数字", "", "調査の値。", '{: basis=public source="IPA"}', "", "うちの読み方。"]
    assert passages(["頭。", "", *lines])[1:] == (
        Passage("数字", "調査の値。", Mark("IPA", Basis.PUBLIC)),
        Passage("", "うちの読み方。", FILE),
    )


def test_a_mark_is_told_where_it_differs_and_the_page_s_at_the_end() -> None:
    html = to_html(page(Passage("", "頭。", FILE), Passage("進め方", "する。", OURS), Passage("後", "終わり。", FILE)))
    assert html.count('class="mark"') == 2
    assert html.index("する。") < html.index("まもり帳の提案") < html.index(">後</p>")
    assert html.rstrip().endswith("このページの出典：紹介資料　確かさ：経済産業省の紹介資料による</p>")


def test_what_nobody_checked_is_told_apart() -> None:
    html = to_html(page(Passage("", "頭。", FILE), Passage("", "たぶん。", Mark("第3章", Basis.RECALLED))))
    assert '<p class="mark recalled">出典：第3章　確かさ：原典で要確認</p>' in html


def test_tables_lists_and_our_links_become_html() -> None:
    html = to_html(page(Passage("", "| 役 | 人 |\n|---|---|\n| 一 | [鍵](measure:lock) |\n\n- 一つ\n    - 中", FILE)))
    assert "<th>役</th>" in html
    assert '<td><a href="measure:lock">鍵</a></td>' in html
    assert html.count("<ul>") == 2


def test_lines_of_japanese_are_joined_without_a_space() -> None:
    assert "<p>覆いを掛けた（→鍵）と書く and\nso on</p>" in to_html(
        page(Passage("", "覆いを掛けた\n  （→鍵）と書く and\nso on", FILE))
    )


@pytest.mark.parametrize(
    "text", ["<b>太字</b>", "<script>alert(1)</script>", "<img src='file:///etc/passwd'>", "<!-- x -->"]
)
def test_raw_html_is_shown_as_it_was_typed(text: str) -> None:
    html = to_html(page(Passage("", f"前{text}後\n\n{text}", FILE), title=text), [(text, text)])
    assert text not in html
    assert html.count(text.split(">")[0].replace("<", "&lt;").split(" ")[0]) >= 4


def test_facts_stand_under_the_lead_and_more_after_the_text() -> None:
    html = to_html(
        page(Passage("", "頭。", FILE), Passage("後", "終わり。", FILE)),
        [("手間", "[軽い](term:effort)")],
        Passage("もっと", "ほかにも。", FILE),
    )
    order = ["頭。", "手間", '<a href="term:effort">軽い</a>', "終わり。", ">もっと</p>", "このページの"]
    assert [html.index(part) for part in order] == sorted(html.index(part) for part in order)


def test_every_bundled_text_can_be_read(real: Library) -> None:
    for kind in ENTRY_KINDS:
        for entry in getattr(real, kind).values():
            found = reading.read(paths.CONTENT, real, kind, entry.id)
            drawn = {name: Picture(name, Box(name)) for name in reading.pictures(found)}
            html = to_html(found, facts.facts(real, {}, entry), pictures=drawn)
            assert found.passages[0].heading == "" and found.passages[0].markdown, entry.id
            assert "{:" not in html and "](" not in html and "**" not in html, entry.id


def test_a_measure_names_its_cell_its_cases_and_its_papers(real: Library) -> None:
    found = dict(facts.facts(real, {"information-rules": "情報管理規程"}, real.measures["personal-media-limit"]))
    assert found["漏れる道"] == "従業員等"
    assert found["ねらい"] == "持出しにくく（持出し困難化）"
    assert found["誰の案か"] == "ハンドブックの対策"
    assert "(case:clothes-care)" in found["している会社"]
    assert found["出てくる書類"] == "[情報管理規程](form:information-rules)"


def test_an_incident_is_not_presented_as_a_company_that_did_well(real: Library) -> None:
    incident = next(case for case in real.cases.values() if case.kind is CaseKind.INCIDENT)
    found = dict(facts.facts(real, {}, real.measures[incident.measures[0]]))
    assert f"(case:{incident.id})" in found["効いたはずの事件"]
    assert f"(case:{incident.id})" not in found.get("している会社", "")
    assert dict(facts.facts(real, {}, incident))["種類"].startswith("漏えい事件（")


def test_the_other_kinds_tell_their_facts_with_links(real: Library) -> None:
    common = {"title": "題", "source": "まもり帳", "basis": Basis.OURS}
    worry = Worry(id="w", group="採用", order=1, page="steps:balance", measures=("cameras",), **common)
    assert dict(facts.facts(real, {}, worry))["読むページ"].endswith("(step:balance)")
    assert dict(facts.facts(real, {}, worry))["効く対策"].endswith("(measure:cameras)")
    checklist = Checklist(id="c", order=1, items=["鍵は？ | cameras", "机は？"], **common)
    assert dict(facts.facts(real, {}, checklist))["問い"].splitlines()[1] == "□ 机は？"
    assert "(measure:cameras)" in dict(facts.facts(real, {}, checklist))["問い"]
    month = Month(id="m", month=4, measures=("cameras",), **common)
    assert "(measure:cameras)" in dict(facts.facts(real, {}, month))["この月に思い出す対策"]
    trade = Trade(id="t", order=1, assets=(next(iter(real.assets)),), **common)
    assert "(asset:" in dict(facts.facts(real, {}, trade))["よくある情報"]


def test_an_undated_address_is_not_presented_as_checked(real: Library) -> None:
    assert "使う前に確かめてください" in dict(facts.facts(real, {}, real.contacts["meti"]))["確かめた時"]
    assert "2026年3月の資料" in dict(facts.facts(real, {}, real.contacts["jftc"]))["確かめた時"]


def test_a_law_that_nobody_compared_is_dated_but_not_called_checked(real: Library) -> None:
    law = real.law["work-promises"]
    assert law.basis is Basis.RECALLED
    assert dict(facts.facts(real, {}, law)) == {"いつの法律か": f"{law.as_of}の時点です。変わることがあります"}


def test_markdown_is_imported_only_when_a_text_is_shown() -> None:
    code = "import sys, app.content.reading, app.content.facts; sys.exit('markdown' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=Path(paths.PACKAGE).parent).returncode == 0


def test_every_measure_says_what_it_is_in_plain_first_words(real: Library) -> None:
    for measure in real.measures:
        words = reading.opening(paths.CONTENT, "measures", measure)
        assert words.endswith("。") and not set(words) & set("[]{}#*|`\n"), words


def test_a_picture_stands_where_it_is_named_with_its_words_below() -> None:
    lines = "前。\n\n{: picture=map }\n\n後。".splitlines()
    html = to_html(page(*passages(lines)), pictures={"map": Picture("地図", Box("A&B<鍵>"))})
    picture = '<p class="picture"><img src="picture:map"></p><p class="mark">図「地図」：A&amp;B&lt;鍵&gt;。</p>'
    assert html.index("前。") < html.index(picture) < html.index("後。")


def test_a_picture_is_no_mark_and_its_name_is_no_text() -> None:
    lines = ["## 図", '{: basis=ours source="まもり帳"}', "", "{: picture=map }", "", "後。"]
    assert passages(["頭。", "", *lines])[1:] == (Passage("図", "{: picture=map }\n\n後。", OURS),)
    assert reading.pictures(page(*passages(lines))) == ["map"]
    assert reading.without_pictures("前。\n{: picture=map }\n後。") == "前。\n後。"
