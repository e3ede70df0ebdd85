"""The body of a form, line by line: every line is understood or named as a fault.

A full Markdown reader would turn a slip (a 号 indented by two, a heading without its space) into something else without a
word. This one knows eleven kinds of lines and nothing more; forms/README.md describes them for whoever writes a form.
"""

import re
from collections.abc import Callable, Iterable

from app.content.form_draft import ONLY_ARTICLES, ONLY_PARAGRAPHS, Draft, Drafts
from app.content.form_modules import Line
from app.content.form_text import PLAIN, Marks, bad_start, columns, marks, sheet_columns, signer
from app.domain.forms.body import (
    FormArticle,
    FormChapter,
    FormGrid,
    FormHeading,
    FormItem,
    FormParagraph,
    FormPart,
    FormProse,
    FormRow,
    FormSection,
    FormSign,
    FormTable,
    SectionKind,
)
from app.domain.forms.conditions import ALWAYS
from app.frontmatter import Fault

_HEADING = re.compile(r"(#+)(.*)")
_ITEM = re.compile(r"( *)[0-9]+\.( *)(.*)")
_PARAGRAPH_MARKS = re.compile(r"\{:(.*)\}\Z")
_TABLE = re.compile(r"\{\{ *table:([a-z-]+)(?: +([0-9]+))? *\}\}\Z")
_ROWS = re.compile(r"\{\{ *rows:([0-9]+) *\}\}\Z")
INNER = ("table", "sheet", "sign")
"""The blocks whose lines are not paragraphs."""
_FENCE = re.compile(r":::\s*([a-z]*)\s*(.*)")


def read(lines: Iterable[Line], name: str) -> tuple[tuple[FormPart, ...], list[Fault]]:
    """The parts of the body of the file `name`, whose shared passages are already in their places."""
    reader = _Reader(name)
    for line in lines:
        reader.take(line)
    reader.finish()
    return tuple(draft.part() for draft in reader.top), reader.faults


class _Reader(Drafts):
    """Remembers what is open: an article, a block between `:::`, the paragraph that 号 belong to."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.article: Draft | None = None
        self.inner: Draft | None = None
        self.head_of_table = columns
        self.previous = "blank"

    def take(self, taken: Line) -> None:
        """Understand one line."""
        self.file, self.line, self.at = taken.file, taken.number, taken.at
        line = taken.text.rstrip(" ")
        if not line.strip():
            self.previous = "blank"
            return
        if self.inner and not line.startswith(":::"):
            self._inside(line)
            return
        kinds: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
            (_HEADING, self._heading),
            (_FENCE, self._fence),
            (_TABLE, self._table),
            (_PARAGRAPH_MARKS, self._paragraph_marks),
            (_ITEM, self._item),
        )
        for pattern, understand in kinds:
            if match := pattern.match(line):
                self.previous = understand(match)
                return
        self.previous = self._text(line)

    def finish(self) -> None:
        """Name what was left open."""
        self.file = self.name
        self._close_article()
        for open_block in (self.inner, self.section):
            if open_block:
                self.line = open_block.values["line"]
                self._wrong("この囲みを閉じる「:::」がありません")

    def _heading(self, match: re.Match[str]) -> str:
        level = len(match[1])
        if level > 3 or not match[2].startswith(" ") or not match[2].strip():
            self._wrong("見出しは「# 章」「## （見出し）」「### 見出し」のどれかで、# の後に空白を一つ置きます")
            return "heading"
        text, found = self._split(match[2].strip())
        if level < 3 and self.section:
            self._wrong("囲みの中に章や条は置けません。先に「:::」で閉じてください")
        elif level == 1:
            if found != PLAIN:
                self._wrong("章には id も when も付けられません（条が一つも残らなければ、章も消えます）")
            self._open_article(None)
            self.top.append(self._draft(FormChapter, title=text))
        elif level == 2:
            if not (text.startswith("（") and text.endswith("）") and len(text) > 2):
                self._wrong("条の見出しは全角の（ ）で囲みます")
            self._open_article(self._draft(FormArticle, found, caption=text))
        else:
            self._open_article(None)
            self._place(self._draft(FormHeading, found, title=text))
        return "heading"

    def _open_article(self, article: Draft | None) -> None:
        self._close_article()
        self.article = article
        self.paragraph = None
        if article:
            self.top.append(article)

    def _close_article(self) -> None:
        if self.article and not self.article.below:
            self.faults.append(
                Fault(self.name, self.article.values["line"], f"条{self.article.values['caption']}に本文がありません")
            )
        self.article = None

    def _fence(self, match: re.Match[str]) -> str:
        word = match[1]
        rest, found = self._split(match[2].strip())
        if not word and not rest:
            self._close()
        elif word in INNER:
            self._open_inner(word, rest, found)
        elif word not in list(SectionKind):
            known = "・".join([*SectionKind, *INNER])
            self._wrong(f"「::: {word}」という囲みはありません（{known}）")
        elif self.section or self.inner:
            self._wrong("囲みの中に囲みは置けません。先に「:::」で閉じてください（別紙の中の ::: table だけは別です）")
        else:
            self._open_article(None)
            if word == SectionKind.ANNEX and not rest:
                self._wrong("別紙には題名を付けます")
            self.section = self._draft(FormSection, found, kind=SectionKind(word), title=rest)
            self.top.append(self.section)
        return "fence"

    def _open_inner(self, word: str, rest: str, found: Marks) -> None:
        if self.inner or (word == "sign" and self.section):
            self._wrong("囲みの中に囲みは置けません。先に「:::」で閉じてください")
            return
        if not self.section:
            self._open_article(None)
        if word == "sign":
            self.inner = self._draft(FormSign, found, signers=())
        else:
            self.inner = self._draft(FormGrid, found, caption=rest, columns=())
        self.head_of_table = sheet_columns if word == "sheet" else columns
        self._place(self.inner)

    def _close(self) -> None:
        if self.inner:
            kind = "表" if self.inner.kind is FormGrid else "署名欄"
            if not (self.inner.below or self.inner.values.get("signers")):
                self._wrong(f"{kind}に行がありません")
            self.inner = None
        elif self.section:
            if not self.section.below:
                self._wrong("囲みの中が空です")
            self.section = None
            self.paragraph = None
        else:
            self._wrong("開いていない囲みを閉じています")

    def _table(self, match: re.Match[str]) -> str:
        if self.article:
            self._wrong("表は条の中に置けません。別紙に置き、{{ ref:別紙のid }} で指してください")
        else:
            self._place(self._draft(FormTable, name=match[1], to_write=int(match[2] or 0)))
        return "table"

    def _paragraph_marks(self, match: re.Match[str]) -> str:
        found, wrong = marks(match[1])
        self._wrong(*wrong, *([ONLY_ARTICLES] if found.essential else []))
        self._wrong(*([ONLY_PARAGRAPHS] if found.alone and not self.article else []))
        if self.previous != "text" or not self.paragraph:
            self._wrong("{: … } は、項の文のすぐ下の行に置きます")
        elif self.paragraph.values["id"] or self.paragraph.values["when"] != ALWAYS:
            self._wrong("この項の id や when が二か所にあります")
        else:
            self.paragraph.values |= {"id": found.id, "when": found.when}
            if self.article:
                self.paragraph.values["alone"] = found.alone
        return "marks"

    def _item(self, match: re.Match[str]) -> str:
        depth = len(match[1])
        if not match[2] or not match[3]:
            self._wrong("号は「1. 文」のように、点の後に空白を一つ置きます")
        elif depth not in (0, 3):
            self._wrong(f"号は字下げなし、細号は三文字の字下げです（いまは{depth}文字）")
        elif not self.paragraph:
            self._wrong("号の上に、号を導く文がありません")
        elif depth and not self.paragraph.below:
            self._wrong("細号の上に号がありません")
        else:
            text, found = self._split(match[3])
            owner = self.paragraph.below[-1] if depth else self.paragraph
            owner.below.append(self._draft(FormItem, found, pieces=self._pieces(text)))
        return "item"

    def _text(self, line: str) -> str:
        if wrong := bad_start(line):
            self._wrong(wrong)
        elif self.previous in ("text", "item", "marks"):
            self._wrong("一つの項は一行で書きます。次の項なら、前に空の行を置いてください")
        text, found = self._split(line.strip(" 　\t"))
        kind = FormParagraph if self.article else FormProse
        paragraph = self._draft(kind, found, pieces=self._pieces(text))
        if self.article:
            self.article.below.append(paragraph)
        else:
            self._place(paragraph)
        self.paragraph = paragraph
        return "text"

    def _inside(self, line: str) -> None:
        """A line of a table or of a signature block."""
        assert self.inner
        values = self.inner.values
        if self.inner.kind is FormSign:
            signers, wrong = signer(line)
            values["signers"] += signers
        else:
            wrong = self._row(self.inner, line)
        self._wrong(*wrong)

    def _row(self, table: Draft, line: str) -> list[str]:
        """The head of a table, a row of it, or several empty rows to write in."""
        empty = _ROWS.match(line)
        text, found = ("", PLAIN) if empty else self._split(line)
        cells = [cell.strip(" ").replace(" // ", "\n") for cell in text.split("|")]  # wide spaces are room for the hand
        width = len(table.values["columns"])
        if not width:
            table.values["columns"], wrong = self.head_of_table(cells)
            return wrong
        if empty:
            table.below.append(self._draft(FormRow, cells=((),) * width, times=int(empty[1])))
        elif len(cells) != width:
            return [f"列の数が見出しと違います（見出し{width}、この行{len(cells)}）"]
        else:
            table.below.append(self._draft(FormRow, found, cells=tuple(self._pieces(cell) for cell in cells)))
        return []
