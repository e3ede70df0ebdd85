"""X 社内体制: the seats that a company of any size fills, several by one person if need be."""

from dataclasses import dataclass

from app.domain.company import Appointment, Company
from app.domain.library import Library, Role
from app.domain.words import Level

CALLS = (("day", "平日の昼"), ("night", "夜間・休日"))


@dataclass(frozen=True)
class Seat:
    """A role to be held. `id` is the appointment's; `name` as the papers call it; `phone` asks for a number too."""

    id: str
    role: Role
    variant: str
    name: str
    phone: bool = False


def seats(company: Company, library: Library) -> list[Seat]:
    """Every seat of this company: keepers once per level in use, the emergency call by day and by night."""
    found: list[Seat] = []
    for role in sorted(library.roles.values(), key=lambda role: role.order):
        match role.id:
            case "keeper":
                found += [
                    Seat(f"keeper:{level}", role, level, f"{role.title}（{company.level_name(level)}）")
                    for level in sorted(company.profile.levels, key=lambda level: -level.rank)
                ]
            case "emergency":
                found += [Seat(f"emergency:{v}", role, v, f"{role.title}（{name}）", True) for v, name in CALLS]
            case _:
                found.append(Seat(role.id, role, "", role.title, role.id == "hotline"))
    return found


def holder(company: Company, seat: str) -> Appointment | None:
    """Who sits there, None while it is empty."""
    appointment = company.appointments.get(seat)
    return appointment if appointment and appointment.person in company.people else None


def conflicts(company: Company, library: Library) -> list[str]:
    """Seats that one person should not hold together, in words. Nothing is forbidden; it is said."""
    inspector = holder(company, "inspector")
    if inspector is None or not inspector.person:
        return []
    name = company.person_name(inspector.person)
    watched = ["secretariat", *(f"keeper:{level}" for level in Level if level in company.profile.levels)]
    names = {seat.id: seat.name for seat in seats(company, library)}
    clash = [names[s] for s in watched if (h := holder(company, s)) and h.person == inspector.person and s in names]
    return [f"{name}さんは、点検する人と{seat}を兼ねています。できれば別の人に。" for seat in clash]
