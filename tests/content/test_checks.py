"""`check` names every fault of the handbook's texts: a sound little handbook, and one spoilt line after the other."""

from pathlib import Path

import pytest

from app import paths
from app.content import checks

MEASURE = """---
title: 区分の印を付ける
code: E-4-a
route: employees
purpose: awareness
also: trust
effort: low
secrecy: strong
origin: handbook
starter: 1
levels: secret
minutes: 5
role: chief
needs: lock
forms: rules
training: 図面には印を付けます。
check: 印はありますか。
poster: 秘の印
source: 紹介資料（平成28年4月）
basis: seed
---
秘密の紙に印を付けます（→[鍵](measure:lock)、[用語](term:level)、[規程](form:rules)）。

## 進め方
{: basis=ours source="まもり帳"}

1. はんこを買います。
2. 押します。

## 小さな会社では

手書きで足ります。平成28年からの工夫です。
{: basis=recalled source="ハンドブック 第3章"}

## つまずきやすい所

全部に押すと、効かなくなります。
"""
LOCK = (
    MEASURE.replace("E-4-a", "E-1-a")
    .replace("purpose: awareness", "purpose: access")
    .replace("starter: 1\nlevels", "levels")
).replace("needs: lock\n", "")
FILES = {
    "roles/chief.md": """---
title: 統括責任者
order: 1
small: 社長が務めます。
source: まもり帳
basis: ours
---
最後に決めます。
""",
    "rules/ai.md": """---
title: 生成AIを使う
order: 1
effect: demand
when: ai
measures: mark
stage: month
reason: 「{asset}」を守ります。
source: まもり帳
basis: ours
---
先に決めます。
""",
    "requirements/marked.md": """---
title: 印がある
order: 1
aspect: intent
audiences: employees
fact: measure
measures: mark
strength: strong
weight: medium
speaks: 「{asset}」に印があります。
objection: 印がありません。
step: 印を付ける
page: measures
source: まもり帳
basis: ours
---
印で示します。
""",
    "measures/mark.md": MEASURE,
    "measures/lock.md": LOCK,
    "cases/press.md": """---
title: プレスの会社
trade: プレス加工
measures: mark
trigger: 図面が出た。
outcome:
  信頼が上がった。
source: 紹介資料（平成28年4月）
basis: recalled
---
プレスの会社です。
""",
    "steps/first.md": """---
title: はじめに
chapter: start
order: 1
source: 紹介資料
basis: seed
---
読みます。

## 表

| 段 | 手 |
|---|---|
| 一 | 鍵 |

{: picture=flow }

終わります。
""",
    "terms/level.md": """---
title: 区分
reading: くぶん
source: まもり帳
basis: ours
---
秘密の重さです。
""",
    "contacts/police.md": """---
title: 警察
order: 1
phone: 110
as_of: 2026年
source: 公式
basis: public
---
急ぐ時の相談先です。
""",
    "statistics/survey.md": """---
title: 調査
year: 2020
rows:
  漏えいを経験した会社 | 5.2％
source: 公表資料
basis: public
---
2020年の調査です。
""",
    "assets/drawing.md": """---
title: 金型図面
department: 金型・治具
media: paper
level: secret
value: 3
loss: 2
rival: 2
trust: 1
duty: no
known: no
entrusted: no
personal: no
export: unknown
place: 書棚
source: まもり帳
basis: ours
---
型の図面です。

## なぜ大事か

型屋なら、同じ型を作れます。

## どこから漏れるか

修理に出した時に渡ります。
""",
    "worries/leaving.md": """---
title: 社員が独立しそう
group: 人が辞める
order: 1
page: steps:first
cases: press
measures: mark
source: まもり帳
basis: ours
---
まず話を聞きます。
""",
    "checklists/monthly.md": """---
title: 毎月の点検
order: 1
items:
  印はありますか。 | mark
  机は片付いていますか。
source: ハンドブック 第6章
basis: recalled
---
月に一度、歩いて見ます。
""",
    "trades/press.md": """---
title: プレス加工
order: 1
assets: drawing
source: まもり帳
basis: ours
---
型の図面が要です。
""",
    "calendar/april.md": """---
title: 四月
month: 4
measures: mark
source: まもり帳
basis: ours
---
新しい人に話します。
""",
}

SPOILT = [
    # heads
    ("measures/mark.md", "origin:", "originn:", 9, "知らない名前「originn」"),
    ("measures/mark.md", "effort: low", "effort: lw", 7, "「effort」の値が読めません"),
    ("measures/mark.md", "source: 紹介資料（平成28年4月）\n", "", 1, "「source」がありません"),
    ("measures/mark.md", "basis: seed\n", "", 1, "「basis」がありません"),
    ("measures/mark.md", "check: 印はありますか。\n", "", 1, "「check」がありません"),
    ("measures/mark.md", "training: 図面には印を付けます。", "training:", 16, "「training」の値が読めません"),
    ("measures/mark.md", "title: 区分の印を付ける", "title: " + "印" * 25, 2, "題が25字あります"),
    ("measures/mark.md", "poster: 秘の印", "poster: " + "秘" * 15, 18, "掲示の言葉が15字あります"),
    ("measures/mark.md", "code: E-4-a", "code: R-4-a", 3, "ルートと目的に合いません"),
    ("measures/mark.md", "origin: handbook", "origin: seed", 9, "handbook か ours"),
    ("measures/mark.md", "starter: 1", "starter: 5", 10, "1〜4"),
    ("measures/mark.md", "also: trust", "also: awareness", 6, "主な目的と同じ"),
    ("measures/mark.md", "needs: lock", "needs: gate", 14, "対策「gate」がありません"),
    ("measures/mark.md", "needs: lock", "needs: mark", 14, "自分自身"),
    ("measures/mark.md", "forms: rules", "forms: rules badge", 15, "様式「badge」がありません"),
    ("measures/mark.md", "minutes: 5", "minutes: 0", 12, "1〜600"),
    ("measures/mark.md", "role: chief", "role: boss", 13, "役「boss」がありません"),
    ("measures/mark.md", "needs: lock", "guards: cloud\nneeds: lock", 14, "out か entrusted"),
    ("rules/ai.md", "measures: mark", "measures: gate", 6, "対策「gate」がありません"),
    ("rules/ai.md", "measures: mark\n", "", 1, "どの対策"),
    ("rules/ai.md", "effect: demand", "effect: raise", 1, "percent"),
    ("rules/ai.md", "{asset}", "{thing}", 8, "{thing}"),
    ("rules/ai.md", "reason: 「{asset}」を守ります。", "reason: 「{asset」を守ります。", 8, "{ }"),
    ("rules/ai.md", "reason: 「{asset}」を守ります。\n", "", 1, "理由"),
    ("requirements/marked.md", "measures: mark", "measures: gate", 7, "対策「gate」がありません"),
    ("requirements/marked.md", "fact: measure", "fact: dated", 7, "measures"),
    ("requirements/marked.md", "fact: measure", "fact: luck", 6, "fact"),
    ("requirements/marked.md", "step: 印を付ける\n", "", 1, "次の一歩"),
    ("requirements/marked.md", "{asset}", "{thing}", 10, "{thing}"),
    ("measures/lock.md", "code: E-1-a", "code: E-4-a", 3, "ルートと目的に合いません"),
    ("cases/press.md", "measures: mark", "measures: mark gate", 4, "対策「gate」がありません"),
    ("cases/press.md", "信頼が上がった", "売上が30%上がった", 6, "数字「30%」"),
    ("steps/first.md", "chapter: start", "chapter: Q", 3, "章「Q」はありません"),
    ("contacts/police.md", "as_of: 2026年\n", "", 4, "確かめた時"),
    ("statistics/survey.md", "会社 | 5.2", "会社 5.2", 4, "項目 | 値"),
    ("assets/drawing.md", "department: 金型・治具", "department: 金型", 3, "部門「金型」"),
    ("assets/drawing.md", "rival: 2", "rival: 4", 8, "0〜3"),
    ("worries/leaving.md", "page: steps:first", "page: steps:second", 5, "ページ「steps:second」がありません"),
    ("worries/leaving.md", "page: steps:first", "page: first", 5, "ページ「first」がありません"),
    ("worries/leaving.md", "title: 社員が独立しそう", "title: " + "独" * 21, 2, "題が21字あります"),
    ("worries/leaving.md", "group: 人が辞める", "group: 退職", 3, "組「退職」は一覧にありません"),
    ("worries/leaving.md", "cases: press", "cases: mould", 6, "事例「mould」がありません"),
    ("checklists/monthly.md", "| mark", "| gate", 4, "対策「gate」がありません"),
    ("checklists/monthly.md", "机は片付いて", "30日以内に片付けて", 4, "数字「30日以内」"),
    ("trades/press.md", "assets: drawing", "assets: die", 4, "よくある情報「die」がありません"),
    ("calendar/april.md", "month: 4", "month: 13", 3, "1〜12"),
    # bodies
    ("terms/level.md", "秘密の重さです。\n", "\n", 7, "本文が空です"),
    ("terms/level.md", "重さです", "<b>重さ</b>です", 7, "HTML は使えません"),
    ("measures/mark.md", "measure:lock", "measure:gate", 22, "リンクの先「measure:gate」がありません"),
    ("measures/mark.md", "form:rules", "form:badge", 22, "リンクの先「form:badge」がありません"),
    ("measures/mark.md", "term:level", "https://example.com", 22, "は使えません（"),
    ("measures/mark.md", "[鍵]", "![鍵]", 22, "絵はこの書き方では置けません。{: picture=… } と書きます"),
    ("measures/mark.md", "## 小さな会社では", "## 中くらいの会社では", 22, "「## 小さな会社では」がありません"),
    ("assets/drawing.md", "## なぜ大事か", "## 大事なわけ", 19, "「## なぜ大事か」がありません"),
    ("assets/drawing.md", "## どこから漏れるか", "## 漏れる所", 19, "「## どこから漏れるか」がありません"),
    ("measures/mark.md", "## 進め方", "### 進め方", 24, "見出しは「## 」"),
    ("measures/mark.md", "basis=ours", "basis=our", 25, "印が読めません"),
    ("measures/mark.md", '"まもり帳"}\n', '"まもり帳"}\n{: basis=seed source="紹介資料"}\n', 26, "すぐ下に置きます"),
    ("measures/mark.md", "{: basis=recalled", "\n{: basis=recalled", 34, "すぐ下に置きます"),
    ("measures/mark.md", "1. はんこを買います。", "こうします。\n1. はんこを買います。", 28, "空の行が要ります"),
    ("measures/mark.md", "平成28年からの工夫です", "3年は守ります", 32, "数字「3年」"),
    ("measures/mark.md", "平成28年からの工夫です", "第２条のとおりです", 32, "数字「第2条」"),
    ("measures/mark.md", "平成28年からの工夫です", "5万円で足ります", 32, "数字「5万」"),
    ("measures/mark.md", "平成28年からの工夫です", "120件ありました", 32, "数字「120件」"),
    ("measures/mark.md", "2. 押します。", "2. 第21条を見ます。", 28, "「第21条」には、まもり帳のほかに出典が要ります"),
    ("terms/level.md", "重さです", "重さで、7割が使います", 7, "「7割」には"),
    ("measures/mark.md", "全部に押すと、効かなくなります。\n", "", 35, "「つまずきやすい所」の中身がありません"),
    ("steps/first.md", "## 表\n\n", "表です。\n", 11, "空の行が要ります"),
    ("steps/first.md", "picture=flow", "picture=flows", 16, "絵「flows」はありません"),
    ("steps/first.md", "{: picture=flow }", "{: picture=flow}", 16, "絵が読めません"),
    ("steps/first.md", "{: picture=flow }", "  {: picture=flow }", 16, "絵が読めません"),
    ("steps/first.md", "{: picture=flow }", "{：picture=flow }", 16, "絵が読めません"),
    ("steps/first.md", "{: picture=flow }\n", "流れです。\n{: picture=flow }\n", 17, "上と下に空の行"),
    ("steps/first.md", "{: picture=flow }\n\n", "{: picture=flow }\n", 16, "上と下に空の行"),
]


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def faults(folder: Path) -> list[str]:
    return [str(fault) for fault in checks.faults(folder, {"rules"})]


def test_a_sound_handbook_has_no_fault(tmp_path: Path) -> None:
    assert faults(write(tmp_path / "book", FILES)) == []


@pytest.mark.parametrize(("name", "old", "new", "line", "words"), SPOILT)
def test_one_spoilt_line_is_named(tmp_path: Path, name: str, old: str, new: str, line: int, words: str) -> None:
    assert old in FILES[name]
    found = faults(write(tmp_path / "book", FILES | {name: FILES[name].replace(old, new, 1)}))
    there = [fault for fault in found if words in fault]
    assert [fault.partition("：")[0] for fault in there] == [f"book/{name} {line}行"], found


def test_outsiders_have_no_measures_of_trust(tmp_path: Path) -> None:
    spoilt = MEASURE.replace("route: employees", "route: outsiders").replace("purpose: awareness", "purpose: trust")
    spoilt = spoilt.replace("E-4-a", "O-5-a").replace("also: trust\n", "")
    found = faults(write(tmp_path / "book", FILES | {"measures/mark.md": spoilt}))
    assert found == ["book/measures/mark.md 5行：外部者には、信頼関係の対策はありません"]


def test_what_only_one_may_have_is_named_in_every_file(tmp_path: Path) -> None:
    twice = {"measures/mark2.md": MEASURE, "steps/second.md": FILES["steps/first.md"]}
    twice |= {"worries/other.md": FILES["worries/leaving.md"], "calendar/spring.md": FILES["calendar/april.md"]}
    found = faults(write(tmp_path / "book", FILES | twice))
    assert len(found) == 10
    assert sum("番号「E-4-a」" in fault for fault in found) == 2
    assert sum("starter「1」" in fault for fault in found) == 2
    assert sum("章と順番「start 1」" in fault for fault in found) == 2
    assert sum("組と順番「人が辞める 1」" in fault for fault in found) == 2
    assert sum("月「4」" in fault for fault in found) == 2


@pytest.mark.parametrize("name", ["terms/Level.md", "terms/区分.md", "terms/-level.md", "terms/le_vel.md"])
def test_ids_are_slugs(tmp_path: Path, name: str) -> None:
    found = faults(write(tmp_path / "book", FILES | {name: FILES["terms/level.md"]}))
    assert found == [f"book/{name}：ファイルの名前は、半角の小文字・数字と - だけにします"]


def test_a_folder_that_nobody_reads_is_named(tmp_path: Path) -> None:
    found = faults(write(tmp_path / "book", FILES | {"measure/mark.md": MEASURE}))
    assert found == ["book/measure/mark.md：フォルダ「measure」を、まもり帳は知りません"]


def test_a_faulty_head_does_not_hide_the_faults_of_its_body(tmp_path: Path) -> None:
    spoilt = MEASURE.replace("effort: low", "effort: lw").replace("term:level", "term:levels")
    found = faults(write(tmp_path / "book", FILES | {"measures/mark.md": spoilt}))
    assert any("「effort」の値" in fault for fault in found)
    assert any("「term:levels」がありません" in fault for fault in found)


def test_the_bundled_handbook_is_sound() -> None:
    forms = {path.stem for path in paths.FORMS.glob("*.md")} - {"README"}
    assert [str(fault) for fault in checks.faults(paths.CONTENT, forms)] == []
