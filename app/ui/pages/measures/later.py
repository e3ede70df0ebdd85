"""「後で」 asks until when: a menu of days, the usual one first under the hand. The day can be written anew afterwards."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from app.actions.choices import PUT_OFF
from app.domain import dates
from app.domain.ledger.company import Company

OFFERED = ((1, "1か月後"), (3, "3か月後"), (6, "半年後"), (12, "1年後"))


def menu(parent: QWidget, company: Company, chosen: Callable[[str], object], dropped: Callable[[], object]) -> QMenu:
    """`chosen` hears the day (ISO); `dropped` hears that the menu closed, whatever was chosen."""
    made = QMenu(parent)
    made.addSection("いつまで後にしますか")
    for months, words in OFFERED:
        day = dates.months_later(company.on, months).isoformat()
        action = made.addAction(f"{words}（{dates.written(day, company.profile.western_dates)}）まで")
        action.triggered.connect(lambda _=False, day=day: chosen(day))
        if months == PUT_OFF:
            made.setActiveAction(action)
    made.aboutToHide.connect(dropped)
    return made
