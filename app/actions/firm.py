"""The firm itself: profile, departments, people, partners, and X 社内体制 — who holds which seat."""

from collections.abc import Iterable
from dataclasses import replace

from app.actions.labels import quoted
from app.desk import Desk
from app.domain.columns.lists import List
from app.domain.ledger.readers import people_named
from app.domain.ledger.records import KIND_OF, Appointment, Person, Profile, Record
from app.domain.ledger.seats import filled, holder, seats


def edit_profile(desk: Desk, profile: Profile, label: str = "会社の基本") -> None:
    """Write the profile."""
    desk.change(label, [profile])


def save(desk: Desk, label: str, records: Iterable[Record]) -> None:
    """Add or change departments, people or partners in one step."""
    desk.change(label, records)


def edit_row(desk: Desk, what: List, record: Record | None, key: str, text: str) -> str:
    """Change one column of a row of a list, or found a row where `record` is None. Returns a problem, or "" when written."""
    company = desk.company
    new = record is None
    if record is None:
        position = len(getattr(company, what.kind)) + 1
        record = replace(what.record(id=desk.new_id()), position=position)  # type: ignore[call-arg]
    field = what.field(key)
    changed = field.edit(company, record, text, desk.new_id)
    if not changed.problem:
        desk.change(
            f"{what.row}{quoted(text, '（名前なし）')}を追加" if new else f"{what.row}の{field.label}", changed.put
        )
    return changed.problem


def remove(desk: Desk, record: Record, name: str) -> str:
    """Remove a department, person or partner that nothing uses. Returns why not, or "" when removed."""
    uses = used_in(desk, record.id)
    if uses:
        return f"「{name}」は{uses}で使われています。先にそちらを直してください。"
    desk.change(f"{quoted(name, '名前のない行')}を削除", drop=[(KIND_OF[type(record)], record.id)])
    return ""


def appoint(desk: Desk, seat: str, person: str, deputy: str = "", phone: str = "", *, name: str = "役") -> None:
    """Seat people (ids; "" leaves the seat empty)."""
    _seat(desk, seat, (), person, deputy, phone, name)


def appoint_by_name(desk: Desk, seat: str, person: str, deputy: str = "", phone: str = "", *, name: str = "役") -> None:
    """Seat people by name; a name that is new joins the people in the same step."""
    new: dict[str, Person] = {}
    ids = [id_of(desk, typed.strip(), new) for typed in (person, deputy)]
    _seat(desk, seat, tuple(new.values()), ids[0], ids[1], phone.strip(), name)


def appoint_everywhere(desk: Desk, name: str) -> int:
    """Seat one person on every seat that is empty, in one step: 「全部社長で」. Returns how many there were."""
    empty = [seat.id for seat in seats(desk.company) if not filled(desk.company, seat.id)]
    if empty and name.strip():
        new: dict[str, Person] = {}
        person = id_of(desk, name.strip(), new)
        rows = [replace(holder(desk.company, seat), person=person) for seat in empty]
        desk.change(f"空いている{len(rows)}役を{quoted(name, '一人')}に", [*new.values(), *rows])
    return len(empty)


def _seat(desk: Desk, seat: str, new: tuple[Person, ...], person: str, deputy: str, phone: str, name: str) -> None:
    role, _, variant = seat.partition(":")
    if person or deputy or phone:
        row = Appointment(id=seat, role=role, variant=variant, person=person, deputy=deputy, phone=phone)
        desk.change(f"「{name}」を決定", [*new, row])
    else:
        desk.change(f"「{name}」を空席に", drop=[("appointments", seat)])


def id_of(desk: Desk, name: str, new: dict[str, Person]) -> str:
    """The id of whoever here goes by this name; somebody new is put into `new`, to be written with the rest of the step."""
    if not name:
        return ""
    found = people_named(desk.company.staff, name)
    if len(found) == 1 or any(person.name == name for person in found):
        return found[0].id
    if name not in new:
        position, profile = len(desk.company.people) + len(new) + 1, desk.company.profile
        title = profile.representative_title if name == profile.representative else ""
        new[name] = Person(id=desk.new_id(), position=position, name=name.removesuffix("さん"), title=title)
    return new[name].id


def used_in(desk: Desk, row: str) -> str:
    """Where a department, person or partner is used, in words."""
    company = desk.company
    checks = (
        ("洗い出し", (v for a in company.assets.values() for v in (a.department, a.keeper, a.partner))),
        ("見てよい人", (access.who for access in company.access.values())),
        ("社内体制", (v for seat in company.appointments.values() for v in (seat.person, seat.deputy))),
        ("名簿", (person.department for person in company.people.values())),
        ("対策の担当", (choice.who for choice in company.choices.values())),
    )
    return "・".join(where for where, used in checks if row in used)
