"""The lists of A, B and C and those of 台帳と設定 on paper as they stand on the screen: the rows that are shown, in their order.

No form and nothing to answer: a sheet to take to a talk. It has the mark of the papers that list secrets, for it says where they are.
What may tell of something unlawful stands on none of them; they only say how many there are.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.documents.tables import HAND
from app.documents.tree import Block, Column, PaperKind, Prose, Table, Text
from app.documents.tree import Document as Document
from app.domain import dates
from app.domain.advice import balance
from app.domain.advice.agenda import Agenda
from app.domain.advice.coverage import Cell
from app.domain.advice.evaluation import suggest
from app.domain.advice.recommendation import Advice
from app.domain.columns import lists as list_fields
from app.domain.columns.asset import BY_KEY
from app.domain.columns.lists import List, ListField
from app.domain.days.seals import Seal
from app.domain.forms.facts import level_shown
from app.domain.handbook.library import Library, Measure
from app.domain.ledger.company import Company
from app.domain.ledger.records import Asset
from app.domain.ledger.unlawful import held_back
from app.domain.words import Level

GUESS = "（仮）"
LONG = {"asset", "partner", "address", "note"}
WIDE, NARROW = {"name", "places", "readers", "note", "kind"}, {"media", "personal", "export", "owner"}
DECISIONS = (
    Column("番号", 5, "right"),
    Column("情報の名前", 29),
    Column("部門", 12),
    Column("まもり帳の提案", 11, "center"),
    Column("決めた区分", 11, "center"),
    Column("決めた日", 12),
    Column("理由", 20),
)
MEASURES = (
    Column("番号", 5, "right"),
    Column("漏れる道", 11),
    Column("目的", 13),
    Column("対策", 33),
    Column("手間", 8),
    Column("決めたこと", 9),
    Column("担当する人", 11),
    Column("いつまで", 10),
)
PLAN = (
    Column("済んだ", 6, "center"),
    Column("始める時期", 12),
    Column("対策", 38),
    Column("手間の目安", 14),
    Column("担当する人", 16),
    Column("いつまで", 14),
)
BOX = "□"


@dataclass(frozen=True)
class Shown:
    """What the owner sees: the ids in their order, and in words what leaves some of them out ("" where all are shown)."""

    ids: Sequence[str]
    picked: str = ""


def inventory(company: Company, shown: Shown, keys: Sequence[str]) -> Document:
    """洗い出し表 with these columns. What is not confirmed yet says so."""
    keys = [key for key in keys if key != "unlawful"]  # a question to the owner alone
    columns = (Column("番号", 4, "right"), *_columns(keys))
    numbers = {asset.id: str(number) for number, asset in enumerate(company.listed, 1)}
    rows = [(numbers[a], *(_cell(company, company.assets[a], key) for key in keys)) for a in _named(company, shown)]
    return sheet(company, "洗い出し表", shown, len(company.assets), Table("", "", columns, tuple(rows)))


def records(company: Company, what: List) -> Document:
    """A small list: 人, 部門, 取引先, 社外に渡してあるもの. What is said beside a value stands there too."""
    weights = [1.6 if field.key in LONG else 1.0 for field in what.fields]
    columns = [Column(field.label, 96 * w / sum(weights)) for field, w in zip(what.fields, weights, strict=True)]
    listed = list_fields.rows(company, what.kind)
    cells = [[_said(company, row, field) for field in what.fields] for row in listed]
    rows = tuple((str(number), *words) for number, words in enumerate(cells, 1))
    table = Table("", "", (Column("番号", 4, "right"), *columns), rows)
    return sheet(company, f"{what.row}の一覧", Shown([row.id for row in listed]), len(listed), table)


def _said(company: Company, row: Any, field: ListField) -> str:
    words, aside = field.text(company, row), field.aside(company, row)
    return f"{words}（{aside}）" if aside else words


def decisions(company: Company, shown: Shown) -> Document:
    """秘密の一覧. A row that is not decided on is high enough to write the decision in."""
    named = _named(company, shown)
    rows = [_decision(company, number, company.assets[asset]) for number, asset in enumerate(named, 1)]
    heights = tuple(0 if asset in company.decisions else HAND for asset in named)
    table = Table("", "", DECISIONS, tuple(rows), heights=heights)
    return sheet(company, "秘密の一覧", shown, len(company.assets), table)


def on_the_map(
    company: Company, library: Library, advice: Mapping[str, Advice], cells: Iterable[Cell]
) -> list[tuple[Cell, Measure]]:
    """The measures of the map, cell by cell: those that are suggested and those that the owner has answered."""
    return [
        (cell, measure)
        for cell in cells
        for measure in balance.in_order(library, advice, cell)
        if advice[measure.id].suggested or measure.id in company.choices
    ]


def measures(company: Company, rows: Sequence[tuple[Cell, Measure]], picked: str = "") -> Document:
    """対策の一覧."""
    table = Table(
        "", "", MEASURES, tuple(_measure(company, number, cell, m) for number, (cell, m) in enumerate(rows, 1))
    )
    return sheet(company, "対策の一覧", Shown([m.id for _, m in rows], picked), len(rows), table)


def _named(company: Company, shown: Shown) -> list[str]:
    """Those that a paper may name."""
    return [asset for asset in shown.ids if not held_back(company, company.assets[asset])]


def plan(company: Company, library: Library, advice: Mapping[str, Advice], agenda: Agenda) -> Document | None:
    """対策の計画: what is being seen to, then stage by stage what is to be begun, with a box to tick; None where there is nothing."""
    rows = [_planned(company, library.measures[one], "取りかかり中", *_agreed(company, one)) for one in agenda.begun]
    for stage, measures in agenda.stages:
        rows += [
            _planned(company, library.measures[one], stage.label, advice[one].who, advice[one].due) for one in measures
        ]
    titles = [row[2] for row in rows]
    return sheet(company, "対策の計画", Shown(titles), len(rows), Table("", "", PLAN, tuple(rows))) if rows else None


def _agreed(company: Company, measure: str) -> tuple[str, str]:
    choice = company.choices[measure]
    return choice.who, choice.due


def _planned(company: Company, measure: Measure, when: str, who: str, due: str) -> tuple[str, ...]:
    return (
        BOX,
        when,
        measure.title,
        f"{measure.effort.label}（月{measure.minutes}分）",
        company.person_name(who),
        _day(company, due),
    )


def booklet(company: Company, found: Sequence[Seal]) -> Document:
    """証拠の貯金, the newest first."""
    rows = tuple((_day(company, seal.day), seal.kind.label, seal.text) for seal in found)
    columns = (Column("日付", 16), Column("したこと", 18), Column("内容", 66))
    return sheet(company, "証拠の貯金", Shown([seal.text for seal in found]), len(rows), Table("", "", columns, rows))


def sheet(company: Company, title: str, shown: Shown, whole: int, table: Table) -> Document:
    """A table as a paper of its own: how many of how many, and of which day."""
    level = level_shown(company, Level.SECRET)
    unnamed = len(shown.ids) - len(table.rows)
    also = (Prose((Text(f"ほかに、先に確かめる情報が{unnamed}件あります。"),)),) if unnamed else ()
    whole -= unnamed
    count = f"{whole}件" if len(table.rows) == whole else f"{whole}件のうち{len(table.rows)}件"
    words = f"{count}（{shown.picked}）" if shown.picked and not unnamed else count  # what was looked for may be a name
    return register(company, title, level, [Prose((Text(words),)), *also, *([table] if table.rows else [])])


def register(company: Company, title: str, level: Level | None, blocks: Iterable[Block]) -> Document:
    """A list that lies on its side and says of which day it is; no form, and nothing to answer. `level` is the mark that it bears."""
    return Document(
        form="",
        kind=PaperKind.REGISTER,
        title=title,
        company=company.profile.name,
        head_left=company.level_name(level) if level else "",
        level=level or "",
        head_right=f"{dates.written(company.day, company.profile.western_dates)}現在",
        foot=company.profile.name,
        landscape=True,
        blocks=tuple(blocks),
    )


def _columns(keys: Sequence[str]) -> list[Column]:
    """As wide as their words usually are; together what the number leaves."""
    weights = {key: 2.4 if key in WIDE else 1 if key in NARROW else 1.5 for key in keys}
    whole = sum(weights.values())
    return [Column(BY_KEY[key].label, 96 * weights[key] / whole) for key in keys]


def _cell(company: Company, asset: Asset, key: str) -> str:
    words = BY_KEY[key].text(company, asset)
    return f"{words}{GUESS}" if words and key in asset.guesses else words


def _decision(company: Company, number: int, asset: Asset) -> tuple[str, ...]:
    decision = company.decisions.get(asset.id)
    level = company.of(asset.id, suggest).level
    return (
        str(number),
        asset.name,
        BY_KEY["department"].text(company, asset),
        company.level_name(level) if level else "",
        company.level_name(decision.level) if decision else "",
        _day(company, decision.on) if decision else "",
        decision.reason if decision else "",
    )


def _measure(company: Company, number: int, cell: Cell, measure: Measure) -> tuple[str, ...]:
    choice = company.choices.get(measure.id)
    return (
        str(number),
        cell.route.label,
        cell.purpose.plain,
        measure.title,
        measure.effort.label,
        choice.state.label if choice else "まだ",
        company.person_name(choice.who) if choice else "",
        _day(company, choice.due) if choice else "",
    )


def _day(company: Company, iso: str) -> str:
    return dates.written(iso, company.profile.western_dates)
