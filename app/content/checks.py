"""What is wrong with the handbook's texts, found without any company: the heads here, the bodies in body_checks.

The reader (app/content/library.py) names what it cannot read; this names what reads well and is still wrong: ids of things
that are not there, a measure in a cell that does not exist, figures that nobody has checked.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from pathlib import Path
from string import Formatter

from app import frontmatter
from app.content import body_checks, library
from app.content.facts import ORIGIN
from app.content.reading import Mark
from app.domain.advice.because import WORDS
from app.domain.advice.coverage import applies
from app.domain.advice.requirements import FILLED
from app.domain.handbook.contents import CHAPTERS
from app.domain.handbook.library import (
    DEPARTMENTS,
    ENTRY_KINDS,
    LINKED,
    WORRIES,
    Case,
    Checklist,
    Contact,
    Entry,
    Library,
    Measure,
    Month,
    Proof,
    Role,
    Rule,
    Statistic,
    Step,
    Trade,
    TypicalAsset,
    Worry,
)
from app.domain.proof import Fact
from app.domain.words import Basis, Effect, Purpose, Route, Trait
from app.frontmatter import Fault

SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")
TITLE = 30
TITLES = {"measures": 24, "steps": 20, "terms": 20, "assets": 20, "roles": 12, "worries": 20}
POSTER = 14
STARTERS = 4
LONGEST = 600
"""Minutes a month; beyond that it is no measure but somebody's work."""
UNKNOWN = Mark("", Basis.SEED)
"""The mark of a file whose head is faulty: nothing follows from it."""
SENTENCES = ("trigger", "method", "outcome", "answers", "rows", "items", "speaks", "objection")
"""Keys whose text is told as fact."""

Ids = Mapping[str, Set[str]]
Wrong = tuple[str, str]
"""(key of the head, what is wrong)."""


def faults(folder: Path, forms: Set[str]) -> list[Fault]:
    """Every fault under `folder`; `forms` are the ids of the forms that exist."""
    entries, found = library.read(folder)
    ids = {link: {path.stem for path in (folder / kind).glob("*.md")} for link, kind in LINKED.items()}
    ids["form"] = set(forms)
    for path in sorted(folder.glob("*/*.md")):
        found += _file(path, f"{folder.name}/{path.parent.name}/{path.name}", entries, ids)
    found += _doubles(entries, folder.name)
    return sorted(found, key=lambda fault: (fault.file, fault.line))


def _file(path: Path, name: str, entries: Library, ids: Ids) -> Iterator[Fault]:
    kind = path.parent.name
    if kind not in ENTRY_KINDS:
        yield Fault(name, 0, f"フォルダ「{kind}」を、まもり帳は知りません")
        return
    if not SLUG.match(path.stem):
        yield Fault(name, 0, "ファイルの名前は、半角の小文字・数字と - だけにします")
    head = frontmatter.read(path, name)
    entry: Entry | None = getattr(entries, kind).get(path.stem)
    if entry is not None:
        yield from (Fault(name, head.lines.get(key, 1), what) for key, what in _head(kind, entry, ids))
    mark = Mark(entry.source, entry.basis) if entry else UNKNOWN
    lines = frontmatter.body(path, head).splitlines()
    yield from body_checks.faults(lines, head.body_line, name, kind, mark, ids)


def _head(kind: str, entry: Entry, ids: Ids) -> Iterator[Wrong]:
    limit = TITLES.get(kind, TITLE)
    if len(entry.title) > limit:
        yield "title", f"題が{len(entry.title)}字あります。{limit}字までにします"
    if entry.basis is Basis.RECALLED:
        yield from _figures(entry)
    match entry:
        case Measure():
            yield from _measure(entry, ids)
        case Rule():
            yield from _rule(entry, ids)
        case Proof():
            yield from _proof(entry, ids)
        case Case():
            yield from _missing("measures", entry.measures, ids["measure"], "対策")
        case Worry():
            yield from _worry(entry, ids)
        case Checklist():
            measures = [item.partition("|")[2].strip() for item in entry.items]
            yield from _missing("items", filter(None, measures), ids["measure"], "対策")
        case Role():
            for line in entry.suits:
                words, _, why = line.partition("|")
                if not words.strip() or not why.strip().endswith("。"):
                    yield "suits", f"「{line}」は「言葉 〜言葉 | なぜ（一文）」の形にします"
        case Trade():
            yield from _missing("assets", entry.assets, ids["asset"], "よくある情報")
        case Month():
            yield from _missing("measures", entry.measures, ids["measure"], "対策")
            if not 1 <= entry.month <= 12:
                yield "month", "1〜12 にします"
        case Step() if entry.chapter not in CHAPTERS:
            yield "chapter", f"章「{entry.chapter}」はありません"
        case TypicalAsset():
            yield from _asset(entry)
        case Contact() if entry.phone and not entry.as_of:
            yield "phone", "電話番号には、確かめた時（as_of）を付けます"
        case Statistic() if any("|" not in row for row in entry.rows):
            yield "rows", "行は「項目 | 値」と書きます"


def _measure(measure: Measure, ids: Ids) -> Iterator[Wrong]:
    cell = f"{'ERPO'[list(Route).index(measure.route)]}-{list(Purpose).index(measure.purpose) + 1}-"
    if not re.fullmatch(rf"{cell}[a-z]", measure.code):
        yield "code", f"番号「{measure.code}」が、ルートと目的に合いません（{cell}a のように書きます）"
    if not applies(measure.route, measure.purpose):
        yield "purpose", "外部者には、信頼関係の対策はありません"
    if measure.purpose in measure.also:
        yield "also", "主な目的と同じものがあります"
    if measure.origin not in ORIGIN:
        yield "origin", f"「{measure.origin}」は {' か '.join(ORIGIN)} にします"
    if not 0 <= measure.starter <= STARTERS:
        yield "starter", f"1〜{STARTERS} にします"
    if len(measure.poster) > POSTER:
        yield "poster", f"掲示の言葉が{len(measure.poster)}字あります。{POSTER}字までにします"
    if not 1 <= measure.minutes <= LONGEST:
        yield "minutes", f"1〜{LONGEST} にします"
    if not set(measure.guards) <= {Trait.OUT, Trait.ENTRUSTED}:
        yield "guards", "out か entrusted にします"
    yield from _missing("role", [measure.role], ids["role"], "役")
    if measure.id in measure.needs:
        yield "needs", "自分自身を先に要る対策にはできません"
    yield from _missing("needs", measure.needs, ids["measure"], "対策")
    yield from _missing("forms", measure.forms, ids["form"], "様式")


def _rule(rule: Rule, ids: Ids) -> Iterator[Wrong]:
    """A rule that touches nothing in particular, weighs nothing, or says nothing of what it decides, is a slip."""
    yield from _missing("measures", rule.measures, ids["measure"], "対策")
    if not (rule.measures or rule.purposes):
        yield "measures", "どの対策の話か（measures か purposes）を書きます"
    if rule.effect is Effect.RAISE and rule.percent <= 100:
        yield "percent", "先にする決まりの percent は、100より大きくします"
    if rule.effect is Effect.LOWER and not 0 < rule.percent < 100:
        yield "percent", "後にする決まりの percent は、1〜99 にします"
    if rule.effect in (Effect.DEMAND, Effect.FORBID) and not rule.reason:
        yield "reason", "必ず入れる決まりと勧めない決まりには、理由を書きます"
    yield from _filled("reason", rule.reason, WORDS)


def _proof(proof: Proof, ids: Ids) -> Iterator[Wrong]:
    """A fact that says nothing either way, or an objection without a way out, is a slip."""
    yield from _missing("measures", proof.measures, ids["measure"], "対策")
    yield from _missing("forms", proof.forms, ids["form"], "様式")
    if bool(proof.measures) != (proof.fact is Fact.MEASURE):
        yield "measures", "fact が measure の時だけ、どの対策か（measures）を書きます"
    if bool(proof.forms) != (proof.fact is Fact.PAPER):
        yield "forms", "fact が paper の時だけ、どの書類か（forms）を書きます"
    if not (proof.speaks or proof.objection):
        yield "speaks", "ある時の文（speaks）か、ない時の文（objection）を書きます"
    if proof.objection and not (proof.step and proof.page):
        yield "step", "ない時の文には、次の一歩（step と page）を書きます"
    yield from _filled("speaks", proof.speaks, FILLED)
    yield from _filled("objection", proof.objection, FILLED)


def _filled(key: str, sentence: str, words: Sequence[str]) -> Iterator[Wrong]:
    """Only these words are put into the { } of a sentence."""
    try:
        named = {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}
    except ValueError:
        yield key, "{ } が閉じていません"
        return
    for name in sorted(named - set(words)):
        yield key, f"{{{name}}} という言葉は入りません（入るのは {' '.join(words)}）"


def _asset(asset: TypicalAsset) -> Iterator[Wrong]:
    if asset.department not in DEPARTMENTS:
        yield "department", f"部門「{asset.department}」は一覧にありません"
    for key in ("value", "loss", "rival", "trust"):
        if not 0 <= getattr(asset, key) <= 3:
            yield key, "0〜3 にします"


def _worry(worry: Worry, ids: Ids) -> Iterator[Wrong]:
    if worry.group not in WORRIES:
        yield "group", f"組「{worry.group}」は一覧にありません"
    kind, _, page = worry.page.partition(":")
    known = {kind: ids[link] for link, kind in LINKED.items()}
    if page not in known.get(kind, ()):
        yield "page", f"ページ「{worry.page}」がありません（steps:id のように書きます）"
    yield from _missing("cases", worry.cases, ids["case"], "事例")
    yield from _missing("measures", worry.measures, ids["measure"], "対策")


def _missing(key: str, named: Iterable[str], known: Set[str], what: str) -> Iterator[Wrong]:
    for one in named:
        if one not in known:
            yield key, f"{what}「{one}」がありません"


def _figures(entry: Entry) -> Iterator[Wrong]:
    for key in SENTENCES:
        text = getattr(entry, key, "")
        for sentence in text if isinstance(text, list) else [text]:
            if figure := body_checks.figure(sentence):
                yield key, body_checks.unchecked(figure)


def _doubles(entries: Library, folder: str) -> Iterator[Fault]:
    """What only one may have: a code, a place among the first four, a place in a chapter or a group of worries, a month."""
    measures, steps = entries.measures.values(), entries.steps.values()
    for kind, what, owned in (
        ("measures", "番号", [(m.code, m.id) for m in measures]),
        ("measures", "starter", [(str(m.starter), m.id) for m in measures if m.starter]),
        ("steps", "章と順番", [(f"{s.chapter} {s.order}", s.id) for s in steps]),
        ("worries", "組と順番", [(f"{w.group} {w.order}", w.id) for w in entries.worries.values()]),
        ("calendar", "月", [(str(m.month), m.id) for m in entries.calendar.values()]),
    ):
        count = Counter(value for value, _ in owned)
        for value, entry_id in owned:
            if count[value] > 1:
                yield Fault(f"{folder}/{kind}/{entry_id}.md", 0, f"{what}「{value}」が、ほかのファイルにもあります")
