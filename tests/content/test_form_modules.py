"""A shared passage is written once; a form brings its own words for the parties."""

from pathlib import Path

import pytest

from app.content import forms
from app.content.form_shelf import Shelf
from app.documents import plain
from app.documents.compose import compose
from app.domain.forms.facts import gather
from app.domain.ledger.company import Company
from app.domain.ledger.records import Profile
from app.errors import ContentError
from tests.documents.small_company import TODAY
from tests.documents.small_forms import FIRST, HEAD, USES_CHOICE

MODULE = "---\nuse: 事故のとき。\n---\n## （事故） {#incident}\n{{ word:receiver }}は、{{ company }}に知らせる。\n"
WORDS = "words:\n  receiver | 受領者\n"
BODY = USES_CHOICE + "\n{{ include:incident }}\n"
INCLUDED_AT = FIRST + USES_CHOICE.count("\n") + 1


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    room = tmp_path / "forms"
    (room / "modules").mkdir(parents=True)
    (room / "modules" / "incident.md").write_text(MODULE, "utf-8")
    put(room)
    return room


def put(room: Path, body: str = BODY, words: str = WORDS) -> None:
    (room / "trial.md").write_text(HEAD.replace("source:", f"{words}source:") + body, "utf-8")


def found(room: Path) -> list[str]:
    return [str(fault) for fault in forms.read(room)[1]]


def test_it_stands_where_it_is_included_in_the_words_of_the_form(folder: Path) -> None:
    form = Shelf(folder)["trial"]
    facts = gather(Company(on=TODAY).after([Profile(name="会社")]), form, today=TODAY)
    assert plain.text(compose(form, facts)).endswith("（事故）\n第2条　受領者は、会社に知らせる。\n会社\n")
    assert form.parts == forms.load(folder)["trial"].parts
    (article,) = (part for part in form.articles() if part.id == "incident")
    assert article.line == INCLUDED_AT + WORDS.count("\n")


def test_a_fault_in_it_is_named_where_it_is_written(folder: Path) -> None:
    (folder / "modules" / "incident.md").write_text(MODULE + "* 飾り\n", "utf-8")
    assert any(fault.startswith("forms/modules/incident.md 6行：") for fault in found(folder))


def test_what_a_form_forgets_is_named(folder: Path) -> None:
    put(folder, words="")
    assert found(folder) == [f"forms/trial.md {INCLUDED_AT}行：頭の words に「receiver」がありません"]
    put(folder, BODY.replace("incident }}", "accident }}"))
    line = INCLUDED_AT + WORDS.count("\n")
    assert found(folder) == [
        f"forms/trial.md {line}行：「accident」という共通の文は、forms/modules にありません",
        "forms/trial.md：words の「receiver」は、どの共通の文にも出てきません",
    ]


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("words:\n  receiver 受領者\n", "words は「名前 | 言葉」の形です"),
        ("words:\n  receiver | 受領者\n  receiver | 乙\n", "words に「receiver」が二度あります"),
        ("words: receiver\n", "次の行から字下げして"),
    ],
)
def test_words_that_are_not_understood_are_named(folder: Path, words: str, what: str) -> None:
    put(folder, words=words)
    assert any(what in fault for fault in found(folder))


def test_a_word_belongs_into_a_module_only(folder: Path) -> None:
    put(folder, BODY + "\n{{ word:receiver }}の文。\n")
    assert any("{{ word:receiver }} は読めません" in fault for fault in found(folder))


def test_the_head_of_a_module_says_what_it_is_for(folder: Path) -> None:
    (folder / "modules" / "incident.md").write_text(MODULE.replace("use: 事故のとき。", "used: 事故"), "utf-8")
    (folder / "modules" / "Bad.md").write_text(MODULE, "utf-8")
    assert set(found(folder)) >= {
        "forms/modules/incident.md 2行：知らない名前「used」です",
        "forms/modules/incident.md 1行：「use」がありません",
        "forms/modules/Bad.md：ファイルの名前は半角の小文字・数字・- だけにします",
    }
    with pytest.raises(ContentError):
        Shelf(folder)["trial"]
