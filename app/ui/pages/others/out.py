"""渡してある情報: what of ours is with whom, and the way from each to its row, the agreement and the certificate of return."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain import dates
from app.domain.ledger.agreements import Standing
from app.domain.ledger.asset_names import NAMELESS
from app.domain.ledger.outside import Out, back
from app.ui.kit import buttons, layout
from app.ui.kit.flow import Flow
from app.ui.kit.listing import Listing
from app.ui.shell import Shell

AGREEMENT, CERTIFICATE = "one-way-nda", "return-certificate"
"""The papers that go with something that is handed over, and comes back."""


class OutList(QWidget):
    """The list, and below it what can be done about the row that is chosen."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell, self._shown = shell, dict[str, Out]()
        self.listing = Listing(
            shell.look,
            "渡してある情報",
            "図面・データ・型など、取引先に渡してあるうちの情報です。行を選ぶと、下から表や書類へ移れます。",
            lambda _: self.asset.setFocus(),
            empty="例　金型図面／有限会社ほくと金型（外注先）へ・令和8年4月1日から・紙の図面\n"
            "取引先に渡したものを名簿に書くと、ここに並びます。",
            begin=("社外に渡してあるものを書く", self._write),
        )
        self.asset = buttons.button("洗い出しの表", self._open_asset, small=True)
        self.agreement = buttons.button("秘密保持契約書", lambda: self._open(AGREEMENT), small=True)
        self.certificate = buttons.button("返還・廃棄証明書", lambda: self._open(CERTIFICATE), small=True)
        self.write = buttons.button("書き足す・直す", self._write, small=True)
        box = QVBoxLayout(self)
        layout.spaced(box, spacing=shell.look.px(8))
        box.addWidget(self.listing, 1)
        self._ways = layout.widget_with(
            Flow(self.asset, self.agreement, self.certificate, self.write, spacing=shell.look.px(8))
        )
        box.addWidget(self._ways)
        self.listing.rows.chosen.connect(lambda _: self._show_ways())
        self.setFocusProxy(self.listing)

    def fill(self, handed_over: Sequence[Out]) -> None:
        """Show these."""
        self._shown = {one.row.id: one for one in handed_over}
        self.listing.fill([(one.row.id, *self._words(one)) for one in handed_over])
        self._show_ways()

    def _words(self, one: Out) -> tuple[str, str]:
        company = self._shell.desk.company
        promise = one.promise
        since = dates.written(one.row.since, company.profile.western_dates)
        whom = (
            f"{one.partner or '名前のない取引先'}（{promise.partner.relation.label}）へ"
            if promise
            else "相手が空欄です"
        )
        words = (
            whom,
            "海外の会社" if promise and promise.partner.abroad else "",
            f"{since}から" if since else "いつからかは書いてありません",
            one.row.form,
            back(company, one.row),
            f"秘密を守る約束は{promise.words}" if promise and one.there else "",
        )
        return one.asset.name or NAMELESS, "・".join(filter(None, words))

    def _show_ways(self) -> None:
        """The papers are those of a partner; while nothing is chosen there is none to be made for."""
        chosen = self._chosen()
        self._ways.setVisible(bool(self._shown))
        self.asset.setEnabled(chosen is not None)
        for way in (self.agreement, self.certificate):
            way.setEnabled(chosen is not None and chosen.promise is not None)

    def _chosen(self) -> Out | None:
        item = self.listing.rows.currentRow()
        return self._shown[self.listing.rows.listed()[item]] if item >= 0 else None

    def _open_asset(self) -> None:
        if chosen := self._chosen():
            self._shell.open("inventory", chosen.asset.id)

    def _open(self, form: str) -> None:
        if (chosen := self._chosen()) and chosen.promise:
            self._shell.open("papers", f"{form}@{chosen.promise.partner.id}")

    def _write(self) -> None:
        self._shell.open("ledger", "disclosures")


def stand(out: Sequence[Out]) -> tuple[str, str]:
    """What the footer says of the things that are outside now."""
    if not out:
        return "渡してある情報は、まだ書き出されていません。", "何も渡していなければ、このままで大丈夫です。"
    late, bare = [one for one in out if one.overdue], [one for one in out if one.open and not one.overdue]
    soon = [one for one in out if one.promise and one.promise.standing is Standing.SOON]
    words = f"渡してある情報 {len(out)}件。"
    if late:
        return (
            f"{words}うち{len(late)}件は、返してもらう日を過ぎています。",
            f"{_named(late)}。返ったら「返った日」を書きます。",
        )
    if bare:
        return (
            f"{words}うち{len(bare)}件は、相手との約束を確かめます。",
            f"{_named(bare)}。約束のないまま、渡すものを増やしません。",
        )
    if soon:
        return (
            f"{words}うち{len(soon)}件は、相手との約束がもうすぐ切れます。",
            f"{_named(soon)}。続けるなら更新し、終わるなら返してもらいます。",
        )
    return f"{words}相手との約束は、すべて今もあります。", "返す日が来たら、返ったかどうかを確かめます。"


def _named(some: Sequence[Out]) -> str:
    return f"「{some[0].asset.name or NAMELESS}」{'など' if len(some) > 1 else ''}"
