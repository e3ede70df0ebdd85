"""Five things at which tools that fill in Word files fail: what the paper must say, what ours says, what docxtpl says.

docxtpl gets a template of the same look: our own Word file with its marks written where the conditions and values stand. It
is asked twice, as it comes and with its autoescape switched on.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
from docxtpl import DocxTemplate

from app.documents.tree import Block, Document, Prose, Text
from app.documents.word import file as word
from app.documents.word.check import reopen_text
from app.domain.ledger.company import Company
from app.domain.ledger.records import Answer, Profile
from app.errors import PaperError
from tests.documents.samples import article, items, paragraph
from tests.documents.small_forms import HEAD, composed
from tests.documents.test_word import MADE

COMPANY = "A&B<精密>製作所"
RARE = "髙﨑𠮷 葛\U000e0100城"
DROPPED = """## （目的）
目的を定める。

## （持出し） {when="choice:removal=permit"}
許可を受けて持ち出す。

## （報告） {#report}
すぐに報告する。

## （事務局）
事務局を置く。

## （記録）
{{ ref:report }}の報告を記録する。
"""
VALUE = "## （目的）\n{{ company }}の秘密を守る。\n"
LISTS = (
    "## （一）\n次に掲げる物を守る。\n\n1. 図面\n2. 金型\n\n## （二）\n次に掲げる所を閉める。\n\n1. 書庫\n2. 試作室\n"
)
PLAIN_HEAD = HEAD.replace("choices:\n  removal | 持出しの扱い | permit 許可制 / forbid 禁止 | permit\n", "")


@dataclass(frozen=True)
class Probe:
    """`right` is the body of the paper, a line a paragraph, numbers as they are counted."""

    name: str
    right: str
    ours: Callable[[], str]
    docxtpl: Callable[[bool], str]

    def answers(self) -> dict[str, str]:
        """What everybody says."""
        return {
            "ours": self.ours(),
            "docxtpl": self.docxtpl(False),
            "docxtpl, autoescape": self.docxtpl(True),
        }


def dropped_article() -> Document:
    forbidding = Company(on=date.today()).after([Answer(id="choice.trial.removal", value="forbid")])
    return composed(DROPPED, forbidding)


def named(name: str) -> Document:
    return composed(VALUE, Company(on=date.today()).after([Profile(name=name)]), PLAIN_HEAD)


def nameless() -> Document:
    return composed(VALUE, Company(on=date.today()), PLAIN_HEAD)


def lists() -> Document:
    return composed(LISTS, head=PLAIN_HEAD)


def shown(data: bytes) -> str:
    """The body of a Word file under its title, numbers counted."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "probe.docx"
        path.write_bytes(data)
        try:
            lines = reopen_text(path).splitlines()
        except PaperError:  # without its last part Word would ask whether to repair it
            lines = ["", *(one.text for one in docx.Document(str(path)).paragraphs), ""]
    return "\n".join(line.strip("\t").replace("\t", "　").replace("\u00a0\u00a0", "　") for line in lines[2:-1])


def ours(make: Callable[[], Document]) -> Callable[[], str]:
    return lambda: shown(word.to_bytes(make(), MADE))


def docxtpl(template: Callable[[], Document], values: Mapping[str, object]) -> Callable[[bool], str]:
    def fill(autoescape: bool) -> str:
        bare = replace(template(), head_left="", foot="")  # in header and footer it stumbles sooner
        paper, filled = DocxTemplate(BytesIO(word.to_bytes(bare, MADE))), BytesIO()
        paper.render(dict(values), autoescape=autoescape)
        paper.save(filled)
        return shown(filled.getvalue())

    return fill


def _mark(text: str) -> Prose:
    return Prose((Text(text),))


def _with_condition() -> Document:
    """The article that can be dropped between {%p if %} and {%p endif %}; the reference is Word's own field."""
    document = composed(DROPPED)
    first, second, *others = document.blocks
    return replace(document, blocks=(first, _mark("{%p if permit %}"), second, _mark("{%p endif %}"), *others))


def _with_loop() -> Document:
    """Articles and their lists as docxtpl repeats them."""
    one = article(
        1, "{{ a.caption }}", paragraph("p", 1, "{{ a.text }}", items=items("i", "{{ a.one }}", "{{ a.two }}"))
    )
    blocks: tuple[Block, ...] = (_mark("{%p for a in articles %}"), one, _mark("{%p endfor %}"))
    return replace(lists(), blocks=blocks)


def _slot() -> Document:
    return named("{{ company }}")


ARTICLES = (
    {"caption": "一", "text": "次に掲げる物を守る。", "one": "図面", "two": "金型"},
    {"caption": "二", "text": "次に掲げる所を閉める。", "one": "書庫", "two": "試作室"},
)
PROBES = (
    Probe(
        "an article is dropped, a later one is referred to",
        "（目的）\n第1条　目的を定める。\n（報告）\n第2条　すぐに報告する。\n"
        "（事務局）\n第3条　事務局を置く。\n（記録）\n第4条　第2条の報告を記録する。",
        ours(dropped_article),
        docxtpl(_with_condition, {"permit": False}),
    ),
    Probe(
        "the company is called A&B<精密>製作所",
        f"（目的）\n第1条　{COMPANY}の秘密を守る。",
        ours(lambda: named(COMPANY)),
        docxtpl(_slot, {"company": COMPANY}),
    ),
    Probe(
        "a value is missing",
        "（目的）\n第1条　〔　　　　〕の秘密を守る。",
        ours(nameless),
        docxtpl(_slot, {}),
    ),
    Probe(
        "kanji beyond the first plane and variants of kanji",
        f"（目的）\n第1条　{RARE}の秘密を守る。",
        ours(lambda: named(RARE)),
        docxtpl(_slot, {"company": RARE}),
    ),
    Probe(
        "a list begins again at (1)",
        "（一）\n第1条　次に掲げる物を守る。\n(1)　図面\n(2)　金型\n（二）\n第2条　次に掲げる所を閉める。\n(1)　書庫\n(2)　試作室",
        ours(lists),
        docxtpl(_with_loop, {"articles": ARTICLES}),
    ),
)
