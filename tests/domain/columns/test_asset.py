"""The columns of the asset ledger: text to records and back, problems in words, and nothing that can be typed breaks them."""

from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.columns.asset import BY_KEY, FIELDS, alone, apply
from app.domain.columns.marks import is_nothing
from app.domain.columns.offers import offers
from app.domain.ledger.company import Company
from app.domain.ledger.records import Access, Asset, Department, Partner, Person
from app.domain.words import Owner, Reader, YesNo
from tests import firms

FIRM = firms.firm(*firms.neighbours(), *firms.asset(), staff=2)


def typed(company: Company, values: dict[str, str], *, join: bool = False) -> Company:
    """The company after these columns of a1 were typed; nothing may be refused."""
    after, edit = apply(company, company.assets["a1"], values, firms.new_ids(), join=join)
    assert edit.problem == "" and edit.refused == ()
    assert company.after(edit.put, edit.drop) == after
    return after


def shown(company: Company, key: str) -> str:
    return BY_KEY[key].text(company, company.assets["a1"])


def problem(values: dict[str, str], company: Company = FIRM) -> str:
    after, edit = apply(company, company.assets["a1"], values, firms.new_ids())
    assert edit.refused == tuple(values) and after == company
    return edit.problem


# text → records → text


@pytest.mark.parametrize(
    ("key", "text", "again"),
    [
        ("name", "A&B<精密>の 型図 ", "A&B<精密>の 型図 "),
        ("kind", "3D・2D", "3D・2D"),
        ("department", "製造部", "製造部"),
        ("department", " 製造 ", "製造部"),
        ("department", "めっき", "めっき"),
        ("department", "", ""),
        ("media", "物、紙", "紙・物"),
        ("media", "データと頭の中", "電子・人の頭"),
        ("places", "設計室", "設計室"),
        ("readers", "工場長、全員、大西", "工場長、全員、大西 誠"),
        ("readers", "", ""),
        ("keeper", "大西", "大西 誠"),
        ("keeper", "大西さん", "大西 誠"),
        ("keeper", "新しい 人", "新しい 人"),
        ("keeper", "新田さん", "新田"),
        ("keeper", "", ""),
        ("owner", "預かり", "預かり"),
        ("owner", "own", "自社"),
        ("partner", "ほくと金型", "ほくと金型"),
        ("partner", "はじめての会社", "はじめての会社"),
        ("partner", "", ""),
        ("contract", "取引基本契約", "取引基本契約"),
        ("personal", "ある", "ある"),
        ("export", "不明", "不明"),
        ("keep_until", "納入後10年", "納入後10年"),
        ("review_on", "２０２７年４月１日", "2027/04/01"),
        ("review_on", "令和9年4月1日", "2027/04/01"),
        ("review_on", "", ""),
        ("note", "一行目\n二行目", "一行目\n二行目"),
        ("unlawful", "ある", "ある"),
        ("unlawful", "○", "ある"),
        ("unlawful", "ない", "ない"),
        ("unlawful", "該当なし", "ない"),
        ("unlawful", "不明", "分からない"),
        ("unlawful", "わからない", "分からない"),
        ("unlawful", "調査中", "分からない"),
        ("unlawful", "－", "まだ"),
        ("unlawful", "", "まだ"),
    ],
)
def test_each_column_shows_what_was_typed(key: str, text: str, again: str) -> None:
    after = typed(FIRM, {key: text})
    assert shown(after, key) == again
    assert typed(after, {key: again}) == after, "what is shown can be typed back"


def test_every_column_of_the_sample_can_be_typed_back_and_changes_nothing() -> None:
    company = firms.sample()
    for asset in company.listed:
        for field in FIELDS:
            edit = field.edit(company, asset, field.text(company, asset), firms.new_ids())
            assert edit.problem == "" and edit.drop == (), (asset.name, field.label)
            assert company.after(edit.put) == company or field.key == "partner", (asset.name, field.label)


@pytest.mark.parametrize("field", [field for field in FIELDS if field.options], ids=lambda field: field.key)
def test_every_option_that_is_offered_is_taken(field) -> None:
    for option in field.options:
        assert shown(typed(FIRM, {field.key: option}), field.key) == option


def test_a_column_is_a_field_of_the_asset_or_one_of_three() -> None:
    stored = {field.name for field in fields(Asset)}
    rest = BY_KEY.keys() - stored
    assert rest == {"media", "places", "readers"}
    hidden = {"id", "position", "template", "guesses"}
    assert stored - BY_KEY.keys() == hidden


# names that are new


def test_new_names_join_the_company_behind_the_others() -> None:
    after = typed(FIRM, {"department": "めっき", "keeper": "林 三郎", "partner": "はじめての会社"})
    new = [row for row in after.records() if row.id.startswith("n")]
    assert [(type(row), row.name, row.position) for row in new if isinstance(row, Department | Person | Partner)] == [
        (Department, "めっき", 3),
        (Person, "林 三郎", 95),
        (Partner, "はじめての会社", 2),
    ]


def test_whoever_an_asset_came_from_it_is_entrusted() -> None:
    after = typed(FIRM, {"partner": "ほくと金型"})
    assert after.assets["a1"].owner is Owner.ENTRUSTED
    assert typed(after, {"partner": ""}).assets["a1"].owner is Owner.ENTRUSTED


def test_readers_nobody_knows_join_only_when_asked() -> None:
    assert "「林」" in problem({"readers": "林、大西"})
    after = typed(FIRM, {"readers": "林、大西、めっき課"}, join=True)
    assert shown(after, "readers") == "林、大西 誠、めっき課"


@pytest.mark.parametrize("join", [False, True])
@pytest.mark.parametrize("key", ["readers", "keeper"])
def test_who_is_still_to_come_is_not_offered_not_taken_and_not_founded_again(key: str, join: bool) -> None:
    hire = Person(id="new", position=99, name="新田 花", title="主任", joined="2999-04-01")
    firm = FIRM.after([hire])
    assert "新田 花" not in offers(firm, key) and "主任" not in offers(firm, key)
    after, edit = apply(firm, firm.assets["a1"], {key: "新田花さん"}, firms.new_ids(), join=join)
    assert "「新田 花」さんは令和981年4月1日に来る予定の人です" in edit.problem
    assert after.people == firm.people and after.access == firm.access


# problems


@pytest.mark.parametrize(
    ("key", "text", "says"),
    [
        ("media", "石", "「石」は媒体として読めません"),
        ("media", "", "置き場所が書いてあります"),
        ("readers", "山田、大西、林", "「山田」「林」は、名簿の人・部門・役職に見つかりません"),
        ("readers", "佐藤", "「佐藤」さんは2人います"),
        ("keeper", "佐藤", "「佐藤」さんは2人います"),
        ("owner", "", "「自社か預かりか」は 自社・預かり から選びます"),
        ("personal", "たぶん", "「個人の情報」は ある・ない・不明 から選びます"),
        ("export", "たぶん", "「輸出管理」は"),
        ("review_on", "来年の春", "2027/4/1 のように"),
        ("review_on", "2027/2/30", "2027/4/1 のように"),
    ],
)
def test_what_cannot_be_read_is_said_in_words_and_nothing_is_written(key: str, text: str, says: str) -> None:
    assert says in problem({key: text})


def test_one_bad_column_does_not_keep_the_others_out() -> None:
    after, edit = apply(
        FIRM, FIRM.assets["a1"], {"owner": "?", "name": "新しい名", "review_on": "いつか"}, firms.new_ids()
    )
    assert edit.refused == ("owner", "review_on") and edit.problem.count("\n") == 1
    assert after.assets["a1"].name == "新しい名"


# guesses


def test_typing_into_a_guessed_column_confirms_that_one_alone() -> None:
    company = FIRM.after([replace(FIRM.assets["a1"], guesses=("name", "media", "owner"))])
    assert typed(company, {"name": "型図"}).assets["a1"].guesses == ("media", "owner")
    assert typed(company, {"media": "紙"}).assets["a1"].guesses == ("name", "owner")
    assert typed(company, {"owner": "自社"}).assets["a1"].guesses == ("name", "media")
    assert typed(company, {"note": "x"}).assets["a1"].guesses == ("name", "media", "owner")


def test_a_place_without_a_medium_is_taken_for_data_as_a_guess() -> None:
    bare = firms.firm(Asset(id="a1"))
    after = typed(bare, {"places": "共有フォルダ"})
    assert shown(after, "media") == "電子" and after.assets["a1"].guesses == ("media",)


# several columns at once


def test_columns_work_in_any_order() -> None:
    bare = firms.firm(Asset(id="a1"))
    there = typed(bare, {"places": "紙：金型庫／電子：共有", "media": "電子・紙", "name": "型図"})
    back = typed(bare, {"name": "型図", "media": "電子・紙", "places": "紙：金型庫／電子：共有"})
    for company in (there, back):
        assert shown(company, "places") == "紙：金型庫／電子：共有" and company.assets["a1"].guesses == ()


def test_emptied_together_medium_and_place_both_go() -> None:
    assert typed(FIRM, {"media": "", "places": ""}).places_of("a1") == []


def test_an_asset_alone_is_worked_out_as_in_the_whole_ledger() -> None:
    company = firms.sample()
    one = company.listed[3]
    values = {"readers": "全員", "places": "金庫", "keeper": "だれか 新人"}
    _, whole = apply(company, one, values, firms.new_ids())
    _, small = apply(alone(company, one), one, values, firms.new_ids())
    assert whole == small


# whatever is typed


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(BY_KEY)), firms.ANYTHING, max_size=15), st.booleans())
def test_nothing_that_can_be_typed_raises(values: dict[str, str], join: bool) -> None:
    access = Access(id="r", asset="a1", reader=Reader.DEPARTMENT, who="d2")
    company = FIRM.after([access, replace(FIRM.assets["a1"], personal=YesNo.UNKNOWN)])
    after, edit = apply(company, company.assets["a1"], values, firms.new_ids(), join=join)
    assert bool(edit.problem) == bool(edit.refused) and set(edit.refused) <= set(values)
    assert company.after(edit.put, edit.drop) == after
    for field in FIELDS:
        text = field.text(after, after.assets["a1"])
        if field.key in values and field.key not in edit.refused and field.key in Asset.__dataclass_fields__:
            assert text or is_nothing(values[field.key]) or "さん" in values[field.key]
