"""The columns of 社外に渡してあるもの: what of ours is with whom, as text and back."""

from app.domain.columns import marks
from app.domain.columns.lists import Changed, List, ListField, NewId, day, plain
from app.domain.ledger import asset_names
from app.domain.ledger.company import Company
from app.domain.ledger.outside import is_overdue
from app.domain.ledger.people import partner_joining
from app.domain.ledger.records import Disclosure, changed
from app.domain.words import Relation

FORMS = ("紙の図面", "データ", "現物", "型・治具の貸し出し", "写真・動画", "口頭")
AGREEMENTS = ("秘密保持契約", "取引基本契約", "金型貸借契約", "請負契約", "共同研究契約", "約束していない")


def _asset() -> ListField:
    def edit(company: Company, row: Disclosure, text: str, _: NewId) -> Changed:
        meant = asset_names.meant(company, text, now=row.asset)
        return Changed(problem=meant.problem) if meant.problem else Changed((changed(row, asset=meant.asset),))

    def words(company: Company, row: Disclosure) -> str:
        return asset_names.label(company, row.asset)

    return ListField("asset", "情報", words, edit, offered=asset_names.labels)


def _partner() -> ListField:
    """With whom; a new name joins the partners, as one who works for us."""

    def edit(company: Company, row: Disclosure, text: str, new_id: NewId) -> Changed:
        typed = "" if marks.is_nothing(text) else text
        joining = partner_joining(company, typed, new_id, now=row.partner, new_as=Relation.SUBCONTRACTOR)
        if joining.problem:
            return Changed(problem=joining.problem)
        return Changed((*joining.new, changed(row, partner=joining.id)))

    def words(company: Company, row: Disclosure) -> str:
        return company.partners[row.partner].name if row.partner in company.partners else ""

    def offered(company: Company) -> tuple[str, ...]:
        return tuple(dict.fromkeys(partner.name for partner in company.partners.values()))

    return ListField("partner", "相手", words, edit, offered=offered)


def _late(company: Company, row: Disclosure) -> str:
    """Beside the day on which it is to be back."""
    return "過ぎています" if is_overdue(company, row) else _before(row, row.return_by)


def _returned(company: Company, row: Disclosure) -> str:
    """Beside the day on which it came back."""
    return "まだ先の日です" if row.returned > company.day else _before(row, row.returned)


def _before(row: Disclosure, then: str) -> str:
    return "渡した日より前です" if then and row.since and then < row.since else ""


DISCLOSURES = List(
    "disclosures",
    "社外に渡してあるもの",
    Disclosure,
    (
        _asset(),
        _partner(),
        day("since", "いつから"),
        plain("form", "形", FORMS),
        plain("agreement", "もとになる約束", AGREEMENTS),
        day("return_by", "返してもらう日", _late),
        day("returned", "返った日", _returned),
        plain("note", "メモ"),
    ),
    ("例：金型図面", "有限会社ほくと金型", "2026/4/1", "紙の図面"),
    key="asset",
)
