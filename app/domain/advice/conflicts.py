"""Seats that one person should not hold together, in words. Nothing is forbidden; it is said, with the way out.

Who checks is not who administers (handbook, X: 兼務の注意); the rest is our own: nobody is out of reach, no seat falls empty unseen.
"""

from collections.abc import Iterator

from app.domain import dates
from app.domain.ledger.company import Company
from app.domain.ledger.records import Person
from app.domain.ledger.seats import filled, holder, seats, sitting

WATCHED = ("secretariat", "keeper")
"""Roles whose work the inspector looks at."""
COMPUTERS = ("情報システム", "システム", "ＩＴ", "IT", "情シス")
"""Titles and departments of whoever holds the administrator's ID begin so."""
OUTSIDE = "社外の人（顧問税理士など）に、年に1回見てもらう手もあります。"


def administers(company: Company, person: Person) -> bool:
    """Whether this person seems to be in charge of the computers."""
    department = company.departments.get(person.department)
    return any(said.startswith(COMPUTERS) for said in (person.title, department.name if department else ""))


def conflicts(company: Company) -> list[str]:
    """What should not stay so, a sentence or two each; the weightiest first."""
    return [
        *_checking_oneself(company),
        *_keys_and_checks(company),
        *_no_other_ear(company),
        *_no_other_call(company),
        *_leaving(company),
    ]


def _checking_oneself(company: Company) -> Iterator[str]:
    inspector = _in(company, "inspector")
    clash = [
        one.name for one in seats(company) if one.role in WATCHED and inspector and _in(company, one.id) == inspector
    ]
    if clash:
        way_out = "できれば別の人に。" if len(company.staff) > 1 else f"一人では分けられません。{OUTSIDE}"
        name = company.person_name(inspector)
        yield f"{name}さんは、点検する人と{'・'.join(clash)}を兼ねています。{way_out}"


def _keys_and_checks(company: Company) -> Iterator[str]:
    who = company.people.get(_in(company, "inspector"))
    if who and administers(company, who) and len(company.staff) > 1:
        yield (
            f"点検する{who.name}さんは、パソコンの管理も受け持っているようです。"
            "管理者のIDを持つ人の仕事は、別の人が見るほうが安心です。"
        )


def _no_other_ear(company: Company) -> Iterator[str]:
    chief = _in(company, "chief")
    if chief and _in(company, "hotline") == chief and not sitting(company, "hotline")[1] and len(company.staff) > 1:
        yield (
            f"通報・相談窓口が、統括責任者の{company.person_name(chief)}さんだけです。"
            "本人に話しにくいことも届くように、窓口の「いない時の代わり」に別の人を書いておくと安心です。"
        )


def _no_other_call(company: Company) -> Iterator[str]:
    day, night = "emergency:day", "emergency:night"
    who = _in(company, day)
    deputies = sitting(company, day)[1] or sitting(company, night)[1]
    if who and _in(company, night) == who and not deputies and len(company.staff) > 1:
        yield (
            f"緊急の電話は、昼も夜も{company.person_name(who)}さん一人です。"
            "つながらないときの人を、「いない時の代わり」に書いておきます。"
        )


def _leaving(company: Company) -> Iterator[str]:
    for person in company.staff:
        held = [one.name for one in seats(company) if person.left and _in(company, one.id) == person.id]
        if held:
            day = dates.written(person.left, company.profile.western_dates)
            yield f"{person.name}さんは{day}が最後の日です。{'・'.join(held)}を継ぐ人を、それまでに決めます。"


def _in(company: Company, seat: str) -> str:
    """The id of who sits there today, "" for nobody."""
    return holder(company, seat).person if filled(company, seat) else ""
