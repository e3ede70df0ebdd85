"""Who is meant by what somebody typed: the one way to find people, departments and partners by name, and to let new ones in.

Names are compared folded (width, case, spaces, invisible signs, 髙 and 高) and stored as typed. What is written exactly like one name
means that one. Where several may be meant nobody is guessed: the choice is said in words, 「佐藤 健（製造部）」, and those words
are understood when they are typed.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Generic, TypeVar

from app.domain import dates
from app.domain.folding import name_key
from app.domain.ledger.company import Company
from app.domain.ledger.records import Department, Partner, Person, Record
from app.domain.value import Value
from app.domain.words import Relation

HONORIFIC = re.compile("(?:さん|様|殿)$")
QUALIFIED = re.compile(r"(.+?)\s*[（(](.+)[）)]", re.DOTALL)
BETWEEN = re.compile(r"[、，;；\n\t]")
"""What stands between two names, never in one."""
MAY_BE_BETWEEN = re.compile(r"[,／/・&＆]")
"""What stands between two names, or in one."""
FIRMS: Mapping[str, str] = {
    "(株)": "株式会社",
    "(有)": "有限会社",
    "(同)": "合同会社",
    "(合)": "合同会社",
    "(名)": "合名会社",
    "(資)": "合資会社",
    "(一社)": "一般社団法人",
    "(一財)": "一般財団法人",
    "(学)": "学校法人",
    "(独)": "独立行政法人",
}
"""The short forms of what a company is, folded: ㈱ and （株） are (株) by then."""

Named = TypeVar("Named", Person, Department, Partner)
NewId = Callable[[], str]


class Joining(Value, Generic[Named]):
    """Whom a typed name means, and the record that founds them where they are new; or nobody, and why in words."""

    meant: Named | None = None
    new: tuple[Record, ...] = ()
    problem: str = ""

    @property
    def id(self) -> str:
        """Their id, "" for nobody."""
        return self.meant.id if self.meant else ""


def next_position(rows: Mapping[str, object]) -> int:
    """The place after the last one; a row that was removed leaves its place empty."""
    return 1 + max((getattr(row, "position", 0) for row in rows.values()), default=0)


def people_meant(company: Company, typed: str) -> tuple[Person, ...]:
    """The people here who may be meant: nobody, the one who is, or several. Full names go before family names."""
    word = typed.strip()
    if not (bare := HONORIFIC.sub("", word)):
        return ()
    by_name, by_key, by_family = company.out_of(("people",), _people_by)
    key = name_key(bare)
    exact = tuple(dict.fromkeys((*by_name.get(word, ()), *by_name.get(bare, ()))))
    return exact or _qualified(company, word) or (by_key.get(key, ()) or by_family.get(key, ()) if key else ())


def departments_meant(company: Company, typed: str) -> tuple[Department, ...]:
    """The departments that may be meant; a final 部 may be left out or added."""
    by_name, by_key, by_bare = company.out_of(("departments",), _departments_by)
    word = typed.strip()
    if not word:
        return ()
    key, bare = name_key(word), _without_part(word)
    return by_name.get(word, ()) or (by_key.get(key, ()) if key else ()) or (by_bare.get(bare, ()) if bare else ())


def partners_meant(company: Company, typed: str) -> tuple[Partner, ...]:
    """The partners that may be meant: ㈱, （株） and 株式会社 are one, and what they are may be left out."""
    by_name, by_key, by_bare = company.out_of(("partners",), _partners_by)
    word = typed.strip()
    if not word:
        return ()
    key = _firm_key(word)
    return by_name.get(word, ()) or (by_key.get(key, ()) or by_bare.get(key, ()) if key else ())


def label(company: Company, person: str) -> str:
    """A person's name, with 部門・役職 behind it where another here has the same name; "" for an unknown id."""
    known = company.people.get(person)
    if known is None:
        return ""
    _, by_key, _ = company.out_of(("people",), _people_by)
    alike = by_key.get(name_key(known.name), ())
    if len(alike) < 2 or known not in alike:
        return known.name
    marks = _marks(company, known)
    same = [one for one in alike if _marks(company, one) == marks]
    if len(same) > 1 or not marks:
        marks = (*marks, f"{same.index(known) + 1}人目")
    return f"{known.name}（{'・'.join(marks)}）"


def person_joining(company: Company, typed: str, new_id: NewId, *, now: str = "") -> Joining[Person]:
    """The one who is meant; a name that nobody here has joins the company.

    `now` is the id of whoever stands there: what reads as it did means the same one, who may have left meanwhile.
    """
    word = typed.strip()
    if not word:
        return Joining()
    if now in company.people and word in (label(company, now).strip(), company.people[now].name.strip()):
        return Joining(company.people[now])
    found = people_meant(company, word)
    if len(found) > 1:
        return Joining(problem=which(company, word, found))
    if found:
        return Joining(found[0])
    if ahead := coming_named(company, word):
        return Joining(problem=not_yet(company, ahead[0]))
    if _is_several(company, word):
        return Joining(problem=f"「{' '.join(word.split())}」は一人の名前に見えません。一人だけ書いてください。")
    name, profile = HONORIFIC.sub("", word), company.profile
    title = profile.representative_title if name_key(name) == name_key(profile.representative) else ""
    new = Person(id=new_id(), position=next_position(company.people), name=name, title=title)
    return Joining(new, (new,))


def department_joining(company: Company, typed: str, new_id: NewId) -> Joining[Department]:
    """The department that is meant (of several of one name the first); a new name founds one."""
    word = typed.strip()
    if not word:
        return Joining()
    if found := departments_meant(company, word):
        return Joining(found[0])
    if "\n" in word:
        return Joining(problem=f"「{' '.join(word.split())}」は一つの部門に見えません。一つだけ書いてください。")
    new = Department(id=new_id(), position=next_position(company.departments), name=word)
    return Joining(new, (new,))


def partner_joining(
    company: Company, typed: str, new_id: NewId, *, now: str = "", new_as: Relation = Relation.CUSTOMER
) -> Joining[Partner]:
    """The partner that is meant; a new name is added to the partners, as `new_as`.

    `now` is the id of the one that stands there: what reads as it did means the same.
    """
    word = typed.strip()
    if not word:
        return Joining()
    if now in company.partners and word == company.partners[now].name.strip():
        return Joining(company.partners[now])
    found = partners_meant(company, word)
    if len(found) > 1:
        names = tuple(dict.fromkeys(partner.name for partner in found))
        if len(names) == 1:
            return Joining(
                problem=f"「{word}」という取引先が{len(found)}社あります。名簿で、名前を書き分けてください。"
            )
        return Joining(
            problem=f"「{word}」に当たる取引先がいくつかあります。「{'」「'.join(names)}」のどれかを、そのまま書いてください。"
        )
    if found:
        return Joining(found[0])
    if "\n" in word:
        return Joining(problem=f"「{' '.join(word.split())}」は一社の名前に見えません。一社だけ書いてください。")
    new = Partner(id=new_id(), position=next_position(company.partners), name=word, relation=new_as)
    return Joining(new, (new,))


def which(company: Company, typed: str, found: Sequence[Person]) -> str:
    """What to write where several may be meant."""
    names = "」「".join(label(company, person.id) for person in found[:4])
    return f"「{typed}」さんは{len(found)}人います。「{names}」のどれかを、そのまま書いてください。"


def not_yet(company: Company, person: Person) -> str:
    """What to say where somebody is named who is still to come."""
    day = dates.written(person.joined, company.profile.western_dates)
    return f"「{person.name}」さんは{day}に来る予定の人です。その日から選べます。"


def coming_named(company: Company, typed: str) -> tuple[Person, ...]:
    """Who is still to come and is called so, by the whole name."""
    key = name_key(HONORIFIC.sub("", typed.strip()))
    return company.out_of(("people",), _coming_by)[0].get(key, ()) if key else ()


Called = Mapping[str, tuple[Named, ...]]
"""Rows by one way to call them."""


def _is_several(company: Company, word: str) -> bool:
    """Whether this is more than one name: by a sign that no name has, or because somebody here is one part of it."""
    parts = MAY_BE_BETWEEN.split(word)
    return bool(BETWEEN.search(word)) or (len(parts) > 1 and any(people_meant(company, part) for part in parts))


def _by(rows: Iterable[Named], *ways: Callable[[str], str]) -> tuple[Called[Named], ...]:
    """The rows by each way to call them, so that a name among thousands is found at once."""
    each = tuple(rows)
    found: list[dict[str, list[Named]]] = [{} for _ in ways]
    for called, way in zip(found, ways, strict=True):
        for row in each:
            called.setdefault(way(row.name), []).append(row)
    return tuple({word: tuple(alike) for word, alike in called.items()} for called in found)


def _people_by(company: Company) -> tuple[Called[Person], ...]:
    return _by(company.staff, str.strip, name_key, _family_key)


def _coming_by(company: Company) -> tuple[Called[Person], ...]:
    return _by(company.coming, name_key)


def _departments_by(company: Company) -> tuple[Called[Department], ...]:
    return _by(company.departments.values(), str.strip, name_key, _without_part)


def _partners_by(company: Company) -> tuple[Called[Partner], ...]:
    return _by(company.partners.values(), str.strip, _firm_key, _without_form)


def _qualified(company: Company, word: str) -> tuple[Person, ...]:
    """「佐藤（製造部）」: the people of the name before the brackets of whom all that stands in them is true."""
    match = QUALIFIED.fullmatch(word)
    if match is None:
        return ()
    said = {name_key(part) for part in match[2].split("・")}
    found = people_meant(company, match[1])
    labelled = tuple(person for person in found if name_key(label(company, person.id)) == name_key(word))
    return labelled or tuple(p for p in found if said <= {name_key(mark) for mark in _marks(company, p)})


def _marks(company: Company, person: Person) -> tuple[str, ...]:
    department = company.departments.get(person.department)
    return tuple(filter(None, (department.name if department else "", person.title)))


def _without_part(name: str) -> str:
    return name_key(name).removesuffix("部")


@cache
def _family_key(name: str) -> str:
    return name_key(name.split()[0]) if name.split() else ""


@cache
def _firm_key(name: str) -> str:
    key = name_key(name)
    for short, whole in FIRMS.items():
        key = key.replace(short, whole)
    return key


def _without_form(name: str) -> str:
    key = _firm_key(name)
    for form in dict.fromkeys(FIRMS.values()):
        key = key.removeprefix(form).removesuffix(form)
    return key
