"""「なぜこの条？」: beside the paper, why an article is there, what it hangs together with, and what the owner can do about it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.actions.papers import make as papers
from app.actions.papers import wording as own_wording
from app.actions.papers.make import Paper
from app.actions.papers.wording import About
from app.domain.forms.form import ChoiceGroup
from app.ui.kit import buttons, chips, layout, text
from app.ui.kit.fields import PullDown
from app.ui.kit.flow import Flow
from app.ui.shell import Shell

HINT = "紙の上の条を押すと、なぜその条があるかが出ます。言葉を直すことも、条を外すこともできます。"
FRAME = "紙の骨組みとして入る条です。"
BROUGHT = "次の対策を採ったので、入っている所があります。やめると消え、番号も直ります。"
OWN = "会社が直した文です。対策や選び方を変えても、この文はそのままです。"
BENEATH = "直した後で、ひな形の文が変わりました。「言葉を直す」で見比べて、もう一度保存してください。"


class Options(PullDown):
    """The alternatives on which an article depends, in a narrow column."""

    def __init__(self, group: ChoiceGroup, chosen: str, take: Callable[[str], object]) -> None:
        super().__init__()
        self.setProperty("small", "true")
        self.setAccessibleName(group.text)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for option in group.options:
            self.addItem(option.text, option.name)
        self.setCurrentIndex(self.findData(chosen))
        self.activated.connect(lambda number: take(group.options[number].name))

    def showPopup(self) -> None:
        """The list is wide enough for the longest choice."""
        widest = max(self.fontMetrics().horizontalAdvance(self.itemText(number)) for number in range(self.count()))
        self.view().setMinimumWidth(widest + 4 * self.fontMetrics().averageCharWidth())
        super().showPopup()


class ArticleNote(QWidget):
    """`choose` turns to another article of the paper."""

    def __init__(self, shell: Shell, choose: Callable[[str], object], width: int) -> None:
        super().__init__()
        self._shell, self._choose, self._room = shell, choose, width
        self._paper: Paper | None = None
        self._shown: str | None = None
        self._box = QVBoxLayout(self)
        layout.spaced(self._box)

    def show_article(self, paper: Paper, article: str) -> None:
        """Say all there is to say of an article; without one, how to choose it and which ones are switched off."""
        where = self._where() if article == self._shown else None
        self._paper, self._shown = paper, article
        layout.clear(self._box)
        words = QVBoxLayout()
        layout.spaced(words, spacing=self._shell.look.px(6))
        if about := own_wording.about(self._shell.desk, paper, article):
            self._say(words, about, article)
        else:
            words.addWidget(text.prose(HINT, "table", "soft"))
        self._off(words, paper)
        words.addStretch(1)
        inside = self._barred(words) if about else layout.widget_with(words)
        self._area = layout.scroll(inside, "なぜこの条？" if about else "条の選び方")
        self._box.addWidget(self._area)
        if where:
            self._return(*where)

    def _say(self, words: QVBoxLayout, about: About, article: str) -> None:
        """From why it is there to what can be done."""
        words.addWidget(text.text("なぜこの条？", "h2"))
        words.addWidget(text.text(about.called, "table", "soft", wrap=True))
        if about.own:
            words.addWidget(chips.mark("own"), 0, Qt.AlignmentFlag.AlignLeft)
            words.addWidget(text.prose(OWN, "table"))
        if about.changed_beneath:
            words.addWidget(text.prose(BENEATH, "table", "ai"))
        words.addLayout(self._buttons(about, article))
        if about.stays:
            words.addWidget(text.prose(about.stays, "caption", "soft"))
        library = self._shell.desk.library.measures
        measures = [library[measure] for measure in about.measures if measure in library]
        words.addWidget(text.prose(BROUGHT if measures else FRAME, "table"))
        for measure in measures:
            words.addWidget(self._way(measure.title, partial(self._shell.open, "measures", measure.id)))
        for title, ways in (("この条が指す条", about.points_at), ("この条を指す条", about.pointed_at_by)):
            if ways:
                words.addWidget(text.text(title, "caption", "soft"))
            for name, label in ways:
                words.addWidget(self._way(label, partial(self._choose, name)))
        for group in about.choices:
            words.addWidget(text.text(group.text, "caption", "soft", wrap=True))
            words.addWidget(self._options(group))

    def _buttons(self, about: About, article: str) -> Flow:
        switch = self._button("条を外す", partial(self._switch, article, False))
        switch.setEnabled(not about.stays)
        switch.setAccessibleDescription(about.stays)
        made = [self._button("言葉を直す", partial(self.edit, article)), switch]
        if about.own:
            made.append(self._button("ひな形に戻す", partial(self._back, article)))
        return Flow(*made, spacing=self._shell.look.px(6))

    def _off(self, words: QVBoxLayout, paper: Paper) -> None:
        """What was taken out stays in reach."""
        off = own_wording.off(self._shell.desk, paper.form)
        if off:
            words.addWidget(layout.hairline())
            words.addWidget(text.text("外してある条", "caption", "soft"))
        for article, caption in off:
            back = buttons.link("戻す", partial(self._switch, article, True))
            back.setAccessibleName(f"「{caption}」の条を戻す")
            line = layout.row(text.prose(caption, "table"), back, stretch=False)
            line.setStretch(0, 1)
            words.addLayout(line)

    # doing ------------------------------------------------------------------------------------------------

    def edit(self, article: str) -> None:
        """Open the editor of an article."""
        from app.ui.pages.papers.article_editor import ArticleEditor

        if self._paper is not None:
            ArticleEditor(self, self._shell, self._paper, article).exec()

    def _switch(self, article: str, shown: bool) -> None:
        paper = self._paper
        if paper is None:
            return
        why = self._shell.attempt(lambda: own_wording.switch(self._shell.desk, paper, article, shown))
        if why == "":
            self._choose(article if shown else "")
        elif why:
            self._shell.tell(why)

    def _back(self, article: str) -> None:
        paper = self._paper
        if paper is not None:
            self._shell.attempt(lambda: own_wording.back_to_model(self._shell.desk, paper, article))

    def _options(self, group: ChoiceGroup) -> Options:
        assert self._paper
        desk, form = self._shell.desk, self._paper.form
        take = partial(papers.choose, desk, form, group)
        return Options(group, papers.chosen(desk, form, group), lambda name: self._shell.attempt(lambda: take(name)))

    # looks ------------------------------------------------------------------------------------------------

    def _way(self, words: str, act: Callable[[], object]) -> QPushButton:
        """A link that ends in … where the column is too narrow; pointing at it shows the whole."""
        metrics, room = self.fontMetrics(), self._room - self._shell.look.px(32)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        made = buttons.link(shown.replace("&", "&&"), act)
        made.setAccessibleName(words)
        made.setToolTip(text.tip(words))
        return made

    def _button(self, words: str, act: Callable[[], object]) -> QPushButton:
        return buttons.button(words, act, small=True)

    def _where(self) -> tuple[int, str]:
        """How far down the reader is, and the name of what has the keyboard."""
        focus = QApplication.focusWidget()
        mine = focus is not None and self.isAncestorOf(focus)
        return self._area.verticalScrollBar().value(), focus.accessibleName() if focus and mine else ""

    def _return(self, down: int, name: str) -> None:
        """Back to there after everything was written anew."""
        QTimer.singleShot(0, lambda: self._area.verticalScrollBar().setValue(down))
        same = (one for one in self.findChildren(QWidget) if name and one.accessibleName() == name)
        if one := next(same, None):
            one.setFocus()

    def _barred(self, words: QVBoxLayout) -> QFrame:
        """The 藍 stroke that ties the note to the frame around the article."""
        note = QFrame()
        line = QHBoxLayout(note)
        layout.spaced(line, spacing=self._shell.look.px(12))
        stroke = layout.hairline(vertical=True)
        stroke.setFixedWidth(3)
        stroke.setStyleSheet(f"background: {self._shell.look.color('ai').name()}")
        line.addWidget(stroke)
        line.addLayout(words, 1)
        return note
