"""Y 他社の情報: what we hold for others, what others hold of ours, what we promised whom, and the pages on not being blamed."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.actions import reading
from app.domain.handbook import contents
from app.domain.ledger import agreements as promises
from app.domain.ledger import outside
from app.ui.frame import Page
from app.ui.kit import buttons
from app.ui.kit.contents import Contents
from app.ui.kit.listing import Listing
from app.ui.kit.panes import Panes
from app.ui.kit.reader import Reader, destination
from app.ui.pages.others.out import OutList, stand

HELD, OUT, PARTNERS = "held", "out", "partners"


class OthersPage(Page):
    """Three lists of our own and the chapter to read. `focus_on` takes held, out, partners, or steps:id of the chapter."""

    key = "others"

    def build(self) -> None:
        self.set_title(
            "Y　他社の情報",
            "預かった情報を同じように守り、渡した情報の行き先を押さえ、争いに備えます。",
        )
        self._steps = contents.chapter(self.shell.desk.library, "Y").entries
        self._pages = [HELD, OUT, PARTNERS, *(f"steps:{step.id}" for step in self._steps)]
        self._shown = ""
        self._contents = Contents(self.look, "他社の情報の目次")
        self._contents.chosen.connect(self._show)
        self._stack = QStackedWidget()
        self.held, self._partners, self.reader = self._held_list(), self._partner_list(), Reader(self.look)
        self.out = OutList(self.shell)
        self.reader.followed.connect(self._follow)
        self._lists: dict[str, QWidget] = {HELD: self.held, OUT: self.out, PARTNERS: self._partners}
        for widget in (*self._lists.values(), self.reader):
            self._stack.addWidget(widget)
        self._panes = Panes(
            self.look, self._contents, self._stack, opens="目次をひらく", closes="本文にもどる", width=250, room=440
        )
        self._contents.taken.connect(lambda _: self._panes.show_main())
        self.body.addWidget(self._panes, 1)
        self._previous = buttons.button("前のページ", lambda: self._turn(-1))
        self._next = buttons.button("次のページ", lambda: self._turn(1), look=self.look, primary=True)
        self.set_buttons(self._previous, self._next)

    def refresh(self) -> None:
        company = self.shell.desk.company
        held, partners = promises.entrusted(company), promises.promises(company)
        handed_over = outside.handed_over(company)
        out = [one for one in handed_over if one.there]
        self.held.fill([_held_row(one) for one in held])
        self._partners.fill([_partner_row(one) for one in partners])
        self.out.fill(handed_over)
        self._contents.fill(
            [
                (
                    "うちのこと",
                    [
                        (HELD, f"預かっている情報　{len(held)}件"),
                        (OUT, f"渡してある情報　{len(out)}件"),
                        (PARTNERS, f"取引先との約束　{len(partners)}社"),
                    ],
                ),
                ("読む", [(f"steps:{step.id}", step.title) for step in self._steps]),
            ]
        )
        self._contents.open_all()
        self._stands = {HELD: _stand(held), OUT: stand(out)}
        self._show(self._shown or HELD)

    def focus_on(self, focus: str) -> None:
        if focus in self._pages:
            self._show(focus)
            self._panes.show_main()

    def place(self) -> str:
        return self._shown

    # our own lists ----------------------------------------------------------------------------------------

    def _held_list(self) -> Listing:
        return Listing(
            self.look,
            "預かっている情報",
            "ほかの会社から預かった図面・型・サンプルなどです。行を押すと、洗い出しの表へ移ります。",
            lambda asset: self.shell.open("inventory", asset),
            empty="例　お客様の支給図面／あさひ精機から・取引基本契約・秘密を守る約束があります\n"
            "洗い出しの表で「預かり」とした情報が、ここに並びます。",
            begin=("A 洗い出しをひらく", lambda: self.shell.open("inventory")),
        )

    def _partner_list(self) -> Listing:
        return Listing(
            self.look,
            "取引先との約束",
            "秘密を守る約束（秘密保持契約）が、今あるかどうかです。行を押すと、取引先の名簿へ移ります。",
            lambda _: self.shell.open("ledger", "partners"),
            empty="例　あさひ精機（お客様）／秘密を守る約束があります・預かり2件\n取引先を名簿に入れると、ここに並びます。",
            begin=("取引先の名簿をひらく", lambda: self.shell.open("ledger", "partners")),
        )

    # turning pages --------------------------------------------------------------------------------------

    def _show(self, page: str) -> None:
        if page in self._lists:
            self._stack.setCurrentWidget(self._lists[page])
        elif page != self._shown:
            self.reader.show_text(reading.open_text(self.shell.desk, page))
            self._stack.setCurrentWidget(self.reader)
        self._shown = page
        self.set_footer(*self._stands[OUT if page == OUT else HELD])
        self._contents.show_chosen(page)
        at = self._pages.index(page)
        self._previous.setEnabled(at > 0)
        self._next.setEnabled(at + 1 < len(self._pages))

    def _turn(self, steps: int) -> None:
        self._show(self._pages[self._pages.index(self._shown) + steps])

    def _follow(self, link: str, entry: str) -> None:
        page, focus = destination(link, entry)
        if focus in self._pages:
            self.focus_on(focus)
        else:
            self.shell.open(page, focus)


def _held_row(one: promises.Entrusted) -> tuple[str, str, str]:
    words = (
        f"{one.partner}から" if one.partner else "相手が空欄です",
        one.contract or "契約は書いてありません",
        f"秘密を守る約束は{one.promise.standing.label}" if one.promise else "",
    )
    return one.asset.id, one.asset.name or "名前のない情報", "・".join(filter(None, words))


def _partner_row(one: promises.Promise) -> tuple[str, str, str]:
    held = f"・預かり{one.held}件" if one.held else ""
    held += f"・渡してあるもの{one.out}件" if one.out else ""
    name = one.partner.name or "名前のない取引先"
    return one.partner.id, f"{name}（{one.partner.relation.label}）", f"秘密を守る約束は{one.words}{held}"


def _stand(held: list[promises.Entrusted]) -> tuple[str, str]:
    """What the footer says of the things we hold."""
    open_ones = [one for one in held if one.promise is None or not one.promise.standing.good]
    if not held:
        return "預かっている情報は、まだ書き出されていません。", "預かり物がなければ、このままで大丈夫です。"
    if not open_ones:
        return f"預かっている情報 {len(held)}件。相手との約束は、すべて今もあります。", "年に一度、期限を見直します。"
    names = (
        f"「{open_ones[0].asset.name or '名前のない情報'}」など"
        if len(open_ones) > 1
        else f"「{open_ones[0].asset.name}」"
    )
    return (
        f"預かっている情報 {len(held)}件。うち{len(open_ones)}件は、相手との約束を確かめます。",
        f"{names}。約束がなくても、預かった物は同じように守ります。",
    )


PAGE = OthersPage
