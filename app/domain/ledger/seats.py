"""X 社内体制: the roles of a company as papers list them, whatever its size: each a seat, somebody sitting there or not."""

from app.domain.ledger.company import Company
from app.domain.ledger.records import THREE_LEVELS, Appointment
from app.domain.value import Value
from app.domain.words import Level


class Seat(Value):
    """A role of the company as papers list it: the appointment's id, its name, its work, whom it reports to."""

    id: str
    name: str
    duty: str
    reports_to: str

    @property
    def role(self) -> str:
        """The role that sits there, as handbook_content/roles names it."""
        return self.id.partition(":")[0]

    @property
    def phone(self) -> bool:
        """Whether whoever sits there is called, so that a number is asked for."""
        return self.role in ("emergency", "hotline")

    @property
    def key(self) -> str:
        """The name of its value in forms: `keeper-top-secret`, `emergency`, `emergency-night`."""
        return self.id.replace(":", "-").replace("_", "-").removesuffix("-day")


def used_levels(company: Company) -> list[Level]:
    """The secret levels in use, the highest first. A company has at least one: where it names none, it has the usual three."""
    chosen = [level for level in company.profile.levels if level.rank] or THREE_LEVELS
    return sorted(chosen, key=lambda level: -level.rank)


def seats(company: Company) -> list[Seat]:
    """Every role in the order of a role chart; a keeper for each level in use."""
    keepers = [
        Seat(
            f"keeper:{level}",
            f"管理責任者（{company.level_name(level)}）",
            "受け持つ区分の情報について、見てよい者、置き場所及び持出しの可否を決める。",
            "統括責任者",
        )
        for level in used_levels(company)
    ]
    return [
        Seat("chief", "統括責任者", "秘密情報の管理を統べ、区分の指定、規程及び事故への対応を最後に決める。", ""),
        *keepers,
        Seat("secretariat", "事務局", "台帳、規程、誓約書及び契約書を保管し、教育及び点検の日を決める。", "統括責任者"),
        Seat("inspector", "点検者", "定めたことが守られているかを確かめ、結果を報告する。", "統括責任者"),
        Seat("hotline", "通報・相談窓口", "相談及び通報を受け、知らせた者を守る。", "統括責任者"),
        Seat(
            "emergency:day", "緊急連絡担当（平日の昼）", "事故の知らせを最初に受け、統括責任者に伝える。", "統括責任者"
        ),
        Seat(
            "emergency:night",
            "緊急連絡担当（夜間・休日）",
            "事故の知らせを最初に受け、統括責任者に伝える。",
            "統括責任者",
        ),
    ]


def holder(company: Company, seat: str) -> Appointment:
    """Who sits there, an empty appointment when nobody does."""
    role, _, variant = seat.partition(":")
    return company.appointments.get(seat) or Appointment(id=seat, role=role, variant=variant)


def sitting(company: Company, seat: str) -> tuple[str, str]:
    """The names of who sits there and of the deputy; whoever has left sits nowhere."""
    held = holder(company, seat)
    person, deputy = (company.person_name(who) if company.is_here(who) else "" for who in (held.person, held.deputy))
    return person, deputy


def department_and_title(company: Company, person: str) -> str:
    """「製造部　工場長」."""
    if person not in company.people:
        return ""
    who = company.people[person]
    department = company.departments[who.department].name if who.department in company.departments else ""
    return "　".join(filter(None, (department, who.title)))


def filled(company: Company, seat: str) -> bool:
    """Whether somebody of this company sits there."""
    return company.is_here(holder(company, seat).person)
