"""Nobody promises who does not sign, and no mark of a level goes out of the house."""

import pytest

from app.documents.checks import signing as signing_checks
from app.domain.forms.form import Form
from tests.documents.small_company import all_forms, paper, small_company
from tests.documents.small_forms import HEAD, sound

PLEDGE = HEAD.replace("kind: regulation", "kind: pledge").replace("level: internal", "level: open")
CONTRACT = PLEDGE.replace("kind: pledge", "kind: contract")
SIGNED = "\n::: sign\ndate\nperson\n:::\n"
BOTH = "\n::: sign\ndate\nperson\ncompany 会社の確認\n:::\n"


def found(body: str, head: str = PLEDGE) -> list[str]:
    return [fault.what for fault in signing_checks.faults({"trial": sound(body, head)})]


def test_the_bundled_forms_are_sound() -> None:
    assert signing_checks.faults(all_forms()) == []


@pytest.mark.parametrize(
    "promise",
    [
        "貴社は、私に不利益な取扱いをしません。",
        "貴社は、私の承諾を得ずに私物の内容を見ないことを約束します。",
        "そのことを、貴社と私は確認します。",
        "貴社は、写しを渡します。",
    ],
)
def test_who_promises_has_a_place_to_sign(promise: str) -> None:
    (fault,) = found(f"## （約束）\n{promise}\n{SIGNED}")
    assert fault.endswith("と会社が約束しているのに、署名欄に会社（company）がいません")
    assert found(f"## （約束）\n{promise}\n{BOTH}") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "貴社は、これを私に返すことができます。",
        "貴社は、私と取引する義務を負いません。",
        "私は、貴社の許可を受けずに持ち出しません。",
    ],
)
def test_what_is_no_promise_of_the_company_needs_no_signature(sentence: str) -> None:
    assert found(f"## （文）\n{sentence}\n{SIGNED}") == []


def test_both_parties_of_a_contract_sign() -> None:
    body = "## （文）\n甲は、乙に知らせる。\n\n::: sign\ndate\ncompany 甲\n:::\n"
    assert found(body, CONTRACT) == ["署名欄に乙がいません"]


MARKED = "会社の外に出る紙なので、区分を印刷しません（given-away: yes か level: open）"


@pytest.mark.parametrize("head", [PLEDGE, CONTRACT, HEAD])
def test_a_mark_does_not_go_out_of_the_house(head: str) -> None:
    body = "## （文）\n私は、その写しを受け取りました。\n\n::: sign\ndate\ncompany 甲\nperson 乙\n:::\n"
    inside = head.replace("level: open", "level: internal")
    assert found(body, inside) == [MARKED]
    assert found(body, inside.replace("level: internal", "level: internal\ngiven-away: yes")) == []


def test_a_paper_that_stays_may_be_marked() -> None:
    assert found("## （文）\n写しを取らない。\n", HEAD) == []


@pytest.mark.parametrize("form", [form for form in all_forms().values() if form.given_away], ids=lambda form: form.id)
def test_what_is_given_away_bears_no_mark(form: Form) -> None:
    assert paper(small_company(), form.id, person="yoshi").head_left == ""
    assert paper(small_company(), "information-rules").head_left == "社外秘"
