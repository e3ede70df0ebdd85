"""Facts that were wrong once stay right, wherever they stand, and no sentence goes stale by its date alone."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import paths

WRONG = {
    "the 300 and the 100 of 取適法": r"プログラムの作成やサービスは100人",
    "IPA's desk takes mail only": r"IPA[^。]{0,40}に電話|IPA[^。]{0,20}へ電話",
    "a PC leaves the cable and the Wi-Fi, not 「the net」": r"網から離|社内の網|網につな",
    "the reason for a lost suit is not guessed": r"争点だったと思われ",
    "paint: who, and how much": r"(?<!,)(?<!\d)3億円の特別損失|特別損失3億円|子会社に勤めていた社員",
    "IPA 2020: leavers": r"36\.5％",
    "a draft of the report that has long been final": r"報告書案",
    "who learns like abroad": r"日本に住んでいない人",
    "the law that 取適法 replaced": r"下請けの取引|下請法により",
    "a line that has a number": r"ある線を超える職場",
    "a word that the presentation of 2016 does not have": r"忠誠心",
}
STALE = r"施行され(?:ます|る予定)|施行の?予定|[0-9]日に施行(?:され)?る|それまでに、規程|施行までに|施行日は[0-9]{4}年|[0-9]日が施行日"
"""Promises of a day to come. 「2026年12月1日から」 is true on both sides of that day."""

RIGHT = {
    "law/subcontracting.md": ["| 300人 |", "| 100人 |", "特定運送", "5条1項7号", "第2条第8項第5号"],
    "contacts/ipa-organizations.md": ["cs-support@ipa.go.jp"],
    "steps/z-virus.md": ["LANケーブルを抜き、Wi-Fiを切り", "メールを送ります"],
    "worries/virus-screen.md": ["LANケーブルを抜き、Wi-Fiを切り", "メールを送ります"],
    "cases/inc-floodgate.md": ["図面の一部", "確かめられていません"],
    "cases/inc-paint-recipe.md": ["元執行役員", "3億7,200万円", "控訴審の刑も同じ"],
    "cases/inc-sensor-acquittal.md": ["元専務", "無罪が確定"],
    "cases/inc-sushi-costs.md": ["2024年10月9日", "5億円"],
    "cases/inc-customer-data.md": ["2017年6月", "2,000円", "2019年6月27日"],
    "cases/inc-remote-access.md": ["有罪は確定"],
    "statistics/ipa-2020.md": ["36.3％", "2021年3月18日"],
    "statistics/ipa-2024-routes.md": ["426人"],
    "statistics/jftc-2026.md": ["令和8年3月11日"],
    "law/whistleblowing.md": [
        "2026年12月1日から",
        "6月以下の拘禁刑",
        "30万円",
        "3,000万円",
        "1年以内",
        "300人以下",
        "努力義務",
        "フリーランス",
    ],
    "law/discipline.md": ["10人以上", "89条", "91条", "10分の1"],
    "law/export-control.md": ["非居住者", "類型③", "25％", "2022年5月1日から"],
    "law/amendments.md": ["2025年6月1日"],
    "contacts/ip-support-desk.md": ["0570-082100", "平日8:30〜17:15", "as_of: 2026年11月"],
    "editions/internal-fraud-2022.md": ["2022年4月6日", "10の観点", "33の項目"],
    "steps/two-layers.md": ["漏えい防止レベル", "法的保護レベル"],
    "steps/about.md": [
        "企業の機密情報の管理手法等に係るマニュアルの策定に向けた研究会",
        "営業秘密の保護・活用に関する小委員会",
    ],
    "steps/references.md": ["trade-secret.html#handbook"],
    "law/trade-secret.md": ["その他の事業活動に有用な技術上又は営業上の情報であって、公然と知られていないものをいう。"],
    "steps/z-first-response.md": ["初動対応の観点"],
    "cases/clothes-care.md": ["世界唯一のケアメンテ"],
    "steps/flow.md": ["漏えい対策の流れ（詳細）"],
}


def texts() -> Iterator[tuple[str, str]]:
    """Every text that the owner may read, by its place."""
    for folder in (paths.CONTENT, paths.FORMS):
        for file in sorted(folder.rglob("*.md")):
            if file.name != "README.md":
                yield file.relative_to(folder.parent).as_posix(), file.read_text("utf-8")


def places(pattern: str) -> list[str]:
    return [f"{place}: {found[0]}" for place, text in texts() for found in re.finditer(pattern, text)]


@pytest.mark.parametrize("pattern", WRONG.values(), ids=WRONG)
def test_what_was_wrong_stands_nowhere(pattern: str) -> None:
    assert places(pattern) == []


def test_no_sentence_waits_for_a_day() -> None:
    assert places(STALE) == []


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_right_is_said(name: str) -> None:
    text = Path(paths.CONTENT, name).read_text("utf-8")
    assert [words for words in RIGHT[name] if words not in text] == []


FOUND = [
    "改正法は2026年12月1日に施行されます。",
    "施行日は2027年4月1日です。",
    "それまでに、規程を見直します。",
    "公益通報者保護法の改正は、2026年12月1日が施行日です。",
    "新しい決まりは、来春に施行の予定です。",
]
LEFT_ALONE = [
    "2016年1月1日に施行されました。",
    "2026年12月1日からは、通報を妨げる合意は無効です。",
    "取適法（2026年1月1日施行）",
    "施行の時期は、公式ページで確かめてください。",
]


def test_the_search_for_stale_sentences_finds_them_and_nothing_else() -> None:
    """Negative control: without it, a pattern that finds nothing would pass for a clean handbook."""
    assert [text for text in FOUND if not re.search(STALE, text)] == []
    assert [text for text in LEFT_ALONE if re.search(STALE, text)] == []


def test_the_search_for_wrong_facts_finds_the_sentences_of_before() -> None:
    before = "IT業者と[IPAの窓口](contact:ipa-organizations)に電話します。まず網から離し、3億円の特別損失。"
    assert sum(bool(re.search(pattern, before)) for pattern in WRONG.values()) == 3


OFFICIAL = {
    "漏えいの道": "漏えいルート",
    "ひどい不注意": "重過失",
    "二段の確認": "二要素認証",
    "競業を控える約束": "競業避止",
}
"""What we say plainly, and the word that the owner meets on official papers: once on the page, at the first mention."""


def without_official(text: str) -> list[str]:
    """The plain words whose first mention in a body is not followed by the official one."""
    body = re.sub(r"^\{:.*$", "", text.split("\n---\n", 1)[-1], flags=re.MULTILINE)
    first = {plain: body.find(plain) for plain in OFFICIAL if plain in body}
    return [plain for plain, place in first.items() if OFFICIAL[plain] not in body[place : place + 60]]


def test_the_official_word_stands_beside_the_plain_one() -> None:
    assert {place: missing for place, text in texts() if (missing := without_official(text))} == {}


def test_an_official_word_that_comes_late_or_only_in_a_mark_is_missed() -> None:
    """Negative control."""
    assert without_official("頭\n---\nひどい不注意（重過失）で。後のひどい不注意は、そのまま。") == []
    assert without_official('頭\n---\nひどい不注意で。\n{: basis=ours source="重過失の話"}') == ["ひどい不注意"]
    assert without_official("頭\n---\nひどい不注意で。" + "長い話。" * 20 + "重過失。") == ["ひどい不注意"]


def test_no_two_cases_end_alike() -> None:
    """Eighteen of twenty-two once ended with 「月曜の朝」."""
    ends = [
        file.read_text("utf-8").rstrip().splitlines()[-1] for file in sorted((paths.CONTENT / "cases").glob("*.md"))
    ]
    assert len({end[:6] for end in ends}) == len(ends)
    assert sum("月曜" in end for end in ends) <= 2
