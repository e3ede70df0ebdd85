"""社外に渡してあるもの, one row each: with whom, since when, in what form, to be back when, and back since when."""

from PySide6.QtWidgets import QComboBox, QLineEdit

from app.domain.columns.disclosures import DISCLOSURES, FORMS
from app.domain.columns.lists import offers
from app.domain.columns.outside import OutsideLine
from app.ui.pages.inventory.rows import FieldRow, Rows, day_field, name_field


class OutsideRows(Rows[OutsideLine]):
    """A name that is new joins the partners when the details are saved."""

    what = "社外に渡してあるもの"
    names = ("相手", "いつから", "形", "返してもらう日", "返った日")
    add_words = "渡した相手を足す"
    first = 0

    def fresh(self) -> OutsideLine:
        return OutsideLine(id=self.desk.new_id())

    def show_value(self, value: OutsideLine) -> FieldRow:
        px, company = self.look.px, self.desk.company
        partner = name_field(offers(company, DISCLOSURES.field("partner")), value.partner, "例：ほくと金型", px(180))
        form = name_field(FORMS, value.form, "例：紙の図面", px(120))
        since, back, returned = (
            day_field(self.look, words, name)
            for words, name in (
                (value.since, "いつから"),
                (value.return_by, "返してもらう日"),
                (value.returned, "返った日"),
            )
        )
        return FieldRow(self.look, value.id, [partner, since, form, back, returned])

    def read(self, row: FieldRow) -> OutsideLine:
        partner, since, form, back, returned, _ = row.fields
        assert isinstance(partner, QComboBox) and isinstance(form, QComboBox)
        assert isinstance(since, QLineEdit) and isinstance(back, QLineEdit) and isinstance(returned, QLineEdit)
        return OutsideLine(
            id=row.record,
            partner=partner.currentText(),
            since=since.text(),
            form=form.currentText(),
            return_by=back.text(),
            returned=returned.text(),
        )
