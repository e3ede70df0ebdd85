"""`check` finds what is well written and still wrong, without any company, and says it in Japanese."""

import itertools
from datetime import date

import pytest

from app.documents.checks import forms as checks
from app.documents.checks.said_twice import said_twice
from app.documents.compose import compose
from app.documents.tables import CHART, COLUMNS
from app.domain.forms.facts import gather
from app.domain.forms.form import Form
from app.domain.ledger.records import Choice, Profile
from app.domain.words import Circumstance, State
from app.errors import PaperError
from tests.documents.small_company import all_forms
from tests.documents.small_forms import FIRST, HEAD, USES_CHOICE, composed, sound
from tests.firms import firm, library

MEASURES = {"lock", "mark"}


def faults(body: str, head: str = HEAD) -> list[tuple[int, str]]:
    """What check says of a body: (line of the body, or 0 for the file; fault)."""
    found = checks.faults({"trial": sound(body, head)}, MEASURES)
    return [(fault.line and fault.line - FIRST + 1, fault.what) for fault in found]


def test_the_bundled_forms_have_no_fault() -> None:
    assert checks.faults(all_forms(), set(library().measures)) == []


def test_a_sound_form_has_no_fault() -> None:
    assert faults(USES_CHOICE) == []


def test_a_subject_may_stand_in_two_sentences_and_a_word_in_a_list() -> None:
    """What is told from a doubled subject: the next sentence, an aside, and 暴力団、暴力団員."""
    body = "会社は、定める。会社は、暴力団、暴力団員（会社は、除く。）を避ける。甲は、乙が、望むときは、甲が、応じる。"
    assert said_twice(body.replace("甲が、応じる", "応じる")) == ""
    assert said_twice(body) == "甲"


def test_an_essential_article_may_have_alternatives_as_long_as_one_is_there() -> None:
    one = '## （持出し） {#out essential when="choice:removal=permit"}\n許す。\n'
    other = '\n## （持出し） {#out essential when="choice:removal=forbid"}\n禁じる。\n'
    assert faults(one + other) == []


CLOUD = '## （雲） {#cloud when="circumstance:cloud"}\n雲を使う。\n'
MISTAKES = {
    '## （一） {#one essential when="measure:lock"}\n文。': (1, "essential の条が、消える場合があります"),
    '## （一） {#one essential}\n次のとおり。\n\n1. 鍵 {when="measure:lock"}': (
        1,
        "essential の条が、消える場合があります",
    ),
    "## （一）\n{{ compny }}の文。": (
        2,
        "値「compny」はありません（forms/README.md の一覧か、頭の ask にある名前だけ）",
    ),
    "{{ table:role }}": (
        1,
        f"表「role」はありません（{'・'.join((*COLUMNS, CHART))}）",
    ),
    '## （一） {when="measure:lok"}\n文。': (
        1,
        "when の「measure:lok」という印はありません（対策の id は handbook_content/measures のファイル名です）",
    ),
    '## （一） {when="choice:removal=allow"}\n文。': (
        1,
        "when の「choice:removal=allow」という印はありません（頭の choices にある名前と印だけです）",
    ),
    '## （一） {when="level:open"}\n文。': (
        1,
        "when の「level:open」という印はありません（internal・secret・top_secret）",
    ),
    "## （一）\n{{ ref:elsewhere }}による。": (
        2,
        "参照先「elsewhere」がありません（指せるのは、id の付いた条・項・号・別紙です）",
    ),
    CLOUD + "## （二）\n{{ ref:cloud }}による。": (
        4,
        "参照先「cloud」が消える場合があります：どの印もないとき",
    ),
    '## （一）\n文。\n{: #one when="measure:lock"}\n\n## （二） {when="measure:mark"}\n{{ ref:one }}の文。': (
        6,
        "参照先「one」が消える場合があります：measure:mark のとき",
    ),
    "## （一） {#same}\n文。\n\n## （二） {#same}\n文。": (4, f"id「same」が{FIRST}行と重なっています"),
    "## （一）\n文は、第3条の規定による。\n": (2, "「第3条」と手で打ってあります"),
    "## （一）\n文は、前項の規定による。\n": (2, "「前項」と手で打ってあります"),
    "## （一）\n同項の文。\n": (2, "「同項」と手で打ってあります"),
    "## （一）\n次の文。\n1. 前各号に掲げるもの\n": (3, "「前各号」と手で打ってあります"),
    "## （一）\n別紙の文。\n": (2, "「別紙」と手で打ってあります"),
    "## （一）\n従業員等は、従業員等は、持出しをしない。\n": (2, "一つの文に「従業員等」が二度あります"),
    "## （一）\n会社は、定める。会社は、{{ company }}を、会社は、守る。\n": (2, "一つの文に「会社」が二度あります"),
    "## （一）\n会社は会社は守る。\n": (2, "一つの文に「会社は」が二度あります"),
    "## （一）\n{{ company }}は、{{ company }}は、守る。\n": (2, "一つの文に「□」が二度あります"),
    '## （一）\n次の文。\n1. 社員は、社員は、守る {when="choice:removal=permit"}': (
        3,
        "一つの文に「社員」が二度あります",
    ),
    "## （第3条の二）\n文。\n": (1, "「第3条」と手で打ってあります"),
    "## （一）\n次の文。\n1. {{ ref:above }}の文\n": (3, "ref:above の前に、いつも残る項や号がありません"),
    '## （一）\n次の文。\n1. 先の号 {when="measure:lock"}\n2. {{ ref:above }}の文\n': (
        4,
        "ref:above の前に、いつも残る項や号がありません",
    ),
    '## （一） {when="measure:lock not-measure:lock"}\n文。': (
        1,
        "when の条件が、どんな会社でもそろいません（決して残らない文です）",
    ),
    '## （一） {when="choice:removal=permit choice:removal=forbid"}\n文。': (
        1,
        "when の条件が、どんな会社でもそろいません（決して残らない文です）",
    ),
    '## （一） {#one when="choice:removal=permit"}\n文。\n\n## （一） {#one when="choice:removal=permit measure:lock"}\n文。': (
        4,
        f"id「one」が{FIRST}行と重なっています",
    ),
    '## （一） {#one when="choice:removal=permit measure:lock"}\n文。\n\n'
    '## （一） {#one when="choice:removal=permit not-measure:lock"}\n文。': (
        1,
        "条「one」に、「choice:removal=forbid」のときの文がありません",
    ),
    '## （一）\n次の文。\n\n1. 号 {when="measure:lock"}\n2. 号 {when="measure:mark"}\n': (
        2,
        "号が一つだけ残る場合があります：measure:lock のとき。alone で、そのときの一文を書いてください",
    ),
    "## （一）\n次の文。\n\n1. 一つだけの号\n": (2, "号が一つだけ残る場合があります：どの印もないとき"),
    '## （一）\n次の文。\n{: alone="{{ item }}の文。" }\n\n1. 号\n2. 号\n': (
        2,
        "号が一つだけ残ることはないので、alone は要りません",
    ),
    '## （一）\n次の文。\n{: #list alone="{{ item }}の文。" }\n\n1. 号 {#own when="measure:lock"}\n'
    '2. 号 {when="measure:mark"}\n': (5, "alone のある項の号には、細号も、項と別の id も付けられません"),
    "# 空の章\n\n# 次の章\n\n## （一）\n文。": (1, "章「空の章」に条がありません"),
    "## （一） {#above}\n文。": (1, "id「above」は使えません（ref:above のための言葉です）"),
    "## （一）\n文。": (0, "選び方「removal」が、本文のどこにも使われていません"),
    "::: annex 一覧\n{{ ref:inner }}の文。\n\n1. 号 {#inner}\n:::": (
        2,
        "参照先「inner」がありません（指せるのは、id の付いた条・項・号・別紙です）",
    ),
}


@pytest.mark.parametrize("body", MISTAKES)
def test_a_mistake_is_named_with_its_line(body: str) -> None:
    line, message = MISTAKES[body]
    assert [what for at, what in faults(body) if at == line and what.startswith(message)]


HEAD_MISTAKES = {
    ("keeper-room |", "company |"): "「company」は台帳が知っている値なので、ask で聞けません",
    ("choices:", "  keeper-room | また聞く | text | 二度目\nchoices:"): "ask に「keeper-room」が二度あります",
    ("order: 1", "order: 1\nlandscape: choice:removal=open"): (
        "landscape の「choice:removal=open」という印はありません（頭の choices にある名前と印だけです）"
    ),
    ("order: 1", "order: 1\nstamp-box: choice:removal=open"): (
        "stamp-box の「choice:removal=open」という印はありません（頭の choices にある名前と印だけです）"
    ),
    ("choices:\n", "choices:\n  removal | また | a あ / b い | a\n"): "choices に「removal」が二度あります",
    ("use: 試すとき。", "use: 第3条を試すとき。"): (
        "頭に「第3条」と書いてあります。番号は動くので、言葉で書いてください"
    ),
}


@pytest.mark.parametrize("change", HEAD_MISTAKES)
def test_a_mistake_in_the_head_is_named(change: tuple[str, str]) -> None:
    assert (0, HEAD_MISTAKES[change]) in faults(USES_CHOICE, HEAD.replace(*change))


def test_a_table_of_one_person_and_the_tag_of_a_partner_stand_only_where_there_is_one() -> None:
    body = '{{ table:person-access }}\n\nその社の文。 {when="for:partner"}\n' + USES_CHOICE
    of_person = "表「person-access」は、頭に per: person のある様式だけに置けます"
    hint = "（for:partner だけ、頭に per: either のある様式だけです）"
    assert faults(body) == [(1, of_person), (3, f"when の「for:partner」という印はありません{hint}")]
    assert faults(body, HEAD.replace("order: 1", "order: 1\nper: either")) == []


def test_the_same_question_must_be_the_same_everywhere() -> None:
    forms = {"trial": sound(USES_CHOICE), "other": sound(USES_CHOICE, HEAD.replace("| text |", "| date |"))}
    (fault,) = checks.faults(forms, MEASURES)
    assert fault.what == "「keeper-room」を、様式「試しの規程」では別の種類で聞いています。そろえてください"
    other = sound(
        USES_CHOICE, HEAD.replace("鍵を置く所", "鍵を置く所 | 倉庫").replace("keeper-room |", "keeper-room* |")
    )
    (fault,) = checks.faults({"trial": sound(USES_CHOICE), "other": other}, MEASURES)
    assert "別の相手（*）と初めの値で聞いています" in fault.what


@pytest.mark.parametrize(
    "sentence",
    [
        "不正競争防止法第2条第6項に規定する営業秘密",
        "労働基準法（昭和22年法律第49号）第16条の規定",
        "同法第3条第1項及び第2項の定め",
        "労働基準法施行規則第5条の2の定め",
        "第{{ keeper-room }}条に定める処分",
        "次の各号に掲げるもの、当該各号に定める者",
        "一項目ずつ確かめる",
    ],
)
def test_the_numbers_of_a_statute_may_be_typed(sentence: str) -> None:
    assert faults(USES_CHOICE + f"\nここには{sentence}がある。\n") == []


@pytest.mark.parametrize(
    "sentence", ["就業規則第3条", "会社法第2条及び第3条の次に、第4条", "本契約第１条", "第三条の二"]
)
def test_the_numbers_of_our_own_papers_may_not(sentence: str) -> None:
    assert any("と手で打ってあります" in what for _, what in faults(USES_CHOICE + f"\nここでは{sentence}を見る。\n"))


def test_a_reference_is_sound_where_its_own_condition_brings_the_target() -> None:
    sound_pairs = [
        CLOUD + '## （二） {when="circumstance:cloud"}\n{{ ref:cloud }}による。',
        CLOUD + '## （二） {when="circumstance:cloud measure:lock"}\n{{ ref:cloud }}による。',
        '## （一） {#one when="any:measure:lock|measure:mark"}\n文。\n\n## （二） {when="measure:mark"}\n{{ ref:one }}の文。',
        '## （一） {#one when="choice:removal=permit"}\n文。\n\n## （一） {#one when="choice:removal=forbid"}\n別の文。\n\n'
        "## （二）\n{{ ref:one }}の文。",
        '## （一）\n次の文。\n{: #list alone="{{ item }}の文。"}\n1. 号 {when="level:secret"}\n2. 号 {when="level:internal"}\n'
        '3. 号 {when="level:top_secret"}\n\n{{ ref:list }}の文。',
        '## （一）\n次の文。\n1. 先の号 {when="measure:lock"}\n2. {{ ref:above }}の文 {when="measure:lock"}',
    ]
    for pair in sound_pairs:
        assert faults(USES_CHOICE + pair) == []


def test_what_is_proved_is_what_is_printed() -> None:
    """For a small form, every company that the tags can describe is tried: the proof and compose agree."""
    body = (
        '## （一） {#one when="any:measure:lock|not-circumstance:ai"}\n次の文。\n{: alone="{{ item }}の文。" }\n'
        '1. 号 {#item when="measure:mark"}\n2. 号 {when="circumstance:ai"}\n\n'
        '## （二） {when="measure:mark"}\n{{ ref:item full }}の文。\n'
    )
    form = sound(USES_CHOICE + body)
    assert [what for _, what in faults(USES_CHOICE + body)] == [
        "参照先「item」が消える場合があります：circumstance:ai、measure:mark のとき"
    ]
    for tags in itertools.product((False, True), repeat=3):
        assert _breaks(form, *tags) == (tags[1] and tags[2] and not tags[0])


def _breaks(form: Form, lock: bool, mark: bool, ai: bool) -> bool:
    adopted = [Choice(id=name, state=State.ADOPTED) for name, on in (("lock", lock), ("mark", mark)) if on]
    company = firm(Profile(circumstances=(Circumstance.AI,) if ai else ()), *adopted, staff=1)
    try:
        compose(form, gather(company, form, today=date(2026, 11, 17)))
    except PaperError:
        return True
    return False


def test_composing_a_sound_form_needs_no_check() -> None:
    assert [article.label for article in composed(USES_CHOICE).articles()] == ["第1条"]
