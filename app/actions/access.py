"""見てよい人: who may view, copy and take out an asset, and who needs it for work."""

from collections.abc import Sequence

from app.actions.assets import called
from app.desk import Desk
from app.domain.ledger.company import Access


def set_readers(desk: Desk, asset: str, rows: Sequence[Access]) -> None:
    """Replace the access rows of an asset by these."""
    keep = {row.id for row in rows}
    drop = [("access", row.id) for row in desk.company.access_of(asset) if row.id not in keep]
    desk.change(f"{called(desk.company.assets[asset])}の見てよい人", rows, drop)
