"""A small company that never changes, for papers that are read like prose."""

from datetime import date
from functools import cache

from app import paths
from app.content import forms
from app.documents.compose import compose
from app.documents.tree import Document
from app.domain.forms.facts import gather
from app.domain.forms.form import Form
from app.domain.ledger.company import Company
from app.domain.ledger.records import (
    Access,
    Answer,
    Appointment,
    Asset,
    Choice,
    Decision,
    Department,
    Disclosure,
    Partner,
    Person,
    Place,
    Profile,
    Record,
)
from app.domain.words import Circumstance, Level, Medium, Owner, Reader, Relation, State, YesNo

TODAY = date(2026, 11, 17)
ADOPTED = (
    "access-rights",
    "personal-accounts",
    "separate-storage",
    "locked-in-place",
    "personal-media-limit",
    "take-out-permit",
    "cameras",
    "no-entry-no-photo-signs",
    "rules-and-training",
    "joining-pledge",
    "secret-marking",
    "return-of-loans",
    "leaving-pledge",
    "nda-first",
    "handover-records",
    "partner-handlers",
    "escort",
    "visitor-badges",
)
ANSWERS = {
    "effective-date": "2026-12-01",
    "restricted-areas": "金型庫及び試作室",
    "approved-cloud": "まどかクラウド",
    "purpose@hokuto": "ばね部品の量産に向けた共同の検討",
    "court": "横浜地方裁判所",
    "choice.information-rules.size": "full",
}


@cache
def all_forms() -> dict[str, Form]:
    """The bundled forms."""
    return forms.load(paths.FORMS)


def paper(company: Company, form_id: str, *, partner: str = "", person: str = "") -> Document:
    """One paper of a company, as of a fixed day."""
    form = all_forms()[form_id]
    return compose(form, gather(company, form, today=TODAY, partner=partner, person=person))


def small_company() -> Company:
    """株式会社こだま精工: six people under work rules, the long regulation, three assets, two partners."""
    return Company(on=TODAY).after(
        [
            Profile(
                name="株式会社こだま精工",
                trade="金属プレス加工",
                address="神奈川県平塚市青葉1-2-3",
                phone="0463-00-0000",
                representative="児玉 徹",
                circumstances=(
                    Circumstance.VISITORS,
                    Circumstance.CLOUD,
                    Circumstance.MOBILE,
                    Circumstance.WORK_RULES,
                ),
            ),
            Department(id="make", position=1, name="製造部"),
            Department(id="office", position=2, name="総務部"),
            *_people(),
            *_assets(),
            Partner(
                id="hokuto",
                position=1,
                name="ほくと工業株式会社",
                address="東京都大田区本町4-5-6",
                representative_title="代表取締役社長",
                representative="北斗 花子",
            ),
            Partner(id="mill", position=2, name="みどり製鋼", relation=Relation.SUPPLIER),
            *(Choice(id=measure, state=State.ADOPTED) for measure in ADOPTED),
            Choice(id="paperless", state=State.LATER),
            *(Answer(id=key, value=value) for key, value in ANSWERS.items()),
        ]
    )


def _people() -> list[Record]:
    return [
        Person(id="toru", position=1, name="児玉 徹", title="代表取締役"),
        Person(id="aki", position=2, name="大西 明子", department="office", title="総務課長"),
        Person(id="ken", position=3, name="髙﨑 健", department="make", title="工場長"),
        Person(id="yoshi", position=4, name="𠮷田 実", department="make", joined="2026-12-01"),
        Appointment(id="chief", role="chief", person="toru", deputy="ken", phone="090-0000-0001"),
        Appointment(id="keeper:top_secret", role="keeper", variant="top_secret", person="toru"),
        Appointment(id="keeper:secret", role="keeper", variant="secret", person="ken", deputy="aki"),
        Appointment(id="keeper:internal", role="keeper", variant="internal", person="aki"),
        Appointment(id="secretariat", role="secretariat", person="aki"),
        Appointment(id="hotline", role="hotline", person="aki", phone="0463-00-0001"),
        Appointment(id="emergency:day", role="emergency", variant="day", person="aki", phone="0463-00-0001"),
    ]


def _assets() -> list[Record]:
    return [
        Asset(
            id="die",
            position=1,
            name="金型図面",
            kind="順送型の3Dと2D",
            department="make",
            keeper="ken",
            export=YesNo.UNKNOWN,
            keep_until="納入後10年",
            review_on="2027-04-01",
            guesses=("export",),
        ),
        Asset(
            id="sample",
            position=2,
            name="ほくと工業の試作図",
            department="make",
            keeper="toru",
            owner=Owner.ENTRUSTED,
            partner="hokuto",
            contract="秘密保持契約",
        ),
        Asset(id="plan", position=3, name="生産計画", department="office"),
        Disclosure(id="die-out", asset="die", position=1, partner="hokuto", since="2026-04-01", form="紙の図面"),
        Disclosure(id="die-back", asset="die", position=2, partner="hokuto", form="現物", returned="2026-09-18"),
        Place(id="die-data", asset="die", medium=Medium.DATA, where="共有 生産技術"),
        Place(id="die-paper", asset="die", medium=Medium.PAPER, where="金型庫の棚"),
        Place(id="sample-paper", asset="sample", medium=Medium.PAPER, where="社長室の金庫"),
        Access(id="die-make", asset="die", reader=Reader.DEPARTMENT, who="make"),
        Access(id="sample-toru", asset="sample", who="toru"),
        Decision(id="die", level=Level.SECRET, reason="受注を支えている情報だから", by="児玉 徹", on="2026-11-04"),
        Decision(id="sample", level=Level.TOP_SECRET, reason="契約で守る義務がある", by="児玉 徹", on="2026-11-04"),
    ]
