"""The firm itself: profile, departments, people, partners, and X 社内体制 — who holds which seat."""

from collections.abc import Iterable
from dataclasses import replace

from app.actions.labels import quoted
from app.desk import Desk
from app.domain.advice.roles import Proposal
from app.domain.columns.lists import List
from app.domain.ledger.agreements import still_out
from app.domain.ledger.people import next_position, person_joining
from app.domain.ledger.records import KIND_OF, Appointment, Person, Profile, Record
from app.domain.ledger.seats import filled, holder, seats

NAMED = 3


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
        record = what.fresh(desk.new_id(), next_position(getattr(company, what.kind)))
    field = what.field(key)
    changed = field.edit(company, record, text, desk.new_id)
    if not changed.problem:
        desk.change(
            f"{what.row}{quoted(text, '（名前なし）')}を追加" if new else f"{what.row}の{field.label}", changed.put
        )
    return changed.problem


def remove(desk: Desk, record: Record, name: str) -> str:
    """Remove a department, person or partner that nothing uses. Returns why not, or "" when removed."""
    if uses := used_in(desk, record.id):
        return f"「{name}」は{uses}で使われています。{what_then(desk, record)}"
    what = f"{record.LABEL}の" if record.OF_ASSET else ""
    desk.change(f"{what}{quoted(name, '名前のない行')}を削除", drop=[(KIND_OF[type(record)], record.id)])
    return ""


def appoint(desk: Desk, seat: str, person: str, deputy: str = "", phone: str = "", *, name: str = "役") -> None:
    """Seat people (ids; "" leaves the seat empty)."""
    _seat(desk, seat, (), person, deputy, phone, name)


def appoint_by_name(desk: Desk, seat: str, person: str, deputy: str = "", phone: str = "", *, name: str = "役") -> str:
    """Seat people by name; a name that is new joins the people in the same step. Returns a problem, or "" when written."""
    held = holder(desk.company, seat)
    first = person_joining(desk.company, person, desk.new_id, now=held.person)
    second = person_joining(desk.company.after(first.new), deputy, desk.new_id, now=held.deputy)
    if problem := first.problem or second.problem:
        return problem
    _seat(desk, seat, (*first.new, *second.new), first.id, second.id, phone.strip(), name)
    return ""


def first_name(desk: Desk) -> str:
    """Who is proposed for every seat at first: whoever represents the company, else whoever writes here."""
    profile = desk.company.profile
    return profile.representative or profile.author


def appoint_everywhere(desk: Desk, name: str) -> str:
    """Seat one person on every seat that is empty, in one step: 「全部社長で」. Returns a problem, or "" when written."""
    empty = [seat.id for seat in seats(desk.company) if not filled(desk.company, seat.id)]
    joining = person_joining(desk.company, name, desk.new_id)
    if empty and joining.meant:
        rows = [replace(holder(desk.company, seat), person=joining.id) for seat in empty]
        desk.change(f"空いている{len(rows)}役を{quoted(name, '一人')}に", [*joining.new, *rows])
    return joining.problem


def take_proposals(desk: Desk, taken: Iterable[Proposal]) -> None:
    """Seat whom the program proposed and the owner took, in one step; a seat that was filled meanwhile stays as it is."""
    company = desk.company
    rows = {
        one.seat.name: replace(holder(company, one.seat.id), person=one.person)
        for one in taken
        if not filled(company, one.seat.id)
    }
    if rows:
        first = next(iter(rows))
        desk.change(
            f"「{first}」を提案どおりに" if len(rows) == 1 else f"提案どおりに{len(rows)}役を決定", rows.values()
        )


def _seat(desk: Desk, seat: str, new: tuple[Record, ...], person: str, deputy: str, phone: str, name: str) -> None:
    role, _, variant = seat.partition(":")
    if person or deputy or phone:
        row = Appointment(id=seat, role=role, variant=variant, person=person, deputy=deputy, phone=phone)
        desk.change(f"「{name}」を決定", [*new, row])
    else:
        desk.change(f"「{name}」を空席に", drop=[("appointments", seat)])


def used_in(desk: Desk, row: str) -> str:
    """Where a department, person or partner is used, in words."""
    company = desk.company
    checks = (
        ("洗い出し", (v for a in company.assets.values() for v in (a.department, a.keeper, a.partner))),
        ("見てよい人", (access.who for access in company.access.values())),
        ("社内体制", (v for seat in company.appointments.values() for v in (seat.person, seat.deputy))),
        ("社外に渡してあるもの", (disclosure.partner for disclosure in company.disclosures.values())),
        ("名簿", (person.department for person in company.people.values())),
        ("対策の担当", (choice.who for choice in company.choices.values())),
        ("署名の記録", (signature.subject for signature in company.signatures.values())),
        ("確定した書類", (issue.subject for issue in company.issues.values())),
    )
    return "・".join(where for where, used in checks if row in used)


def what_then(desk: Desk, record: Record) -> str:
    """What to do about a row that cannot be removed. Evidence stays, and whom it names stays with it."""
    company = desk.company
    out = [row for row in company.disclosures.values() if row.partner == record.id and still_out(company, row)]
    if out:
        names = "、".join(
            dict.fromkeys(quoted(company.assets[row.asset].name, "名前のない情報") for row in out[:NAMED])
        )
        more = f"など{len(out)}件" if len(out) > NAMED else ""
        return f"{names}{more}が、まだ渡したままです。返ったら「返った日」を書きます。記録が間違いなら、先にその行を消してください。"
    named = {one.subject for one in company.signatures.values()} | {one.subject for one in company.issues.values()}
    if record.id not in named:
        return "先にそちらを直してください。"
    return (
        "退職日を入れると、名簿から外れて記録は残ります。" if isinstance(record, Person) else "記録と一緒に残します。"
    )
