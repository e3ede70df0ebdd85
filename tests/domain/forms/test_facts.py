"""What papers are told of a company: values, tags, rows."""

import re
from dataclasses import replace
from datetime import date

import pytest

from app import paths
from app.documents.tables import CHART, COLUMNS
from app.domain.forms.cells import Gap
from app.domain.forms.facts import VALUES, gather, joined
from app.domain.forms.tables import ROWS
from app.domain.forms.tables_of_one import BY_HAND, ROWS_OF_PARTNER, ROWS_OF_PERSON
from app.domain.ledger.company import Company
from app.domain.ledger.records import (
    Access,
    Answer,
    Appointment,
    Asset,
    Decision,
    Evaluation,
    Partner,
    Person,
    Place,
    Profile,
)
from app.domain.ledger.seats import seats, used_levels
from app.domain.words import Circumstance, Level, Medium, Owner, Protection, Reader
from tests.documents.small_company import TODAY, all_forms, small_company
from tests.firms import asset, firm, library

RULES = "information-rules"


def values(company: Company, form: str = RULES, **other: str) -> dict[str, str]:
    facts = gather(company, all_forms()[form], today=TODAY, **other)
    return {name: fact.text for name, fact in facts.values.items()}


def tags(company: Company) -> frozenset[str]:
    return gather(company, all_forms()[RULES], today=TODAY).tags


def test_the_readme_of_forms_lists_every_value_and_table() -> None:
    readme = (paths.FORMS / "README.md").read_text("utf-8")
    listed = re.findall(r"`([a-z-]+)`", readme.split("## 使える値")[1].split("## 使える表")[0])
    assert set(listed) == {*VALUES, "ask"}
    tables = re.findall(r"`([a-z-]+)`", readme.split("## 使える表")[1].split("## 書き方")[0])
    assert set(tables) == {*ROWS, *ROWS_OF_PERSON, *ROWS_OF_PARTNER} == {*COLUMNS, CHART}


def test_people_come_with_title_and_phone() -> None:
    known = values(small_company())
    assert (known["chief"], known["chief-title"]) == ("児玉 徹", "代表取締役")
    assert (known["emergency"], known["emergency-phone"]) == ("大西 明子", "0463-00-0001")
    assert (known["emergency-night"], known["inspector"]) == ("", "")
    assert known["keeper-top-secret"] == "児玉 徹"


def test_a_role_held_by_nobody_on_the_list_is_empty() -> None:
    company = small_company().after([Appointment(id="chief", role="chief", person="gone", phone="1")])
    assert values(company)["chief"] == ""
    assert "role:chief" not in tags(company)


def test_levels_carry_the_names_of_the_company() -> None:
    known = values(small_company())
    assert (known["level-names"], known["level-highest"]) == ("極秘、秘及び社外秘", "極秘")
    two = small_company().after([Profile(levels=(Level.INTERNAL, Level.SECRET), name_secret="機密")])
    assert (values(two)["level-names"], values(two)["level-highest"]) == ("機密及び社外秘", "機密")
    assert {tag for tag in tags(two) if tag.startswith("level:")} == {"level:secret", "level:internal"}


def test_a_company_that_names_no_level_has_the_usual_three() -> None:
    none = Company(on=date.today()).after([Profile(levels=(Level.OPEN,))])
    assert used_levels(none) == [Level.TOP_SECRET, Level.SECRET, Level.INTERNAL]


def test_words_are_joined_as_in_a_statute() -> None:
    assert [joined(list(names)) for names in ("", "甲", "甲乙", "甲乙丙")] == ["", "甲", "甲及び乙", "甲、乙及び丙"]


def test_answers_are_shown_as_their_kind_asks() -> None:
    known = values(small_company())
    assert known["effective-date"] == "令和8年12月1日"
    assert (known["review-month"], known["training-month"], known["edition"]) == ("4月", "7月", "1")
    typed = small_company().after(
        [
            Answer(id="review-month", value="期首の月"),
            Answer(id="edition", value=""),
            Answer(id="effective-date", value="追って"),
        ]
    )
    assert [values(typed)[name] for name in ("review-month", "edition", "effective-date")] == ["期首の月", "", "追って"]


def test_the_other_side_of_a_paper() -> None:
    company = small_company()
    assert values(company, "mutual-nda", partner="hokuto")["purpose"] == "ばね部品の量産に向けた共同の検討"
    assert values(company, "mutual-nda", partner="mill")["purpose"] == ""
    assert values(company, "mutual-nda")["partner"] == ""
    pledge = values(company, "joining-pledge", person="yoshi")
    assert [pledge[f"person{end}"] for end in ("", "-department", "-joined")] == ["𠮷田 実", "製造部", "令和8年12月1日"]
    leaving = company.after([replace(company.people["yoshi"], left="2027-03-31")])
    assert values(leaving, "joining-pledge", person="yoshi")["person-left"] == "令和9年3月31日"


def test_tags_say_what_holds() -> None:
    found = tags(small_company())
    assert {"measure:access-rights", "circumstance:cloud", "role:chief", "role:emergency"} <= found
    assert {"choice:removal=permit", "choice:private-devices=forbid"} <= found
    assert not {"measure:paperless", "circumstance:ai", "role:inspector", "role:emergency-night"} & found
    assert "circumstance:entrusted" in found, "the ledger itself shows what is entrusted"
    forbidding = small_company().after([Answer(id=f"choice.{RULES}.removal", value="forbid")])
    assert "choice:removal=forbid" in tags(forbidding)


def test_circumstances_of_the_profile_are_tags() -> None:
    every = Company(on=date.today()).after([Profile(circumstances=tuple(Circumstance))])
    assert {f"circumstance:{fact}" for fact in Circumstance} <= tags(every)


def test_only_the_tables_of_the_form_are_gathered() -> None:
    chart = gather(small_company(), all_forms()["role-chart"], today=TODAY)
    assert set(chart.tables) == {"organisation", "roles", "contacts"}
    assert gather(small_company(), all_forms()[RULES], today=TODAY).tables == {}


def test_seats_carry_the_names_of_the_handbook_pages() -> None:
    known = {seat.id.partition(":")[0]: seat.name for seat in seats(Company(on=date.today()))}
    assert set(known) == set(library().roles)
    for role, entry in library().roles.items():
        assert known[role].partition("（")[0] in entry.title


def test_readers_of_an_asset_with_their_rights() -> None:
    company = small_company().after(
        [
            Access(id="die-aki", asset="die", who="aki", copy=True, take=True, since="2026-04-01", until="2027-03-31"),
            Access(id="die-needs", asset="die", who="toru", view=False),
            Access(id="plan-all", asset="plan", reader=Reader.EVERYONE),
        ]
    )
    rows = list(ROWS["readers"](company))
    assert ("1", "金型図面", "秘", "大西 明子", "閲覧・複製・持出し", "令和8年4月1日", "令和9年3月31日") in rows
    assert ("3", "生産計画", "未決定", "全員", "閲覧", "", "") in rows
    assert len(rows) == 4


def test_the_secrets_of_a_person_are_those_decided_and_ever_shown() -> None:
    company = small_company().after(
        [
            Access(id="sample-ken", asset="sample", who="ken", until="2020-03-31"),
            Access(id="plan-ken", asset="plan", who="ken"),
            Access(id="die-toru", asset="die", who="toru", view=False),
        ]
    )
    secrets = ROWS_OF_PERSON["person-secrets"]
    assert [row[:2] for row in secrets(company, "ken")] == [("ほくと工業の試作図", "極秘"), ("金型図面", "秘")]
    assert [row[0] for row in secrets(company, "toru")] == ["ほくと工業の試作図"]
    assert list(secrets(company, "")) == [("", "", "")] * BY_HAND


def test_logs_carry_what_the_ledger_knows_and_leave_room_for_the_hand() -> None:
    company = small_company().after(
        [
            Access(id="die-aki", asset="die", who="aki", take=True, until="2999-03-31"),
            Access(id="die-toru", asset="die", who="toru", take=True, until="2020-03-31"),
            Place(id="plan-head", asset="plan", medium=Medium.MEMORY),
            Evaluation(id="plan", protection=Protection.SECRET),
            Asset(id="shown", position=4, name="会社案内"),
            Decision(id="shown", level=Level.OPEN),
            Access(id="shown-aki", asset="shown", who="aki", take=True),
        ]
    )
    rows = {name: list(ROWS[name](company)) for name in ("access", "takers", "entrusted", "know-how", "attendance")}
    assert [row[1] for row in rows["access"]] == ["金型図面"] * 3 + ["ほくと工業の試作図"], "what is open needs no list"
    assert rows["access"][1] == (
        *("1", "金型図面", "秘", "大西 明子", "閲覧・持出し"),
        *("", "", "令和981年3月31日", "髙﨑 健", ""),
    )
    assert rows["takers"] == [("金型図面", "秘", "大西 明子", "令和981年3月31日")]
    assert rows["entrusted"] == [("ほくと工業の試作図", "ほくと工業株式会社", "秘密保持契約", "")]
    assert rows["know-how"] == [("1", "生産計画", "", "", "未決定", "隠す", "", "")]
    assert rows["attendance"][1] == ("2", "総務部　総務課長", "大西 明子", "", "", "")


def test_what_one_person_holds_and_passes_on() -> None:
    company = small_company().after(
        [
            Access(id="die-ken", asset="die", who="ken", copy=True),
            Access(id="plan-ken", asset="plan", who="ken", until="2020-03-31"),
            Access(id="know-ken", asset="know", who="ken"),
            Asset(id="know", position=9, name="勘どころ", department="make"),
            Place(id="know-head", asset="know", medium=Medium.MEMORY),
        ]
    )
    rows = {name: list(table(company, "ken")) for name, table in ROWS_OF_PERSON.items()}
    assert [row[:3] for row in rows["person-access"]] == [
        ("金型図面", "秘", "閲覧・複製"),
        ("勘どころ", "未決定", "閲覧"),
    ]
    assert rows["person-returns"] == [("1", "金型図面", "電子・紙", "", "", "", "")]
    assert [row[:2] for row in rows["person-duties"]] == [
        ("統括責任者の代わり", ""),
        ("管理責任者（秘）", "大西 明子"),
        ("「金型図面」の管理", ""),
    ]
    for name in ("person-access", "person-returns", "person-duties"):
        assert list(ROWS_OF_PERSON[name](company, "")) == []


@pytest.mark.parametrize(
    ("signed", "until", "marked"),
    [
        ("2020-04-01", "2021-03-31", "秘密保持の契約は期限切れ（令和3年3月31日まで）"),
        ("2020-04-01", "2999-03-31", ""),
        ("2020-04-01", "", ""),
        ("", "", ""),
    ],
)
def test_what_is_held_under_an_agreement_that_has_ended_says_so(signed: str, until: str, marked: str) -> None:
    partner = Partner(id="hokuto", position=1, name="ほくと工業株式会社", nda_signed=signed, nda_until=until)
    held = asset("試作図", owner=Owner.ENTRUSTED, partner="hokuto", contract="取引基本契約")
    company = firm(partner, *held)
    cell = "\n".join(filter(None, ("取引基本契約", marked)))
    assert [row[2] for row in ROWS["entrusted"](company)] == [cell]
    assert [row[7] for row in ROWS["assets"](company)] == [f"預かり\nほくと工業株式会社\n{cell}"]


def test_what_one_partner_has_entrusted() -> None:
    company = small_company()
    assert list(ROWS_OF_PARTNER["partner-entrusted"](company, "hokuto")) == [
        ("1", "ほくと工業の試作図", "", "紙", "", "極秘", "", "")
    ]
    assert next(iter(ROWS_OF_PARTNER["partner-returns"](company, "hokuto")))[:3] == ("1", "ほくと工業の試作図", "紙")
    for table in ROWS_OF_PARTNER.values():
        assert list(table(company, "mill")) == list(table(company, "")) == []


def test_partners_with_their_agreements() -> None:
    signed = Partner(id="hokuto", position=1, name="ほくと", nda_signed="2026-04-01", nda_until="2027-03-31")
    rows = list(ROWS["partners"](small_company().after([signed])))
    assert rows == [("ほくと", "お客様", "令和8年4月1日", "令和9年3月31日"), ("みどり製鋼", "仕入先", "", "")]


def test_a_vacant_seat_is_a_gap_with_its_name() -> None:
    rows = list(ROWS["contacts"](small_company()))
    assert rows[-1][1] == Gap("emergency-night", "緊急連絡担当（夜間・休日）")
    assert rows[-1][2] == Gap("emergency-night-phone", "緊急連絡担当（夜間・休日）の電話")


def test_a_person_who_left_keeps_a_name_on_old_appointments() -> None:
    company = small_company()
    company = company.after([replace(company.people["toru"], left="2026-11-30"), Person(id="new", name="新 任")])
    assert values(company)["chief"] == "児玉 徹"
