"""The reader of forms understands every line or names it."""

from pathlib import Path

import pytest

from app import paths
from app.content import forms
from app.content.form_shelf import Shelf
from app.domain.advice.progress import FIRST_PAPERS
from app.domain.forms.body import (
    FormArticle,
    FormChapter,
    FormGrid,
    FormHeading,
    FormProse,
    FormSection,
    FormSign,
    FormTable,
    RefSlot,
    SectionKind,
    Signer,
    SignerKind,
    ValueSlot,
    Words,
)
from app.domain.forms.conditions import ALWAYS, NEVER, All, Any, Not, Tag
from app.errors import ContentError
from tests.documents.small_forms import HEAD, USES_CHOICE, read, sound


def test_an_article_has_paragraphs_items_and_subitems() -> None:
    form = sound("""# 総則

## （目的） {#purpose when="circumstance:cloud"}
この規程は、{{ company }}の秘密を守る。
{: #main }
1. 一つ目 {#first}
   1. 細かいこと
9. 二つ目は{{ ref:first full }}による。

二つ目の項。
""")
    chapter, article = form.parts
    assert isinstance(chapter, FormChapter) and chapter.title == "総則"
    assert isinstance(article, FormArticle)
    assert (article.id, article.caption, article.when) == ("purpose", "（目的）", All((Tag("circumstance:cloud"),)))
    first, second = article.paragraphs
    assert first.id == "main"
    assert first.pieces == (Words("この規程は、"), ValueSlot("company"), Words("の秘密を守る。"))
    assert [(item.id, len(item.items)) for item in first.items] == [("first", 1), ("", 0)]
    assert first.items[1].pieces == (Words("二つ目は"), RefSlot("first", full=True), Words("による。"))
    assert second.when == ALWAYS and not second.items


def test_sections_tables_and_signatures() -> None:
    form = sound("""::: preamble
甲と乙は、次のとおり約する。
:::

右へ {.right}

### 区切り

{{ table:roles }}

::: annex 一覧 {#list}
説明。
::: table 扱い
区分 30% | 扱い 70%
{{ level-secret }} | 鍵 {when="level:secret"}
:::
:::

::: sign
date
company 甲
blank 立会人
:::
""")
    preamble, prose, heading, table, annex, sign = form.parts
    assert isinstance(preamble, FormSection) and preamble.kind is SectionKind.PREAMBLE
    assert isinstance(prose, FormProse) and prose.align == "right"
    assert isinstance(heading, FormHeading) and heading.title == "区切り"
    assert isinstance(table, FormTable) and table.name == "roles"
    assert isinstance(annex, FormSection) and (annex.id, annex.title) == ("list", "一覧")
    grid = annex.parts[1]
    assert isinstance(grid, FormGrid) and grid.columns == (("区分", 30), ("扱い", 70))
    assert grid.rows[0].cells == ((ValueSlot("level-secret"),), (Words("鍵"),))
    assert isinstance(sign, FormSign)
    assert sign.signers == (
        Signer(SignerKind.DATE),
        Signer(SignerKind.COMPANY, "甲"),
        Signer(SignerKind.BLANK, "立会人"),
    )


def test_a_table_may_have_rows_for_the_hand() -> None:
    form = sound("""{{ table:access 12 }}

::: table 来た人
日 30% | 名 70%
例 | 大西 {height=20}
{{ rows:8 }}
:::

::: sheet
20% | 80%
品名 | □紙 // 　　　印
:::
""")
    ledger, grid, sheet = form.parts
    assert isinstance(ledger, FormTable) and (ledger.name, ledger.to_write) == ("access", 12)
    assert isinstance(grid, FormGrid) and isinstance(sheet, FormGrid)
    assert [(row.height, row.times, row.cells) for row in grid.rows] == [
        (20, 1, ((Words("例"),), (Words("大西"),))),
        (0, 8, ((), ())),
    ]
    assert sheet.columns == (("", 20), ("", 80))
    assert sheet.rows[0].cells == ((Words("品名"),), (Words("□紙\n　　　印"),)), "wide spaces are room for the hand"


def test_a_paper_may_lie_on_its_side_always_or_by_choice() -> None:
    heads = ["order: 1", "order: 1\nlandscape: yes", "order: 1\nlandscape: choice:removal=permit"]
    forms_read = [sound(USES_CHOICE, HEAD.replace("order: 1", head)) for head in heads]
    assert [form.landscape for form in forms_read] == [NEVER, ALWAYS, All((Tag("choice:removal=permit"),))]


def test_a_frame_for_a_revenue_stamp_may_depend_on_choices() -> None:
    asked = "order: 1\nstamp-box: choice:removal=permit choice:medium=paper"
    form = sound(USES_CHOICE, HEAD.replace("order: 1", asked))
    assert form.stamp_box == All((Tag("choice:removal=permit"), Tag("choice:medium=paper")))
    assert sound(USES_CHOICE).stamp_box == NEVER


def test_a_when_may_ask_for_one_of_several_and_for_the_opposite() -> None:
    form = sound('## （一） {when="level:secret any:measure:a|not-measure:b"}\n文。\n')
    assert form.parts[0].when == All((Tag("level:secret"), Any((Tag("measure:a"), Not(Tag("measure:b"))))))


ARTICLE = "## （一）\n文。\n"
FAULTS = {
    "##（目的）\n文。": (1, "見出しは「# 章」「## （見出し）」「### 見出し」のどれかで、# の後に空白を一つ置きます"),
    "## 目的\n文。": (1, "条の見出しは全角の（ ）で囲みます"),
    "# 総則 {#id}\n" + ARTICLE: (
        1,
        "章には id も when も付けられません（条が一つも残らなければ、章も消えます）",
    ),
    "## （一）\n\n## （二）\n文。": (1, "条（一）に本文がありません"),
    "## （一）\n一行目。\n二行目。": (3, "一つの項は一行で書きます。次の項なら、前に空の行を置いてください"),
    "## （一）\n文。\n1. 号\n次の項。": (4, "一つの項は一行で書きます。次の項なら、前に空の行を置いてください"),
    "## （一）\n文。\n  1. 号": (3, "号は字下げなし、細号は三文字の字下げです（いまは2文字）"),
    "## （一）\n文。\n   1. 細号": (3, "細号の上に号がありません"),
    "## （一）\n1. 号": (2, "号の上に、号を導く文がありません"),
    "## （一）\n文。\n1.号": (3, "号は「1. 文」のように、点の後に空白を一つ置きます"),
    "## （一）\n　文。": (2, "字下げはしません（字下げは、様式の見た目が決めます）"),
    "## （一）\n(1) 文。": (
        2,
        "行を番号や記号で始めないでください。番号はまもり帳が数えます（号は「1. 文」と書きます）",
    ),
    "## （一）\n第2項の文。": (
        2,
        "行を番号や記号で始めないでください。番号はまもり帳が数えます（号は「1. 文」と書きます）",
    ),
    "## （一）\n- 箇条": (
        2,
        "行を番号や記号で始めないでください。番号はまもり帳が数えます（号は「1. 文」と書きます）",
    ),
    "## （一）\n**強く**言う。": (2, "「**」は本文に使えません（飾りや表の記号は使わず、文だけを書きます）"),
    "## （一）\n{{ Company }}の文。": (
        2,
        "{{ Company }} は読めません。{{ 名前 }} か {{ ref:id }} と書きます",
    ),
    "## （一）\n{ company }の文。": (2, "「{」は本文に使えません（飾りや表の記号は使わず、文だけを書きます）"),
    "## （一） {id=x}\n文。": (
        1,
        '「id=x」が分かりません。{ } に書けるのは #id と when="…" と .right .center と height=数 と essential'
        ' と alone="…" です',
    ),
    '## （一）\n次の文。\n{: alone="文。" }\n1. 号': (
        3,
        "alone の文には、残った号の場所を {{ item }} か {{ meaning }} で書きます",
    ),
    '::: note\n次の文。\n{: alone="{{ item }}" }\n1. 号\n:::': (
        3,
        "alone は、条の中の項のすぐ下の {: … } だけに使えます",
    ),
    '## （一）\n文。 {alone="{{ item }}"}': (2, "「{」は本文に使えません（飾りや表の記号は使わず、文だけを書きます）"),
    "## （一） {height=20}\n文。": (1, "height は、::: table と ::: sheet の段だけに使えます"),
    "::: sheet\n20% | 30% | 50%\n品名 | | 数\n:::": (
        2,
        "記入票の一行目は「20% | 80%」の形です（見出しと書く所を一組に、幅の合計を100にします）",
    ),
    "::: sheet\n項目 20% | 記入 80%\n:::": (
        2,
        "記入票の一行目は「20% | 80%」の形です（見出しと書く所を一組に、幅の合計を100にします）",
    ),
    "{{ rows:3 }}": (1, "{{ rows:3 }} は読めません。{{ 名前 }} か {{ ref:id }} と書きます"),
    "## （一） {#第一}\n文。": (1, "id「第一」に使えない文字があります（半角の小文字・数字・-）"),
    '## （一） {when="measure=a"}\n文。': (1, "when の「measure=a」が読めません"),
    '## （一） {when=""}\n文。': (1, "when が空です"),
    "## （一）\n文。\n{: #a essential}": (3, "essential は、条の見出しだけに使えます"),
    "## （一）\n文。 {essential}": (2, "essential は、条の見出しだけに使えます"),
    "## （一）\n文。 {.right}": (2, "右寄せ・中央は、条の外の段落だけに使えます"),
    "## （一）\n文。\n\n{: #main }": (4, "{: … } は、項の文のすぐ下の行に置きます"),
    "## （一）\n{{ table:roles }}": (2, "表は条の中に置けません。別紙に置き、{{ ref:別紙のid }} で指してください"),
    "::: furigana\n文。\n:::": (
        1,
        "「::: furigana」という囲みはありません（preamble・supplementary・annex・note・table・sheet・sign）",
    ),
    "::: note\n文。": (1, "この囲みを閉じる「:::」がありません"),
    "::: note\n:::": (2, "囲みの中が空です"),
    ":::": (1, "開いていない囲みを閉じています"),
    "::: annex\n文。\n:::": (1, "別紙には題名を付けます"),
    "::: note\n## （一）\n:::": (2, "囲みの中に章や条は置けません。先に「:::」で閉じてください"),
    "::: note\n::: note\n文。\n:::": (
        2,
        "囲みの中に囲みは置けません。先に「:::」で閉じてください（別紙の中の ::: table だけは別です）",
    ),
    "::: sign\nwitness 丙\n:::": (
        2,
        "署名欄の「witness」が分かりません（company・partner・person・outsider・name・blank・date）",
    ),
    "::: sign\nname\n:::": (2, "署名欄の「name」には、誰の欄かを書きます（name 立会人）"),
    "::: table\n区分 30% | 扱い 60%\n秘 | 鍵\n:::": (
        2,
        "表の一行目は「見出し 20% | 見出し 80%」の形で、幅の合計を100にします",
    ),
    "::: table\n区分 30% | 扱い 70%\n秘\n:::": (3, "列の数が見出しと違います（見出し2、この行1）"),
    "::: table\n区分 30% | 扱い 70%\n:::": (3, "表に行がありません"),
}


@pytest.mark.parametrize("body", FAULTS)
def test_a_line_that_is_not_understood_is_named(body: str) -> None:
    _, faults = read(body)
    assert FAULTS[body] in faults


def test_every_fault_is_named_and_not_only_the_first() -> None:
    _, faults = read("##（一）\n\n## （二）\n(1) 文。\n\nここは**強く**。\n")
    assert [line for line, _ in faults] == [1, 4, 6]


HEAD_FAULTS = {
    ("title: 試しの規程", "title：試しの規程"): "区切りが全角の「：」です。半角の「:」にしてください",
    ("title: 試しの規程\n", ""): "「title」がありません",
    ("title: 試しの規程", "title:"): "ここには一行の言葉を書きます",
    ("scene: start\n", ""): "「scene」がありません",
    ("code: T01", "code: T01\ncolor: red"): "知らない名前「color」です",
    (
        "kind: regulation",
        "kind: letter",
    ): "「letter」は選べません（regulation・contract・pledge・register・notice・summary）",
    ("level: internal", "level: 秘"): "「秘」は選べません（open・internal・secret・top_secret）",
    ("order: 1", "order: 一"): "「一」は数ではありません",
    ("order: 1", "order: 1\nlandscape: no"): (
        "yes か、横にする選び方（choice:名前=印）だけ書けます（いつも縦なら行ごと消します）"
    ),
    ("order: 1", "order: 1\nlandscape: circumstance:cloud"): (
        "yes か、横にする選び方（choice:名前=印）だけ書けます（いつも縦なら行ごと消します）"
    ),
    ("order: 1", "order: 1\nstamp-box: choice:removal=permit circumstance:cloud"): (
        "yes か、印紙を貼る選び方（choice:名前=印）だけ書けます（いつも要らない紙なら行ごと消します）"
    ),
    ("order: 1", "order: 1\nper: company"): "person か partner か either のどれかです",
    ("scene: start", "scene: party"): (
        "「party」は選べません（start・hire・deal・project・visit・take-out・leave・incident・other）"
    ),
    ("order: 1", "order: 1\nper: person\nsigned-by: guests"): "「guests」は選べません（everyone・leavers・partners）",
    ("order: 1", "order: 1\nsigned-by: everyone"): "signed-by は、一人・一社ごとに作る紙（per）だけに書けます",
    ("cautions:\n  よく", "cautions: よく"): "次の行から字下げして、一行に一つずつ書きます",
    ("| text |", "| colour |"): "種類「colour」は選べません（text・lines・date・month・number）",
    ("| text | 鍵を置く所", "| text"): (
        "ask は「名前 | 問い | 種類 | 何に使うか | 初めの値」の形です（初めの値はなくてもよい）"
    ),
    ("| permit\n", "| maybe\n"): "初めの選び方「maybe」が、選び方の中にありません",
    ("permit 許可制 / forbid 禁止", "permit 許可制"): "選び方は二つ以上、印はそれぞれ別にします",
    ("permit 許可制 / forbid 禁止", "permit / forbid"): "選び方には、印の後に空白を置いて言葉を書きます",
}


@pytest.mark.parametrize("change", HEAD_FAULTS)
def test_a_faulty_head_is_named(change: tuple[str, str]) -> None:
    assert change[0] in HEAD
    form, faults = read("文。\n", HEAD.replace(*change))
    assert HEAD_FAULTS[change] in [what for _, what in faults]
    assert form is None


def test_a_faulty_list_in_a_head_is_named_with_its_own_line() -> None:
    _, faults = forms.parse(HEAD.replace("| permit\n", "| maybe\n") + "文。\n", "trial", "forms/trial.md")
    line = HEAD.splitlines().index("choices:") + 2
    assert [str(fault) for fault in faults] == [
        f"forms/trial.md {line}行：初めの選び方「maybe」が、選び方の中にありません"
    ]


def test_the_bundled_forms_are_read_without_a_fault_and_in_order() -> None:
    found, faults = forms.read(paths.FORMS)
    assert faults == []
    assert list(found) == sorted(found, key=lambda name: (found[name].order, name))
    assert {f"{name}.md" for name in found} == {path.name for path in paths.FORMS.glob("[a-z]*.md")}
    assert next(iter(found)) == "information-rules"


def test_heads_alone_are_the_forms_without_their_bodies() -> None:
    heads, whole = forms.heads(paths.FORMS), forms.load(paths.FORMS)
    assert list(heads) == list(whole)
    for name, head in heads.items():
        assert head.parts == () and whole[name].parts
        assert (head.title, head.ask, head.choices) == (whole[name].title, whole[name].ask, whole[name].choices)


def test_on_the_shelf_stand_the_same_forms_each_read_when_it_is_taken() -> None:
    shelf, whole = Shelf(paths.FORMS), forms.load(paths.FORMS)
    assert list(shelf) == list(whole) and shelf.heads == forms.heads(paths.FORMS)
    assert dict(shelf) == whole
    assert shelf["role-chart"] is shelf["role-chart"]
    assert "no-such" not in shelf and shelf.get("no-such") is None


def test_a_faulty_form_on_the_shelf_hides_no_other(tmp_path: Path) -> None:
    (tmp_path / "good.md").write_text(HEAD + "## （一）\n文。\n", "utf-8")
    (tmp_path / "bad.md").write_text(HEAD + "##（一）\n文。\n", "utf-8")
    shelf = Shelf(tmp_path)
    assert shelf["good"].parts and list(shelf) == ["bad", "good"]
    with pytest.raises(ContentError, match=r"bad\.md"):
        shelf["bad"]


def test_a_faulty_file_stops_loading_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "Bad Name.md").write_text(HEAD + "##（一）\n文。\n", "utf-8")
    with pytest.raises(ContentError, match=r"Bad Name\.md：ファイルの名前は半角"):
        forms.load(tmp_path)
    with pytest.raises(ContentError, match="ファイルの名前は半角"):
        forms.heads(tmp_path)


def test_the_papers_to_begin_with_are_forms_under_their_names() -> None:
    loaded = forms.load(paths.FORMS)
    assert {form: loaded[form].title for form in FIRST_PAPERS} == FIRST_PAPERS
