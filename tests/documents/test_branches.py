"""What the papers say in the branches that the small company does not take: read in the written paper, never in the form."""

import re
from dataclasses import replace
from datetime import datetime
from itertools import product
from pathlib import Path

import pytest

from app.documents import plain
from app.documents.cover import cover_of
from app.documents.word import file as word
from app.documents.word.check import reopen_text
from app.domain.forms.tables import ROWS
from app.domain.ledger.company import Company
from app.domain.ledger.records import Answer, Asset, Choice, Person, Place, Profile
from app.domain.words import Level, Medium, Owner, State
from tests.documents.small_company import TODAY, all_forms, paper, small_company

CONTRACTS = ("mutual-nda", "one-way-nda", "manufacturing-agreement", "service-agreement", "joint-development")
MONITORING = ("pc-log", "traffic-log", "print-log", "entry-log", "cameras", "premises-watch", "work-recording")
MADE = datetime(2026, 11, 17, 9)


def chosen(form: str, company: Company | None = None, **options: str) -> Company:
    answers = [Answer(id=f"choice.{form}.{name}", value=value) for name, value in options.items()]
    return (company or small_company()).after(answers)


def text(form: str, company: Company | None = None, *, person: str = "", partner: str = "", **options: str) -> str:
    return plain.text(paper(chosen(form, company, **options), form, person=person, partner=partner))


def contract(form: str, **options: str) -> str:
    return text(form, partner="hokuto", **options)


def ways(form: str) -> list[dict[str, str]]:
    """Every way of choosing."""
    groups = all_forms()[form].choices
    names = [group.name for group in groups]
    return [
        dict(zip(names, options, strict=True))
        for options in product(*([option.name for option in group.options] for group in groups))
    ]


def article(body: str, caption: str) -> str:
    """One article of a written paper."""
    return body.split(f"（{caption}）\n", 1)[1].split("\n（", 1)[0]


# The rules


@pytest.mark.parametrize("way", ways("information-rules"), ids=str)
def test_taking_out_has_one_subject_and_one_permission(way: dict[str, str]) -> None:
    body = text("information-rules", **way)
    caption = "複製、持出し及び送信" if way["size"] == "small" else "持出し及び送信"
    removal = article(body, caption)
    assert "従業員等は、従業員等は" not in removal
    assert "その目的、期間及び行き先を示して" in removal
    assert "許可をする者" not in removal
    highest = "管理責任者（極秘に指定された秘密情報については、統括責任者）"
    who = {"permit": "管理責任者", "by-level": highest, "forbid": "統括責任者"}[way["removal"]]
    assert f"{who}は、繰り返し行われる持出しについて" in removal
    assert "持出しの許可を別に受けることを要しない。" in removal
    assert "承認を受け、又は承認を要しない開示のためにする送付又は送信" in removal


@pytest.mark.parametrize("size", ["full", "small"])
def test_without_a_cloud_the_only_exception_is_a_sentence(size: str) -> None:
    company = small_company().after([replace(small_company().profile, circumstances=())])
    body = text("information-rules", company, size=size)
    assert "開示のためにする送付又は送信については、持出しの許可を別に受けることを要しない。" in body
    assert "クラウド" not in body


@pytest.mark.parametrize("size", ["full", "small"])
@pytest.mark.parametrize("level", [Level.TOP_SECRET, Level.SECRET, Level.INTERNAL])
def test_with_one_level_there_is_no_list_of_levels(size: str, level: Level) -> None:
    company = small_company().after([replace(small_company().profile, levels=(level,))])
    body = text("information-rules", company, size=size)
    assert f"秘密情報の区分（以下「秘密区分」という。）は、{level.label}のみとし、" in body
    assert "次の各号に掲げる秘密区分" not in body


@pytest.mark.parametrize("size", ["full", "small"])
def test_with_one_level_nothing_is_below_the_highest(size: str) -> None:
    company = small_company().after([replace(small_company().profile, levels=(Level.SECRET,))])
    body = text("information-rules", company, size=size, removal="by-level")
    assert "秘以外の秘密区分" not in body and "管理責任者の許可を受けなければならない。ただし、秘に" not in body
    assert "統括責任者の書面による許可を受けたときは、この限りでない。" in body
    assert "統括責任者は、繰り返し行われる持出しについて" in body


@pytest.mark.parametrize("size", ["full", "small"])
def test_reports_are_neither_hindered_nor_hunted_and_kinds_are_designated(size: str) -> None:
    body = text("information-rules", size=size)
    assert "不利益な取扱いをすると告げることその他" in body and "を妨げる行為をしてはならない。" in body
    assert "捜し出すことを目的とする行為" in body
    assert "題名又は種類" in body and "管理責任者に申告しなければならない。" in body


def test_the_work_rules_use_the_definition_of_the_rules() -> None:
    body = text("work-rules")
    assert "この規則において「秘密情報」とは、規程に定める秘密情報をいう。" in body
    assert "規程に定める持出しをすること" in body and "捜し出すことを目的とする行為" in body
    form = all_forms()["work-rules"]
    assert "労働基準法第89条及び第90条" in plain.text(cover_of(form, paper(small_company(), "work-rules")))


@pytest.mark.parametrize("measure", [*MONITORING, "outbound-mail-review", ""])
def test_the_notice_names_the_rules_only_where_they_have_the_article(measure: str) -> None:
    adopted = [Choice(id=measure, state=State.ADOPTED)] if measure else []
    company = Company(on=TODAY).after([Profile(name="会社"), *adopted])
    notice, rules = text("monitoring-notice", company), text("information-rules", company)
    assert ("定めに基づいて取ります。" in notice) == ("（記録の取得）" in rules) == bool(measure)


# Pledges


JOINED = {
    "joining": Person(id="p", name="新人", joined="2026-12-01"),
    "working": Person(id="p", name="古参", joined="1992-04-01", employment="正社員"),
    "unknown": Person(id="p", name="不明"),
    "officer": Person(id="p", name="役員", joined="1992-04-01", employment="役員"),
}


def of_person(form: str, who: str, **options: str) -> str:
    return text(form, small_company().after([JOINED[who]]), person="p", **options)


def test_the_joining_pledge_fits_who_signs_it() -> None:
    assert "令和8年12月1日に貴社に入社するに当たり" in of_person("joining-pledge", "joining")
    assert "貴社の業務に従事するに当たり" in of_person("joining-pledge", "unknown")
    working = of_person("joining-pledge", "working")
    assert "平成4年4月1日から貴社に勤務する者として" in working and "入社するに当たり" not in working
    assert "この誓約の日より前に知ったものを含めて" in working and "懲戒" in working


@pytest.mark.parametrize("form", ["joining-pledge", "project-pledge"])
def test_an_officer_accepts_no_discipline_of_employees(form: str) -> None:
    body = of_person(form, "officer")
    assert "懲戒" not in body and "就業規則" not in body
    assert "損害を賠償する責任を負うことがある" in body


def test_an_officer_competes_only_with_consent() -> None:
    body = of_person("joining-pledge", "officer")
    assert "貴社の役員として" in body and "会社法その他の法令の定める承認を受けます。" in body
    assert "入社" not in body


@pytest.mark.parametrize("timing", ["leaving", "promotion"])
def test_an_officer_is_not_employed(timing: str) -> None:
    body = of_person("non-compete", "officer", timing=timing)
    assert "雇用" not in body and "解雇" not in body and "賃金及び退職金" not in body
    assert "役員を退任する" in of_person("leaving-pledge", "officer")


@pytest.mark.parametrize("form", ["joining-pledge", "leaving-pledge", "non-compete", "incoming-hire", "project-pledge"])
def test_nobody_stands_on_both_sides(form: str) -> None:
    """児玉 徹 represents the company: a paper for himself leaves open who signs for it."""
    document = paper(small_company(), form, person="toru")
    assert plain.text(document).count("児玉 徹") == 1
    assert "representative" in {blank.key for blank in document.blanks}


@pytest.mark.parametrize("form", ["joining-pledge", "leaving-pledge"])
def test_what_came_from_a_third_party_stays_theirs(form: str) -> None:
    body = text(form, person="yoshi")
    assert "貴社（第三者から預かったものについては、その第三者）に帰属" in body
    assert "秘密情報に当たるものを含みます。）が貴社に帰属することを確認します。" in body


@pytest.mark.parametrize("timing", ["leaving", "promotion"])
def test_it_is_the_employee_who_was_employed(timing: str) -> None:
    body = text("non-compete", person="yoshi", customers="include", timing=timing)
    assert "乙が甲に在職していた間に担当した" in body and "甲の在職中" not in body


@pytest.mark.parametrize("form", ["leaving-pledge", "incoming-hire"])
def test_the_company_signs_what_it_promises(form: str) -> None:
    body = text(form, person="yoshi")
    assert "会社の確認\n住所" in body


def test_whoever_is_here_already_does_not_join_again() -> None:
    assert "平成4年4月1日に貴社に入社した者として" in of_person("incoming-hire", "working")
    assert "入社するに当たり" not in of_person("incoming-hire", "working")


def test_who_does_not_know_promises_nothing() -> None:
    assert "第5条　私は、次項に規定する場合を除き、競業を控える義務" in text("incoming-hire", person="yoshi")


# Agreements with partners


def hokuto(signed: str = "", until: str = "") -> Company:
    return small_company().after([replace(small_company().partners["hokuto"], nda_signed=signed, nda_until=until)])


STANDINGS = {
    ("", ""): "□ある（結んだ日　令和　　年　　月　　日）　　□ない",
    ("2024-04-01", "2026-11-16"): "期限切れ（令和8年11月16日まで）",
    ("2024-04-01", "2026-11-17"): "ある（結んだ日　令和6年4月1日、令和8年11月17日まで）",
    ("2024-04-01", ""): "ある（結んだ日　令和6年4月1日、終わる日は台帳にない）",
    ("2024-04-01", "来年の春"): "ある（結んだ日　令和6年4月1日、来年の春まで）",
}


@pytest.mark.parametrize("form", ["handover-receipt", "disclosure-minutes"])
@pytest.mark.parametrize("dates", STANDINGS)
def test_an_agreement_is_never_shown_without_its_end(form: str, dates: tuple[str, str]) -> None:
    body = text(form, hokuto(*dates), partner="hokuto")
    assert f"秘密保持契約｜{STANDINGS[dates]}\n" in body


def test_a_receipt_for_nobody_yet_has_boxes() -> None:
    assert "秘密保持契約｜□ある" in text("handover-receipt")


def test_the_list_of_partners_says_what_has_ended() -> None:
    rows = dict(row[::3] for row in ROWS["partners"](hokuto("2019-04-01", "2020-03-31")))
    assert rows["ほくと工業株式会社"] == "令和2年3月31日（期限切れ）"


# Contracts


@pytest.mark.parametrize("form", CONTRACTS)
def test_every_contract_guards_what_is_said_before_it_is_written(form: str) -> None:
    for way in ways(form):
        body = contract(form, **way)
        if way.get("definition") != "listed":
            assert "通知を受ける前であっても、秘密情報として取り扱う。" in body


@pytest.mark.parametrize("form", CONTRACTS)
def test_every_contract_excludes_gangs_by_what_they_are_and_what_they_do(form: str) -> None:
    body = contract(form)
    for words in (
        "暴力団員でなくなった時から5年を経過しない者",
        "暴力的な要求行為",
        "脅迫的な言動",
        "偽計を用い、又は威力を用いて",
    ):
        assert words in body


@pytest.mark.parametrize("form", CONTRACTS)
def test_every_contract_covers_accidents_with_personal_data_and_lets_report(form: str) -> None:
    body = contract(form)
    assert (
        "個人データ（個人情報の保護に関する法律に規定するもの" in body
        and "漏えい、滅失、毀損、紛失若しくは盗難" in body
    )
    assert "契約の解除、取引の停止、報酬又は代金の減額その他の不利益な取扱いをしない。" in body


def test_what_the_contractor_tells_is_guarded_too() -> None:
    assert "秘密である旨を表示し、又は告げて示されたもの" in article(contract("service-agreement"), "秘密の保持")


SURVIVING = {
    "manufacturing-agreement": ("再委託及び国外への移転", "事故の通知", "終了時の取扱い"),
    "service-agreement": ("個人データ", "事故の通知", "返還及び消去"),
    "joint-development": ("事故の通知", "中止及び終了"),
    "mutual-nda": ("事故の通知", "返還及び廃棄"),
    "one-way-nda": ("事故の通知", "返還及び廃棄"),
}


@pytest.mark.parametrize("form", CONTRACTS)
def test_what_must_survive_the_contract_does(form: str) -> None:
    document = paper(small_company(), form, partner="hokuto")
    numbers = {one.caption.strip("（）"): one.number for one in document.articles()}
    body = plain.text(document)
    sentence = next(line for line in body.splitlines() if "なおその効力を有する" in line)
    named = spelled(sentence)
    for caption in ("秘密情報", "秘密の保持", "差止め", *SURVIVING[form]):
        assert any(numbers[one] in named for one in numbers if one.startswith(caption)), caption


def spelled(sentence: str) -> set[int]:
    """The articles that a sentence names, spans spelled out."""
    spans = re.findall(r"第(\d+)条(?:から第(\d+)条まで)?", sentence)
    return {number for first, last in spans for number in range(int(first), int(last or first) + 1)}


@pytest.mark.parametrize("personal", ["include", "omit"])
def test_stopping_a_breach_reaches_personal_data_where_there_is_any(personal: str) -> None:
    body = contract("service-agreement", personal=personal)
    last = 7 if personal == "include" else 6
    assert f"甲は、乙が第4条から第{last}条までの規定に違反し" in body


@pytest.mark.parametrize("form", CONTRACTS)
def test_a_supplier_may_be_the_second_party(form: str) -> None:
    first, second = contract(form, party="first"), contract(form, party="second")
    ours, theirs = "株式会社こだま精工", "ほくと工業株式会社"
    assert f"{ours}（以下「甲」という。）及び{theirs}（以下「乙」という。）" in first
    assert f"{theirs}（以下「甲」という。）及び{ours}（以下「乙」という。）" in second
    for body, one, other in ((first, ours, theirs), (second, theirs, ours)):
        signatures = body[body.rindex("\n甲\n") :]
        assert signatures.index(f"会社名　{one}") < signatures.index("\n乙\n") < signatures.index(f"会社名　{other}")


def test_our_share_and_what_we_bring_stand_under_our_own_letter() -> None:
    answers = [
        Answer(id=f"{name}@hokuto", value=name)
        for name in ("part-ours", "part-theirs", "background-ours", "background-theirs")
    ]
    for party, ours in (("first", "甲"), ("second", "乙")):
        body = text("joint-development", small_company().after(answers), partner="hokuto", party=party)
        assert f"{ours}の分担\npart-ours\n" in body and f"{ours}の背景情報\nbackground-ours\n" in body


def test_as_contractor_we_do_not_bind_ourselves_by_our_own_measures() -> None:
    adopted = [
        Choice(id=one, state=State.ADOPTED)
        for one in ("partner-handlers", "partner-reports", "contractor-briefing", "work-at-our-place")
    ]
    company = small_company().after(adopted)
    assert "名簿" in text("service-agreement", company, partner="hokuto")
    second = text("service-agreement", company, partner="hokuto", party="second")
    assert "名簿" not in second and "6か月ごとに" not in second


@pytest.mark.parametrize("form", ["manufacturing-agreement", "service-agreement"])
def test_money_is_paid_in_money(form: str) -> None:
    body = contract(form)
    assert "手形、電子記録債権その他支払の期日までにその額の全額を現金に換えることが困難な手段を用いない。" in body


def test_a_university_does_not_make_and_sell() -> None:
    body = contract("joint-development", exploit="university")
    assert "ほくと工業株式会社は、教育及び学術の研究のために用いるほか、共有の成果を自ら実施しない。" in body
    assert "がこれを購入して販売する" not in body and "株式会社こだま精工は、前項の規定により" in body


@pytest.mark.parametrize("form", ["mutual-nda", "one-way-nda"])
def test_the_other_side_does_not_read_how_we_sort_our_forms(form: str) -> None:
    body = contract(form)
    assert "秘密保持契約書\n" in body and "双務" not in body and "片務" not in body


@pytest.mark.parametrize("form", [*CONTRACTS, "non-compete"])
def test_the_cover_says_how_a_contract_is_stamped_and_bound(form: str) -> None:
    cover = plain.text(cover_of(all_forms()[form], paper(small_company(), form)))
    assert "契印" in cover and "袋とじ" in cover
    assert form == "non-compete" or "印紙" in cover


def test_the_cover_says_what_the_manufacturing_contract_lacks() -> None:
    form = all_forms()["manufacturing-agreement"]
    cover = plain.text(cover_of(form, paper(small_company(), form.id)))
    assert (
        "検査、納めた物の不具合、危険の負担、製造物責任の定めは入っていない" in cover and "基本契約書" not in form.title
    )


# Registers


def test_what_is_in_a_head_is_not_given_back() -> None:
    company = small_company().after(
        [
            Asset(id="know", position=9, name="勘所", owner=Owner.ENTRUSTED, partner="hokuto"),
            Place(id="know-head", asset="know", medium=Medium.MEMORY),
            Place(id="sample-head", asset="sample", medium=Medium.MEMORY),
        ]
    )
    for body in (
        text("return-certificate", company, partner="hokuto"),
        text("handover-receipt", company, partner="hokuto", side="receive"),
    ):
        assert "勘所" not in body and "人の頭" not in body and "ほくと工業の試作図" in body


@pytest.mark.parametrize("form", ["incident-report", "take-out-permit", "development-record"])
def test_only_the_levels_in_use_have_a_box(form: str) -> None:
    company = small_company().after([replace(small_company().profile, levels=(Level.SECRET,), name_secret="部外秘")])
    body = text(form, company, **({"style": "sheet"} if form == "take-out-permit" else {}))
    assert "区分｜□部外秘" in body and "□極秘" not in body and "□社外秘" not in body


def test_the_incident_report_asks_what_the_law_asks() -> None:
    body = text("incident-report")
    for words in ("配慮を要する情報", "財産の被害", "不正の目的", "1,000人を超える", "二次被害", "公表"):
        assert words in body


# In Word


@pytest.mark.parametrize(
    ("form", "options", "words"),
    [
        ("information-rules", {"size": "small", "removal": "forbid"}, "従業員等は、持出しをしてはならない。"),
        ("mutual-nda", {"party": "second"}, "ほくと工業株式会社（以下「甲」という。）"),
        ("mutual-nda", {"analysis": "omit"}, "第1条から第11条まで及び第15条"),
    ],
)
def test_word_says_the_same(form: str, options: dict[str, str], words: str, tmp_path: Path) -> None:
    document = paper(chosen(form, **options), form, partner="hokuto" if form in CONTRACTS else "")
    path = tmp_path / "paper.docx"
    path.write_bytes(word.to_bytes(document, MADE))
    assert words in reopen_text(path) and words in plain.text(document)
