"""改定: whoever has version n of a paper and its 新旧対照表 can write version n+1, whatever the company did in between.

The table is applied here by its printed words alone, not by the code that made it.
"""

import re
from collections import deque
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.documents import plain
from app.documents.revision.changes import Nature, Revision, apply, compare, duties_changed
from app.documents.revision.comparison import comparison_table
from app.documents.tree import Article, Block, Chart, Document, Heading, Prose, Ref, Signature, Table, Text, inlines_of
from app.domain.ledger.company import Company
from app.domain.ledger.records import Answer, Person
from tests.documents import samples
from tests.documents.small_company import paper
from tests.documents.test_any_company import FORMS, companies
from tests.firms import asset

SHORT, ROWS = re.compile(r"(\S+)　（略）"), re.compile(r"（(\d+)行　略）")
NAMES = ["会社", "株式会社髙﨑製作所", "A&B<精密>製作所", "葛\U000e0100城𠮷工業"]


@st.composite
def firms(draw: st.DrawFn) -> Company:
    """Any company, with a name, some assets for the registers, and answers."""
    company = draw(companies())
    profile = replace(company.profile, name=draw(st.sampled_from(NAMES)), western_dates=draw(st.booleans()))
    assets = [row for n in range(draw(st.integers(0, 6))) for row in asset(f"図面{n * n}", id=f"a{n}")]
    answers = [Answer(id="effective-date", value=draw(st.sampled_from(["", "2026-12-01", "2027-04-01"])))]
    return company.after([profile, *assets, *answers, Person(id="p1", name=draw(st.sampled_from(["", "髙﨑 健"])))])


PAIRS = (firms(), firms(), st.sampled_from(FORMS))


@given(*PAIRS)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_old_paper_and_table_give_the_new_paper(old: Company, new: Company, form: str) -> None:
    check(paper(old, form, person="p1"), paper(new, form, person="p1"))


@pytest.mark.long
@given(*PAIRS)
@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_five_hundred_pairs(old: Company, new: Company, form: str) -> None:
    check(paper(old, form, person="p1"), paper(new, form, person="p1"))


@pytest.mark.parametrize("one", samples.ALL)
@pytest.mark.parametrize("other", samples.ALL)
def test_even_papers_that_have_nothing_in_common(one, other) -> None:
    check(one(), other())


def check(old: Document, new: Document) -> None:
    revision = compare(old, new)
    assert apply(old, revision) == new
    assert applied(old, comparison_table(revision, "対照表")) == [written(block) for block in new.blocks]


# what became of each block ---------------------------------------------------------------------------------


@given(*PAIRS)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_duty_changes_with_its_words_and_not_with_its_number(old: Company, new: Company, form: str) -> None:
    before, after = (duties(paper(company, form, person="p1")) for company in (old, new))
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    told = duties_changed(paper(old, form, person="p1"), paper(new, form, person="p1"))
    assert sorted(told) == sorted((before | after)[name][0] for name in changed)


def duties(document: Document) -> dict[str, tuple[str, ...]]:
    """Of each article its caption, and its words with the target of every reference in place of its number."""
    return {
        article.id: (
            article.caption.strip("（）"),
            *(f"→{piece.target}" if isinstance(piece, Ref) else piece.text for piece in inlines_of(article)),
            *(str(len(paragraph.items)) for paragraph in article.paragraphs),
        )
        for article in document.articles()
    }


def natures(old: Document, new: Document) -> list[Nature]:
    return [change.nature for change in compare(old, new).changes]


def test_only_renumbered_words_are_told_from_changed_ones() -> None:
    rules = samples.regulation()
    first, second = list(rules.articles())[:2]
    without = replace(rules, blocks=tuple(block for block in rules.blocks if block is not first))
    moved = replace(second, number=1, label="第1条")
    without = replace(without, blocks=tuple(moved if block is second else block for block in without.blocks))
    assert set(natures(rules, without)) == {Nature.SAME, Nature.REMOVED, Nature.RENUMBERED}
    assert duties_changed(rules, without) == (first.caption.strip("（）"),)


def test_words_outside_the_articles_are_reworded_where_they_stand() -> None:
    rules = samples.regulation()
    *_, last = (block for block in rules.blocks if isinstance(block, Prose))
    later = replace(last, inlines=(Text("この規程は、令和9年4月1日から施行する。"),))
    new = replace(rules, blocks=tuple(later if block is last else block for block in rules.blocks))
    assert [(c.before, c.after) for c in compare(rules, new).reworded] == [(last, later)]
    assert duties_changed(rules, new) == ()


@pytest.mark.parametrize(
    ("target", "rows"),
    [
        ("a2", [("第2条から第3条まで　（略）", "第3条から第4条まで　（略）", "番号の変更")]),
        (
            "other",
            [
                ("第2条　（略）", "第3条　（略）", "番号の変更"),
                ("（罰）\n第3条　第1条のとおりとする。", "（罰）\n第4条　第1条のとおりとする。", "引く先の変更"),
            ],
        ),
    ],
)
def test_what_refers_to_another_article_now_is_never_one_of_those_that_only_moved_on(
    target: str, rows: list[tuple[str, ...]]
) -> None:
    def article(name: str, caption: str, number: int, leads_to: str) -> Article:
        said = samples.paragraph(f"{name}-1", 1, Ref(leads_to, "第1条"), "のとおりとする。")
        return replace(samples.article(number, caption, said), id=name)

    first = article("a1", "目的", 1, "a1")
    moved = [article("a3", "教育", 2, "a2"), article("a4", "罰", 3, target)]
    before = [first, article("a2", "定義", 2, "a2"), article("a3", "教育", 3, "a2"), article("a4", "罰", 4, "a2")]
    old, new = (replace(samples.regulation(), blocks=tuple(blocks)) for blocks in (before, [first, *moved]))
    table = comparison_table(compare(old, new), "対照表").blocks[1]
    assert isinstance(table, Table)
    assert list(table.rows[2:]) == rows


def test_a_reference_that_reads_alike_but_leads_elsewhere_is_written_out_on_both_sides() -> None:
    def article(number: int, leads_to: str) -> Article:
        said = samples.paragraph("a-1", 1, Ref(leads_to, "第3条"), "のとおりとする。")
        other = samples.paragraph("a-2", 2, "ほかは、同じとする。")
        return replace(samples.article(number, "罰", said, other), id="a")

    def rows(leads_to: str) -> tuple[tuple[str, ...], ...]:
        old, new = (
            replace(samples.regulation(), blocks=(article(n, to),)) for n, to in ((5, "taking-out"), (4, leads_to))
        )
        table = comparison_table(compare(old, new), "対照表").blocks[1]
        assert isinstance(table, Table)
        return table.rows

    after, before = (f"（罰）\n第{n}条　第3条のとおりとする。\n2　（略）" for n in (4, 5))
    assert rows("keeping") == ((after, before, "引く先の変更"),)
    assert rows("taking-out") == (("第4条　（略）", "第5条　（略）", "番号の変更"),)  # the control: it only moved on


def test_a_row_more_in_a_table_is_shown_with_the_others_left_out() -> None:
    register = samples.register()
    tables = [block for block in register.blocks if isinstance(block, Table)]
    more = replace(tables[0], rows=(*tables[0].rows, ("新しい",) * len(tables[0].columns)), heights=())
    new = replace(register, blocks=tuple(more if block is tables[0] else block for block in register.blocks))
    comparison = comparison_table(compare(register, new), "対照表").blocks[1]
    assert isinstance(comparison, Table)
    changed = next(row for row in comparison.rows if row[2] == "変更")
    assert changed[0].split("\n")[-2:] == [
        f"（{len(tables[0].rows)}行　略）",
        "｜".join(["新しい"] * len(more.columns)),
    ]
    assert changed[1].split("\n")[-1] == f"（{len(tables[0].rows)}行　略）"


def test_a_revision_belongs_to_the_version_it_starts_from() -> None:
    revision = compare(samples.regulation(), samples.contract())
    with pytest.raises(ValueError, match="another version"):
        apply(samples.pledge(), revision)
    shorter = Revision(revision.changes[:1], revision.frame)
    with pytest.raises(ValueError, match="before the old version"):
        apply(samples.regulation(), shorter)


def test_what_is_the_same_needs_no_table() -> None:
    comparison = comparison_table(compare(samples.pledge(), samples.pledge()), "対照表")
    assert [written(block) for block in comparison.blocks] == ["改定の前と後で、異なる部分はない。"]


# the table, read as a person reads it ----------------------------------------------------------------------


def applied(old: Document, comparison: Document) -> list[str]:
    """The blocks of the new version as text, from the old version and what the table says."""
    tables = [block for block in comparison.blocks if isinstance(block, Table)]
    if not tables:
        return [written(block) for block in old.blocks]
    blocks, made = deque(old.blocks), []
    for after, before, note in tables[0].rows:
        match note:
            case "追加":
                assert before == "（新設）"
                made.append(after)
            case "削除":
                assert (after, before) == ("（削除）", written(blocks.popleft()))
            case "":
                assert after == before
                made += [written(block) for block in taken(blocks, before)]
            case "番号の変更" if after.endswith("　（略）") and "\n" not in after:
                run = taken(blocks, before)
                first = re.search(r"\d+", after.partition("　")[0])
                assert first or len(run) == 1, "a lone annex has no number"
                left = after.removesuffix("　（略）")
                made += [numbered(block, int(first[0]) + n) for n, block in enumerate(run)] if first else [left]
            case _:
                made.append(filled(after, before, blocks.popleft()))
    assert not blocks
    return made


def written(block: Block) -> str:
    return "\n".join(plain.block_lines(block))


def called(block: Block) -> str:
    lines = plain.block_lines(block)
    words = " ".join(lines[0].split()) if lines else ""
    first = f"「{words[:20]}…」" if len(words) > 20 else f"「{words}」"
    match block:
        case Article(label=label):
            return label
        case Table():
            return f"{first}の表"
        case Chart():
            return "体制図"
        case Signature(party=party):
            return f"署名欄（{party}）" if party else "署名欄"
        case Prose():
            return first
    return lines[0]


def taken(blocks: deque[Block], words: str) -> list[Block]:
    """As many blocks as 「第4条から第9条まで　（略）」 names."""
    run = [blocks.popleft()]
    if words != f"{called(run[0])}　（略）":
        first = f"{called(run[0])}から"
        assert words.startswith(first)
        ends = re.fullmatch(r"(.+?)まで(?:（(\d+)か所）)?　（略）", words.removeprefix(first), re.S)
        assert ends
        last, count = ends.groups()
        run.append(blocks.popleft())
        while len(run) < int(count) if count else called(run[-1]) != last:
            run.append(blocks.popleft())
        assert called(run[-1]) == last
    return run


def numbered(block: Block, number: int) -> str:
    """A block under another number."""
    match block:
        case Article(label=label):
            return written(block).replace(label, f"第{number}条", 1)
        case Heading(title=title):
            return f"別紙{number}　{title.partition('　')[2]}"
        case Prose():
            return written(replace(block, label=str(number)))
    return re.sub(r"\d+", str(number), written(block), count=1)


def filled(after: str, before: str, block: Block) -> str:
    """The block as it reads after the change, with what was left out taken from before."""
    if not isinstance(block, Article | Table):
        assert before == written(block)
        return after
    known = left_out(deque(before.split("\n")), block)
    lines = []
    for line in after.split("\n"):
        if match := SHORT.fullmatch(line):
            lines.append(f"{match[1]}　{known.popleft()}")
        elif match := ROWS.fullmatch(line):
            lines += [known.popleft() for _ in range(int(match[1]))]
        else:
            lines.append(line)
    assert not known
    return "\n".join(lines)


def left_out(before: deque[str], block: Article | Table) -> deque[str]:
    """What the old version says where its side of the table says （略）; all else must stand there as it was."""
    heading = replace(block, paragraphs=()) if isinstance(block, Article) else replace(block, rows=(), heights=())
    assert [before.popleft() for _ in plain.block_lines(heading)] == plain.block_lines(heading)
    known: deque[str] = deque()
    rows = deque(plain.block_lines(block)[len(plain.block_lines(heading)) :])
    while rows:
        line, row = before.popleft(), rows.popleft()
        if match := ROWS.fullmatch(line):
            known += [row, *(rows.popleft() for _ in range(int(match[1]) - 1))]
        elif (match := SHORT.fullmatch(line)) and row.startswith(f"{match[1]}　"):
            items = [rows.popleft() for _ in range(items_below(block, match[1]))]
            known.append("\n".join([row.removeprefix(f"{match[1]}　"), *items]))
        else:
            assert line == row
    assert not before
    return known


def items_below(block: Block, label: str) -> int:
    """How many lines of 号 stand below a 項."""
    assert isinstance(block, Article)
    paragraph = next(p for p in block.paragraphs if (p.label or block.label) == label)
    return len(plain.block_lines(replace(block, paragraphs=(paragraph,)))) - 2
