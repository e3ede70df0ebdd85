"""What is wrong with the forms, found without any company.

The reader (app/content/forms.py) names lines that it does not understand; this names what is well written and still wrong: unknown
names, doubled ids, typed numbers, doubled subjects, choices without their alternatives, and references whose target may be missing. The last is
proved over every combination of conditions, not tried on some.
"""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date

from app.documents.checks import questions, signing, summaries, wording
from app.documents.checks.said_twice import said_twice
from app.documents.numbering import KANA
from app.documents.tables import CHART, COLUMNS
from app.documents.typed_numbers import typed_number
from app.domain.forms.body import (
    ABOVE,
    FormArticle,
    FormChapter,
    FormGrid,
    FormHeading,
    FormItem,
    FormParagraph,
    FormProse,
    FormSection,
    FormTable,
    Part,
    RefSlot,
    SectionKind,
    ValueSlot,
    Words,
    children,
    existence,
    pieces_of,
)
from app.domain.forms.conditions import ALWAYS, NEVER, All, Any, Condition, Not, Tag, counterexample, names
from app.domain.forms.facts import FOR_PARTNER, OF_PERSON, VALUES
from app.domain.forms.form import Form
from app.domain.forms.tables_of_one import ROWS_OF_PARTNER, ROWS_OF_PERSON
from app.domain.ledger.company import Company
from app.domain.ledger.seats import seats
from app.domain.ledger.size import OF_FIRM
from app.domain.words import Circumstance, Level
from app.frontmatter import Fault

LEVELS = tuple(f"level:{level}" for level in Level if level.rank)
SOME_LEVEL = Any(tuple(Tag(level) for level in LEVELS))
"""What is the case in every company: it uses at least one level."""
ROLES = tuple(seat.key for seat in seats(Company(on=date.min)))


def faults(forms: Mapping[str, Form], measures: Set[str], folder: str = "forms") -> list[Fault]:
    """Every fault of every form; `measures` are the ids that exist."""
    known = {f"measure:{measure}" for measure in measures}
    known |= {f"circumstance:{fact}" for fact in Circumstance}
    known |= set(LEVELS)
    known |= {f"role:{role}" for role in ROLES} | set(OF_FIRM)
    found = [fault for form in forms.values() for fault in _Check(form, known, f"{folder}/{form.id}.md").faults()]
    found += questions.faults(forms, folder) + summaries.faults(forms, folder)
    found += signing.faults(forms, folder)
    if not found:  # only a sound form can be made into papers
        found += wording.faults(forms, known - set(LEVELS) | {FOR_PARTNER, *OF_PERSON}, LEVELS, folder)
    return found


@dataclass(frozen=True)
class _Found:
    """A part, the whole condition of its being there, the brothers before it, and whether a reference can name it."""

    part: Part
    there: Condition
    before: tuple[Condition, ...]
    citable: bool


def _look(parts: Iterable[Part], above: Condition = ALWAYS, in_article: bool = False) -> Iterator[_Found]:
    """Every part in reading order. A reference can name articles with their 項 and 号, and annexes."""
    before: list[Condition] = []
    for part in parts:
        there = All((above, existence(part)))
        article = in_article or isinstance(part, FormArticle)
        annex = isinstance(part, FormSection) and part.kind is SectionKind.ANNEX
        yield _Found(part, there, tuple(before), article or annex)
        before.append(there)
        yield from _look(children(part), there, article)


class _Check:
    """The faults of one form."""

    def __init__(self, form: Form, known: Set[str], file: str) -> None:
        self.form = form
        self.file = file
        self.groups = [group.tags for group in form.choices]
        self.tags = set(known) | {tag for tags in self.groups for tag in tags}
        self.tags |= {FOR_PARTNER} if form.per == "either" else set()
        self.tags |= set(OF_PERSON) if form.per == "person" else set()
        self.values = set(VALUES) | {question.name for question in form.ask}
        self.found = list(_look(form.parts))
        self.places: dict[str, list[Condition]] = {}
        for one in self.found:
            if one.citable and one.part.id:
                self.places.setdefault(one.part.id, []).append(one.there)

    def faults(self) -> Iterator[Fault]:
        """Head first, then the body from top to bottom."""
        yield from self._head()
        yield from self._choices()
        for found in self.found:
            yield from self._part(found)
        yield from self._chapters()
        yield from self._doubled()
        yield from self._alternatives()
        yield from self._essential()

    def _fault(self, line: int, what: str) -> Fault:
        return Fault(self.file, line, what)

    def _case(self, premise: Condition, conclusion: Condition) -> frozenset[str] | None:
        """A company for which the premise holds and the conclusion does not: the tags that matter, None when there is none."""
        case = counterexample(All((SOME_LEVEL, premise)), conclusion, self.groups)
        return None if case is None else case & {*names(premise), *names(conclusion)}

    def _head(self) -> Iterator[Fault]:
        asked = [question.name for question in self.form.ask]
        for name in sorted(set(asked)):
            if name in VALUES:
                yield self._fault(0, f"「{name}」は台帳が知っている値なので、ask で聞けません")
            if asked.count(name) > 1:
                yield self._fault(0, f"ask に「{name}」が二度あります")
        for key, condition in (("landscape", self.form.landscape), ("stamp-box", self.form.stamp_box)):
            for tag in names(condition):
                if tag not in self.tags:
                    yield self._fault(0, f"{key} の「{tag}」という印はありません{_hint(tag)}")
        questions = (text for question in self.form.ask for text in (question.text, question.use))
        for text in (
            self.form.title,
            self.form.paper_title,
            self.form.use,
            *(one.text for one in (*self.form.cautions, *self.form.on_paper)),
            *questions,
        ):
            if typed := typed_number(text):
                yield self._fault(0, f"頭に「{typed}」と書いてあります。番号は動くので、言葉で書いてください")

    def _choices(self) -> Iterator[Fault]:
        group_names = [group.name for group in self.form.choices]
        used = {tag for found in self.found for tag in names(found.part.when)}
        for group in self.form.choices:
            if group_names.count(group.name) > 1:
                yield self._fault(0, f"choices に「{group.name}」が二度あります")
            if not (used & set(group.tags) or self.form.summary_of):
                yield self._fault(0, f"選び方「{group.name}」が、本文のどこにも使われていません")

    def _part(self, found: _Found) -> Iterator[Fault]:
        part = found.part
        for tag in names(part.when):
            if tag not in self.tags:
                yield self._fault(part.line, f"when の「{tag}」という印はありません{_hint(tag)}")
        if part.when != ALWAYS and self._case(found.there, NEVER) is None:
            yield self._fault(part.line, "when の条件が、どんな会社でもそろいません（決して残らない文です）")
        if isinstance(part, FormTable):
            yield from self._table(part)
        if isinstance(part, FormParagraph | FormProse) and part.items:
            yield from self._list(found.there, part)
        if isinstance(part, FormItem) and len(part.items) > len(KANA):
            yield self._fault(part.line, f"細号は{len(KANA)}個までです")
        for text in _texts(part):
            if typed := typed_number(text):
                yield self._fault(
                    part.line,
                    f"「{typed}」と手で打ってあります。{{{{ ref:id }}}} にしてください（法律の名前に続くときは別です）",
                )
            if twice := said_twice(text):
                yield self._fault(part.line, f"一つの文に「{twice}」が二度あります")
        for piece in pieces_of(part):
            if isinstance(piece, ValueSlot) and piece.name not in self.values:
                yield self._fault(
                    part.line, f"値「{piece.name}」はありません（forms/README.md の一覧か、頭の ask にある名前だけ）"
                )
            elif isinstance(piece, RefSlot):
                yield from self._reference(found, piece)

    def _list(self, there: Condition, part: FormParagraph | FormProse) -> Iterator[Fault]:
        """A list announces several; where one 号 may be left, the 項 says how it reads then."""
        alone = part.alone if isinstance(part, FormParagraph) else ()
        case = self._one_left(there, part.items)
        if case is not None and not alone:
            what = f"号が一つだけ残る場合があります：{_when(case)}。alone で、そのときの一文を書いてください"
            yield self._fault(part.line, what)
        elif case is None and alone:
            yield self._fault(part.line, "号が一つだけ残ることはないので、alone は要りません")
        for item in part.items if alone else ():
            if item.items or (item.id and part.id):
                yield self._fault(item.line, "alone のある項の号には、細号も、項と別の id も付けられません")

    def _one_left(self, there: Condition, items: tuple[FormItem, ...]) -> frozenset[str] | None:
        """A company for which a single 号 is left, None when there is none."""
        for item in items:
            others = tuple(Not(existence(other)) for other in items if other is not item)
            if (case := self._case(All((there, existence(item), *others)), NEVER)) is not None:
                return case
        return None

    def _table(self, table: FormTable) -> Iterator[Fault]:
        if table.name not in (*COLUMNS, CHART):
            yield self._fault(table.line, f"表「{table.name}」はありません（{'・'.join((*COLUMNS, CHART))}）")
        if table.name == CHART and table.to_write:
            yield self._fault(table.line, f"「{CHART}」は図になるので、段の数は書けません")
        for per, rows in (("person", ROWS_OF_PERSON), ("partner", ROWS_OF_PARTNER)):
            if table.name in rows and self.form.per not in (per, "either"):
                yield self._fault(table.line, f"表「{table.name}」は、頭に per: {per} のある様式だけに置けます")

    def _reference(self, found: _Found, ref: RefSlot) -> Iterator[Fault]:
        """The proof: wherever this part is there, its target is there too."""
        line = found.part.line
        if ref.target == ABOVE:
            if self._case(found.there, Any(found.before)) is not None:
                yield self._fault(line, "ref:above の前に、いつも残る項や号がありません")
        elif ref.target not in self.places:
            yield self._fault(
                line, f"参照先「{ref.target}」がありません（指せるのは、id の付いた条・項・号・別紙です）"
            )
        else:
            case = self._case(found.there, Any(tuple(self.places[ref.target])))
            if case is not None:
                yield self._fault(line, f"参照先「{ref.target}」が消える場合があります：{_when(case)}")

    def _chapters(self) -> Iterator[Fault]:
        empty: FormChapter | None = None
        for part in (*self.form.parts, FormChapter(title="")):
            if isinstance(part, FormChapter):
                if empty:
                    yield self._fault(empty.line, f"章「{empty.title}」に条がありません")
                empty = part
            elif isinstance(part, FormArticle):
                empty = None

    def _doubled(self) -> Iterator[Fault]:
        """One id names one part, or alternatives of which no two are there together."""
        seen: dict[str, list[_Found]] = {}
        for found in self.found:
            if found.part.id == ABOVE:
                yield self._fault(found.part.line, "id「above」は使えません（ref:above のための言葉です）")
            for other in seen.get(found.part.id, []) if found.part.id else []:
                if self._case(All((found.there, other.there)), NEVER) is not None:
                    yield self._fault(found.part.line, f"id「{found.part.id}」が{other.part.line}行と重なっています")
            seen.setdefault(found.part.id, []).append(found)

    def _alternatives(self) -> Iterator[Fault]:
        """Articles that share an id: every option of the choice between them has its text."""
        shared: dict[str, list[FormArticle]] = {}
        for part in self.form.parts:
            if isinstance(part, FormArticle) and part.id:
                shared.setdefault(part.id, []).append(part)
        for article_id, articles in shared.items():
            used = {tag for article in articles for tag in names(article.when)} if len(articles) > 1 else set()
            for group in self.groups:
                missing = [tag for tag in group if tag not in used]
                if used & set(group) and missing:
                    what = f"条「{article_id}」に、「{missing[0]}」のときの文がありません"
                    yield self._fault(articles[0].line, what)

    def _essential(self) -> Iterator[Fault]:
        """What nobody can take out of the paper is there for every company."""
        for found in self.found:
            if isinstance(found.part, FormArticle) and found.part.essential:
                there = Any(tuple(self.places.get(found.part.id, [found.there])))
                if self._case(ALWAYS, there) is not None:
                    yield self._fault(found.part.line, "essential の条が、消える場合があります")


def _texts(part: Part) -> Iterator[str]:
    """The words of a part; a slot stands as □, so that 第{{ number }}条 is not taken for a typed number."""
    yield "".join(piece.text if isinstance(piece, Words) else "□" for piece in pieces_of(part))
    match part:
        case (
            FormArticle(caption=title) | FormChapter(title=title) | FormHeading(title=title) | FormSection(title=title)
        ):
            yield title
        case FormGrid(caption=caption, columns=columns):
            yield from (caption, *(title for title, _ in columns))


def _hint(tag: str) -> str:
    kind, _, _ = tag.partition(":")
    return {
        "measure": "（対策の id は handbook_content/measures のファイル名です）",
        "circumstance": f"（{'・'.join(Circumstance)}）",
        "level": f"（{'・'.join(level for level in Level if level.rank)}）",
        "role": f"（{'・'.join(ROLES)}）",
        "choice": "（頭の choices にある名前と印だけです）",
        "person": f"（{'・'.join(OF_PERSON)} だけ、頭に per: person のある様式だけです）",
        "firm": f"（{'・'.join(OF_FIRM)}）",
        "for": f"（{FOR_PARTNER} だけ、頭に per: either のある様式だけです）",
    }[kind]


def _when(case: frozenset[str]) -> str:
    return f"{'、'.join(sorted(case))} のとき" if case else "どの印もないとき"
