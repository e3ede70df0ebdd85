"""The cover sheet of a paper: what it is for, what to mind, where it comes from, what is still blank.

It is a sheet of its own and never part of the body, so that a contract or a pledge can be handed over without it.
"""

from collections.abc import Iterable, Iterator

from app.documents.tree import (
    Article,
    Blank,
    Block,
    Column,
    Document,
    Heading,
    PaperKind,
    Prose,
    Table,
    Text,
    Value,
    inlines_of,
)
from app.domain.forms.form import Form

ADVICE = "専門家の確認を受けて使ってください。"
COMPARE = "並べて見比べてください。違いは、手引きの「公的なひな形と、まもり帳の様式」にあります。"
BINDING = (
    "紙で2枚以上になるときは、ページの境目ごとに双方の印を押すか（契印）、帯で綴じて、帯と紙にまたがるように双方の印を押します（袋とじ）。",
    "2通のうち1通を、相手の印のある物で自社にしまいます。電子署名で交わすときは、印も綴じも要りません。",
)
"""What goes for every contract on paper."""


def cover_of(form: Form, document: Document) -> Document:
    """The cover sheet of a composed paper."""
    return Document(
        form=form.id,
        kind=PaperKind.NOTICE,
        title=f"{form.title}　表紙",
        company=document.company,
        head_right=document.head_right,
        foot=document.foot,
        blocks=tuple(_blocks(form, document)),
    )


def _blocks(form: Form, document: Document) -> Iterator[Block]:
    yield _prose(ADVICE)
    yield Heading("", "使う場面")
    yield _prose(form.use)
    yield Heading("", "注意")
    yield from _numbered(caution.text for caution in form.cautions)
    if keeping := (*(one.text for one in form.on_paper), *(BINDING if form.kind is PaperKind.CONTRACT else ())):
        yield Heading("", "紙にするとき、しまうとき")
        yield from _numbered(keeping)
    yield Heading("", "出典と確かさ")
    yield _prose(f"出典：{form.source}")
    yield _prose(f"確かさ：{form.basis.label}")
    if form.public_model:
        yield _prose(f"公的なひな形：{form.public_model}。{COMPARE}")
    yield from _own_words(document)
    yield Heading("", "空欄の一覧")
    blanks = blank_places(document)
    if not blanks:
        yield _prose("空欄はありません。")
        return
    rows = tuple((str(number), blank.label, place) for number, (blank, place) in enumerate(blanks, 1))
    columns = (Column("番号", 10, "right"), Column("うめる言葉", 55), Column("ある所", 35))
    yield Table("", "", columns, rows)
    yield Prose((Value("blank-count", str(len(rows))), Text("か所が空欄のまま印刷されます。")))


def _own_words(document: Document) -> Iterator[Block]:
    """What an expert should look at first: the articles that are not the form's."""
    own = [f"{article.label}{article.caption}" for article in document.articles() if article.own]
    if own:
        yield Heading("", "会社が言葉を直した条")
        yield _prose("次の条は、ひな形の文ではありません。確認を受けるときに伝えてください。")
        yield from _numbered(own)


def blank_places(document: Document) -> list[tuple[Blank, str]]:
    """Every blank once, with the places where it stands: 「第3条、附則」."""
    found: dict[str, tuple[Blank, dict[str, None]]] = {}
    place = document.title
    for block in document.blocks:
        if isinstance(block, Heading):
            place = block.title
        here = block.label if isinstance(block, Article) else place
        for piece in inlines_of(block):
            if isinstance(piece, Blank):
                found.setdefault(piece.key, (piece, {}))[1][here] = None
    return [(blank, "、".join(places)) for blank, places in found.values()]


def _numbered(sentences: Iterable[str]) -> Iterator[Prose]:
    for number, sentence in enumerate(sentences, 1):
        yield Prose((Text(sentence),), str(number))


def _prose(text: str) -> Prose:
    return Prose((Text(text),))
