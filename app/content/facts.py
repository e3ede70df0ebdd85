"""The box of facts on a page to read: what the head of an entry says, in words and with links.

Each fact is (label, Markdown).
"""

from collections.abc import Iterable, Iterator, Mapping

from app.domain.handbook.cases import matching
from app.domain.handbook.library import (
    LINKED,
    Case,
    Checklist,
    Contact,
    Entry,
    Law,
    Library,
    Measure,
    Month,
    Role,
    Statistic,
    Term,
    Trade,
    Training,
    TypicalAsset,
    Worry,
)
from app.domain.words import CaseKind, Purpose, Strength, Word

Fact = tuple[str, str]

PROOF: dict[Strength, str] = {
    Strength.STRONG: "強い。秘密として管理していた、と示しやすくなります",
    Strength.MEDIUM: "中くらい。ほかの対策と合わせて示せます",
    Strength.WEAK: "弱い。これだけでは示しにくい対策です",
}
ORIGIN = {"handbook": "ハンドブックの対策", "ours": "まもり帳の提案"}
LINES = "  \n"
"""What separates lines in Markdown."""
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
        case Law():
            found = iter([("いつの法律か", f"{entry.as_of}の時点です。変わることがあります")])
        case Training():
            found = iter([("いつ", entry.season), ("誰に", entry.who), ("時間", f"{entry.minutes}分")])
        case Worry():
            found = _worry(library, entry)
        case Trade():
            found = iter([("よくある情報", _links(library, "assets", entry.assets))])
        case Month():
            found = iter([("この月に思い出す対策", _links(library, "measures", entry.measures))])
        case Checklist():
            found = iter([("問い", LINES.join(_question(library, item) for item in entry.items))])
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
    yield "誰の案か", ORIGIN.get(measure.origin, "")
    yield "先に要る対策", _links(library, "measures", measure.needs)
    cases = matching(library, measure=measure.id)
    practices = [case.id for case in cases if case.kind is CaseKind.PRACTICE]
    yield "している会社", _links(library, "cases", practices)
    yield "効いたはずの事件", _links(library, "cases", [case.id for case in cases if case.id not in practices])
    yield "出てくる書類", LINES.join(f"[{forms[form]}](form:{form})" for form in measure.forms if form in forms)


def _case(case: Case) -> Iterator[Fact]:
    yield "種類", f"{case.kind.label}（{case.year}年）" if case.year else case.kind.label
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


def _worry(library: Library, worry: Worry) -> Iterator[Fact]:
    kind, _, page = worry.page.partition(":")
    yield "読むページ", link(library, kind, page)
    yield "効く対策", _links(library, "measures", worry.measures)
    yield "似た事例", _links(library, "cases", worry.cases)


def _question(library: Library, item: str) -> str:
    """A question of a check list with a box to tick on paper, and the measure that it looks after."""
    question, _, measure = (part.strip() for part in item.partition("|"))
    return f"□ {question}（{link(library, 'measures', measure)}）" if measure else f"□ {question}"


def _links(library: Library, kind: str, ids: Iterable[str]) -> str:
    return LINES.join(link(library, kind, one) for one in ids)


def _labels(words: Iterable[Word]) -> str:
    return "・".join(word.label for word in words)
