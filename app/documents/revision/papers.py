"""改定セット: from two versions of a paper the papers that a revision needs.

The table of both texts and the reasons are for the file; 附則 is put at the end of a rule; the notice says in plain words what
changes for those who keep it; the list says who signs again, because the duty in *their* paper is another.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from app.documents import plain
from app.documents.revision.changes import Nature, compare
from app.documents.revision.comparison import NOTES, comparison_table
from app.documents.revision.differences import Difference
from app.documents.tree import (
    Article,
    Blank,
    Block,
    Column,
    Document,
    Heading,
    Inline,
    PaperKind,
    Prose,
    Signature,
    Table,
    Text,
    Value,
)


@dataclass(frozen=True)
class Edition:
    """A version of a paper: its text, its name (第2版), and the day of issue as papers show it."""

    document: Document
    name: str
    day: str


@dataclass(frozen=True)
class SignsAgain:
    """Someone whose signed text had other duties: name, the version and day of the signature, the articles that changed."""

    name: str
    version: str
    day: str
    changed: tuple[str, ...]


@dataclass(frozen=True)
class Step:
    """From one version to a later one. `contact` is whom people ask; `again` is None for a paper that nobody signs."""

    old: Edition
    new: Edition
    reason: str
    differences: tuple[Difference, ...]
    contact: Value | Blank
    again: tuple[SignsAgain, ...] | None = None

    @property
    def title(self) -> str:
        """What the paper is called."""
        return self.new.document.title

    @property
    def effective(self) -> Value | Blank:
        """From when it holds, as the new version says."""
        pieces = (piece for piece in self.new.document.inlines() if isinstance(piece, Value | Blank))
        found = next((piece for piece in pieces if piece.key == "effective-date"), None)
        return found or Blank("effective-date", "施行日")


def revision_set(step: Step) -> list[Document]:
    """The papers of a revision, each under its own title."""
    return list(_papers(step))


def _papers(step: Step) -> Iterator[Document]:
    names = f"{step.title}（{step.old.name}から{step.new.name}へ）"
    yield comparison_table(compare(step.old.document, step.new.document), f"新旧対照表　{names}")
    yield _paper(step, PaperKind.NOTICE, f"改定の理由　{step.title}", _reasons(step))
    match step.new.document.kind:
        case PaperKind.REGULATION:
            yield _paper(step, PaperKind.REGULATION, f"{step.title}　{step.new.name}の附則", _supplement(step))
            yield _paper(step, PaperKind.NOTICE, f"「{step.title}」が変わります", _to_staff(step))
        case PaperKind.PLEDGE:
            yield _paper(step, PaperKind.NOTICE, f"「{step.title}」が変わります", _to_staff(step))
        case PaperKind.CONTRACT:
            yield _paper(step, PaperKind.NOTICE, f"「{step.title}」の変更のお願い", _to_partner(step))
    if step.again is not None:
        yield _paper(step, PaperKind.REGISTER, f"署名をもらい直す方　{step.title}", _sign_again(step.again))


def _paper(step: Step, kind: PaperKind, title: str, blocks: Iterable[Block]) -> Document:
    frame = replace(step.new.document, blocks=(), subtitle=(), landscape=False)
    return replace(frame, kind=kind, title=title, head_right=step.new.day, blocks=tuple(blocks))


def _reasons(step: Step) -> Iterator[Block]:
    names = f"{step.old.name}（{step.old.day}）を{step.new.name}（{step.new.day}）に"
    yield _prose(f"{step.new.document.company}は、「{step.title}」の{names}改める。理由は、次のとおりである。")
    yield Heading("", "改定の理由")
    yield Prose((_reason(step),))
    yield Heading("", "変わる所")
    rows = tuple(
        (one.place, NOTES[one.nature], "、".join(one.why) or "選び方又は会社の事情の変更") for one in step.differences
    )
    columns = (Column("所", 34), Column("変わり方", 12), Column("なぜ", 54))
    yield Table("", "", columns, rows) if rows else _prose("言葉の変わる所はない。")
    yield Heading("", "決裁")
    yield _prose("　　　　年　　月　　日")
    yield Signature("決裁した者", (("氏名", ()),))


def _supplement(step: Step) -> Iterator[Block]:
    """From when, and what becomes of what was done before. Nobody is punished by a rule that was not yet there."""
    yield Heading("", f"附則（{step.new.name}）")
    sentences: tuple[tuple[Inline, ...], ...] = (
        (Text(f"この{step.title}の改定は、"), step.effective, Text("から施行する。")),
        (
            Text("改定前の規定によってされた許可、指定その他の手続は、"),
            Text("改定後に相当する規定があるときは、その規定によってされたものとみなす。"),
        ),
        (Text("この改定の施行の前にした行為に対する処分については、なお従前の例による。"),),
    )
    for number, sentence in enumerate(sentences, 1):
        yield Prose(sentence, str(number))


def _to_staff(step: Step) -> Iterator[Block]:
    yield _prose("社員のみなさんへ")
    when = (step.effective, Text("から")) if step.new.document.kind is PaperKind.REGULATION else ()
    yield Prose((*when, Text(f"「{step.title}」が新しくなります（{step.new.name}）。変わる所だけをまとめました。")))
    yield Heading("", "なぜ変えるのですか")
    yield Prose((_reason(step),))
    yield Heading("", "何が変わりますか")
    yield from _what_changes(step, "これからは")
    yield Heading("", "お願いすること")
    if step.again:
        yield _prose(
            "すでに署名をいただいた方のうち、約束の中身が変わる方には、あらためて説明して、新しい紙に署名をお願いします。"
        )
    yield _prose("変わった所を読んで、自分の仕事で何が変わるかを確かめてください。")
    yield Prose((Text("分からないことは、"), step.contact, Text("に聞いてください。")))


def _to_partner(step: Step) -> Iterator[Block]:
    pieces = (piece for piece in step.new.document.inlines() if isinstance(piece, Value | Blank))
    partner = next((piece for piece in pieces if piece.key == "partner"), Blank("partner", "取引先の会社名"))
    yield Prose((partner, Text("　御中")))
    yield Prose((Text(step.new.document.company),), align="right")
    yield _prose(f"いつもお世話になっております。「{step.title}」について、次のとおり変更をお願いいたします。")
    yield _prose(
        "この変更は、新しい書面に双方が署名又は記名押印をしたときから効力を持ちます。それまでは、今の契約のとおりです。"
    )
    yield Heading("", "変更のわけ")
    yield Prose((_reason(step),))
    yield Heading("", "変更する所")
    yield from _what_changes(step, "変更後")
    yield Prose((Text("ご不明の点は、"), step.contact, Text("までお知らせください。")))


def _what_changes(step: Step, title: str) -> Iterator[Block]:
    rows = tuple((one.place, _reads(one)) for one in step.differences)
    yield Table("", "", (Column("所", 28), Column(title, 72)), rows) if rows else _prose("言葉の変わる所はありません。")


def _reads(one: Difference) -> str:
    """The new text; without the caption of an article, which stands beside it."""
    if one.nature is Nature.REMOVED:
        return "この決まりは、なくなります。"
    lines = (plain.block_lines(block)[isinstance(block, Article) :] for block in one.blocks)
    return "\n".join(line for of_block in lines for line in of_block) or "題や、上下の表示が新しくなります。"


def _sign_again(again: tuple[SignsAgain, ...]) -> Iterator[Block]:
    if not again:
        yield _prose("署名をもらい直す方は、いません。")
        return
    yield _prose("署名した紙と今の紙とで、約束の中身が違う方です。番号、住所や代表者の名だけの違いは数えていません。")
    columns = (Column("名前", 26), Column("署名した版", 14), Column("署名した日", 20), Column("変わった約束", 40))
    rows = tuple((one.name, one.version, one.day, "\n".join(one.changed)) for one in again)
    yield Table("sign-again", "", columns, rows)


def _reason(step: Step) -> Value | Blank:
    return Value("reason", step.reason) if step.reason.strip() else Blank("reason", "改定の理由")


def _prose(text: str) -> Prose:
    return Prose((Text(text),))
