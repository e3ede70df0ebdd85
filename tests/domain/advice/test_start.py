"""最初の30分: what the answers pre-fill, all of it 仮, and that it can be done again without losing or doubling anything."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.advice import start, today
from app.domain.advice.recommendation import advise
from app.domain.advice.start import Answers, Way
from app.domain.ledger.company import Company
from app.domain.ledger.records import Asset, Choice, Person
from app.domain.words import Circumstance, Medium, Owner, Relation, State
from tests import firms

PRESS: Answers = {
    "trade": ("press",),
    "people": ("湊 誠一（社長）", "長谷 真由（総務部）", "村井 勇"),
    "kept": ("shelf", "server", "head"),
    "locks": ("no",),
    "visitors": ("guests",),
    "leavers": ("村井 勇　2027/3/31",),
    "net": ("network", "ai"),
    "away": ("none",),
    "subcontractors": ("三輪田ワイヤーカット",),
    "staff": ("abroad",),
    "entrusted": ("北濃精器株式会社",),
    "worry": ("expert-retires",),
}
EMPTY = firms.firm(staff=0)


def after(company: Company, answers: Answers) -> Company:
    ids = firms.new_ids()
    used = {row.id for row in company.records()}

    def fresh() -> str:
        while (made := ids()) in used:
            pass
        return made

    return company.after(start.prefilled(company, firms.library(), answers, fresh))


def test_there_are_a_dozen_questions_and_each_says_why() -> None:
    asked = start.questions(firms.library())
    assert len(asked) == 12 and len({one.key for one in asked}) == 12
    for one in asked:
        assert one.words.endswith("。") and one.why.endswith("。")
        assert bool(one.options) is (one.way is not Way.LINES) and bool(one.example) is (one.way is Way.LINES)
    assert {key for key, _ in asked[-1].options} == set(start.WORRIES) <= set(firms.library().worries)


def test_a_press_shop_gets_its_trades_information_kept_where_it_keeps_things() -> None:
    company = after(EMPTY, PRESS)
    assert 6 <= len(company.assets) <= start.MOST + 1
    where = {place.where for place in company.places.values() if place.medium is Medium.PAPER}
    assert where == {"棚（鍵なし）"}
    assert {place.where for place in company.places.values() if place.medium is Medium.DATA} == {"共有フォルダ"}
    assert all(asset.guesses for asset in company.assets.values()), "all of it is 仮"
    assert all(company.evaluations[asset].guesses for asset in company.assets) and not company.decisions
    assert company.profile.trade and set(company.profile.circumstances) == {
        *(Circumstance.VISITORS, Circumstance.NETWORK, Circumstance.AI, Circumstance.SERVER, Circumstance.DIVERSE)
    }


def test_people_partners_and_what_is_with_them_are_what_was_written() -> None:
    company = after(EMPTY, PRESS)
    people = {person.name: person for person in company.people.values()}
    assert set(people) == {"湊 誠一", "長谷 真由", "村井 勇"}
    assert people["湊 誠一"].title == "社長" and people["村井 勇"].left == "2027-03-31"
    assert company.departments[people["長谷 真由"].department].name == "総務部"
    partners = {partner.name: partner for partner in company.partners.values()}
    assert partners["三輪田ワイヤーカット"].relation is Relation.SUBCONTRACTOR
    assert [row.partner for row in company.disclosures.values()] == [partners["三輪田ワイヤーカット"].id]
    entrusted = [asset for asset in company.assets.values() if asset.owner is Owner.ENTRUSTED]
    assert [asset.partner for asset in entrusted] == [partners["北濃精器株式会社"].id]


@pytest.mark.parametrize("locks", ["yes", "no"])
def test_a_key_changes_where_things_lie(locks: str) -> None:
    company = after(EMPTY, {**PRESS, "locks": (locks,)})
    paper = {place.where for place in company.places.values() if place.medium is Medium.PAPER}
    assert paper == {"鍵のかかる棚" if locks == "yes" else "棚（鍵なし）"}


def test_what_is_in_heads_is_listed_only_where_something_is() -> None:
    for kept, there in ((("shelf", "head"), True), (("shelf",), False)):
        company = after(EMPTY, {**PRESS, "kept": kept})
        media = {a: {p.medium for p in company.places_of(a)} for a in company.assets}
        assert any(found == {Medium.MEMORY} for found in media.values()) is there


def test_today_has_three_papers_three_signs_and_the_next_steps() -> None:
    company, library = after(EMPTY, PRESS), firms.library()
    advice = advise(company, library)
    signs = today.signs(company, library, advice)
    assert len(signs) == 3 and all(one.poster and one.training for one in signs)
    steps = today.steps(library, advice)
    assert len(steps) == 3 and all(advice[one.id].suggested for one in steps)
    done = company.after([Choice(id="no-removal-poster", state=State.DONE)])
    assert "no-removal-poster" in [one.id for one in today.signs(done, library, advise(done, library))]


LINES = st.lists(
    st.sampled_from(["佐藤 健", "佐藤 健（製造部）", "髙﨑 𠮷男", "A&B（社長）", "", "（株）甲", "甲 2027/1/31"]),
    max_size=4,
)
ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        one.key: LINES.map(tuple)
        if one.way is Way.LINES
        else st.lists(
            st.sampled_from([key for key, _ in one.options]), max_size=1 if one.way is Way.ONE else 4, unique=True
        ).map(tuple)
        for one in start.questions(firms.library())
    },
)


@settings(max_examples=60, deadline=None)
@given(ANSWERS, ANSWERS)
def test_answering_again_loses_nothing_and_doubles_nothing(first: Answers, second: Answers) -> None:
    once = after(EMPTY, first)
    assert after(once, first) == once
    twice = after(once, second)
    for kind in ("people", "partners", "assets", "places", "departments", "disclosures", "evaluations"):
        before, now = getattr(once, kind), getattr(twice, kind)
        assert before.keys() <= now.keys()
        for row_id, row in before.items():
            if not isinstance(row, Person):
                assert now[row_id] == row
            else:
                assert replace(now[row_id], left=row.left) == row
    names = [one.name for one in twice.people.values()]
    assert len(names) == len(set(names))


def test_what_the_owner_has_changed_since_stays() -> None:
    once = after(EMPTY, PRESS)
    asset = next(iter(once.assets.values()))
    mine = once.after([replace(asset, name="うちの呼び名", guesses=()), replace(once.profile, trade="うちの仕事")])
    again = after(mine, PRESS)
    assert again.assets[asset.id].name == "うちの呼び名" and again.profile.trade == "うちの仕事"
    assert len(again.assets) == len(once.assets)


def test_a_name_that_several_have_is_changed_for_nobody() -> None:
    company = EMPTY.after([Person(id="1", name="佐藤 健"), Person(id="2", name="佐藤 健")])
    now = after(company, {"leavers": ("佐藤 健　2027/1/31",)})
    assert now.people == company.people


def test_answers_are_kept_as_they_were_given() -> None:
    company = after(EMPTY, PRESS)
    assert start.kept_answers(company) == PRESS
    assert isinstance(next(iter(company.assets.values())), Asset)
