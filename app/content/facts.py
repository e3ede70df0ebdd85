"""The box of facts on a page to read: what the head of an entry says, in words and with links.

Each fact is (label, Markdown).
"""

from collections.abc import Iterable, Iterator, Mapping

from app.domain.cases import matching
from app.domain.library import LINKED, Case, Contact, Entry, Library, Measure, Role, Statistic, Term, TypicalAsset
from app.domain.words import Purpose, Strength, Word

Fact = tuple[str, str]

PROOF: dict[Strength, str] = {
    Strength.STRONG: "強い。秘密として管理していた、と示しやすくなります",
    Strength.MEDIUM: "中くらい。ほかの対策と合わせて示せます",
    Strength.WEAK: "弱い。これだけでは示しにくい対策です",
}
ORIGIN = {"handbook": "ハンドブックの対策", "ours": "まもり帳の提案"}
_LINKS = {kind: link for link, kind in LINKED.items()}


def facts(library: Library, forms: Mapping[str, str], entry: Entry) -> list[Fact]:
    """The facts of one entry; `forms` are the titles of the papers that can be made, by id."""
    match entry:
        case Measure():
            found = _measure(library, forms, entry)
        case Case():
            found = _case(entry)
        case Term():
            found = iter([("読み", entry.reading), ("別の名前", "、".join(entry.also))])
        case Contact():
            found = _contact(entry)
        case Statistic():
            found = _statistic(entry)
        case Role():
            found = iter([("小さな会社では", entry.small)])
        case TypicalAsset():
            found = iter([("部門", entry.department), ("媒体", _labels(entry.media)), ("置き場所の例", entry.place)])
        case _:
            found = iter(())
    return [(label, text) for label, text in found if text]


def link(library: Library, kind: str, entry_id: str) -> str:
    """An entry as a link with its title."""
    return f"[{getattr(library, kind)[entry_id].title}]({_LINKS[kind]}:{entry_id})"


def purpose_words(purpose: Purpose) -> str:
    """A purpose in the owner's words, with the handbook's beside it."""
    return f"{purpose.plain}（{purpose.label}）"


def _measure(library: Library, forms: Mapping[str, str], measure: Measure) -> Iterator[Fact]:
    yield "漏れる道", measure.route.label
    yield "ねらい", purpose_words(measure.purpose)
    yield "ほかのねらい", "、".join(purpose_words(purpose) for purpose in measure.also)
    yield "手間", measure.effort.label
    yield "媒体", _labels(measure.media)
    yield "秘密だと示す力（秘密管理性）", PROOF[measure.secrecy]
    yield "だれの案か", ORIGIN.get(measure.origin, "")
    yield "先に要る対策", "、".join(link(library, "measures", needed) for needed in measure.needs)
    yield "使った会社", "、".join(link(library, "cases", case.id) for case in matching(library, measure=measure.id))
    yield "出てくる書類", "、".join(f"[{forms[form]}](form:{form})" for form in measure.forms if form in forms)


def _case(case: Case) -> Iterator[Fact]:
    yield "仕事", case.trade
    yield "大きさ", case.size
    yield "漏れる道", _labels(case.routes)
    yield "ねらい", "、".join(purpose.plain for purpose in case.purposes)


def _contact(contact: Contact) -> Iterator[Fact]:
    yield "電話", contact.phone
    yield "公式の案内", contact.address
    dated = f"{contact.as_of}の資料で確かめました。変わることがあります"
    if contact.phone or contact.address:
        yield "確かめた時", dated if contact.as_of else "年の分かる資料では確かめていません。使う前に確かめてください"


def _statistic(survey: Statistic) -> Iterator[Fact]:
    yield "年", f"{survey.year}年"
    yield "答えた数", survey.answers
    for row in survey.rows:
        name, _, value = row.partition("|")
        yield name.strip(), value.strip()


def _labels(words: Iterable[Word]) -> str:
    return "・".join(word.label for word in words)
