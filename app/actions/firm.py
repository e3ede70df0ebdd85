"""The firm itself: profile, departments, people, partners, and X 社内体制 — who holds which seat."""

from collections.abc import Iterable
from dataclasses import replace

from app.desk import Desk
from app.domain.company import KIND_OF, Appointment, Person, Profile, Record


def edit_profile(desk: Desk, profile: Profile, label: str = "会社の基本") -> None:
    """Write the profile."""
    desk.change(label, [profile])


def save(desk: Desk, label: str, records: Iterable[Record]) -> None:
    """Add or change departments, people or partners in one step."""
    desk.change(label, records)


def remove(desk: Desk, record: Record, name: str) -> str:
    """Remove a department, person or partner that nothing uses. Returns why not, or "" when removed."""
    uses = _uses(desk, record.id)
    if uses:
        return f"「{name}」は{uses}で使われています。先にそちらを直してください。"
    desk.change(f"「{name}」を削除", drop=[(KIND_OF[type(record)], record.id)])
    return ""


def appoint(desk: Desk, seat: str, person: str, *, deputy: str = "", phone: str = "", name: str = "") -> None:
    """Seat a person (an id; "" leaves the seat empty)."""
    role, _, variant = seat.partition(":")
    if not (person or deputy or phone):
        desk.change(f"{name or '役'}を空席に", drop=[("appointments", seat)])
        return
    row = Appointment(id=seat, role=role, variant=variant, person=person, deputy=deputy, phone=phone)
    desk.change(f"{name or '役'}を決定", [row])


def person_named(desk: Desk, name: str) -> Person:
    """The person of this name; a new one, not yet written, where nobody has it."""
    found = next((person for person in desk.company.staff if person.name == name), None)
    return found or Person(id=desk.new_id(), position=len(desk.company.people) + 1, name=name)


def leave(desk: Desk, person: Person, day: str) -> None:
    """Note the last day of a person; the rows that name them stay for the record."""
    desk.change(f"{person.name}さんの退職日", [replace(person, left=day)])


def _uses(desk: Desk, row: str) -> str:
    company = desk.company
    checks = (
        ("洗い出し", (v for a in company.assets.values() for v in (a.department, a.keeper, a.partner))),
        ("見てよい人", (access.who for access in company.access.values())),
        ("社内体制", (v for seat in company.appointments.values() for v in (seat.person, seat.deputy))),
        ("名簿", (person.department for person in company.people.values())),
        ("対策の担当", (choice.who for choice in company.choices.values())),
    )
    return "・".join(where for where, used in checks if row in used)
