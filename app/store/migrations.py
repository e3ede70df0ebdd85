"""Every table of a ledger is born here, and nowhere else; and by what a ledger is known.

`user_version` counts the migrations a file has been through; it is set in the same transaction, so a file is never
half-way. sqlite-utils also keeps its own list of them with dates, which is for us when we look into a file.

To add a stored field: one more migration at the end that adds the column with the default of the dataclass. A migration
that has been released is never changed, and a ledger of the form before it is kept (tests/store/ledgers). Rows in old history
entries stay as they were written; `codec.recall` completes them with the same defaults.

A migrated file is not made smaller (VACUUM), on purpose: what was freed is empty (secure_delete) and is used for the next rows;
VACUUM cannot run inside the transaction of the migration, wants room for a second whole file (in memory, as temp_store is),
and a refusal of it would have to be told to an owner who only opened a ledger. Nothing is gained that is worth that.

sqlite-utils is imported where a file is made or brought up to date: opening one does not wait for it.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.domain.ledger.records import KINDS
from app.store import blobs, older
from app.store.driver import Connection
from app.store.transaction import transaction

if TYPE_CHECKING:
    from app.store.schema import Database

APPLICATION_ID = 0x4D414D4F  # "MAMO": written into the file so that it is known as ours
TABLES = frozenset({*KINDS, "history", "blobs", "_sqlite_migrations"})


def migrate(db: Connection) -> None:
    """Brings a ledger, or an empty file, to the newest form in one transaction."""
    from app.store.schema import Migrations, database

    steps = Migrations("mamoricho")
    for step in STEPS:
        steps(name=step.__name__)(step)
    with transaction(db):
        steps.apply(database(db))
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {len(STEPS)}")


def the_first_ledger(db: "Database") -> None:
    """One table for each kind of record, and the history."""
    _table(
        db,
        "profile",
        "name trade address phone representative_title representative levels name_top_secret name_secret name_internal"
        " circumstances western_dates:bool author",
    )
    _table(db, "departments", "position:int name")
    _table(db, "people", "position:int name department title employment joined left")
    _table(
        db,
        "partners",
        "position:int name relation address representative_title representative nda_signed nda_until note",
    )
    _table(
        db,
        "assets",
        "position:int name kind department keeper owner partner contract personal export keep_until review_on note"
        " template guesses",
    )
    _table(db, "places", "asset medium where", asset="asset")
    _table(
        db,
        "access",
        "asset reader who view:bool copy:bool take:bool needs:bool since until",
        asset="asset",
    )
    _table(
        db,
        "evaluations",
        "value:int? loss:int? rival:int? trust:int? duty:str? protection:str? known:str? guesses",
        asset="id",
    )
    _table(db, "decisions", "level reason by on", asset="id")
    _table(db, "choices", "state reason who due")
    _table(db, "appointments", "role variant person deputy phone")
    _table(db, "answers", "value")
    _table(db, "own_articles", "shown:bool lines base")
    _table(db, "issues", "form subject version:int title on by reason tree docx docx_sha256 pdf pdf_sha256")
    _table(db, "signatures", "form subject issue on where note")
    _table(db, "outputs", "form subject how on")
    _table(db, "history", "at who label act undoes:int? payload salt payload_hash previous hash", key="seq:int")


def evidence_beside_the_records(db: "Database") -> None:
    """The bytes of issued papers move out of their rows, and what hangs on an asset is found by it at once."""
    db.table("blobs").create({"sha256": str, "content": bytes}, pk="sha256", not_null={"content"})
    for row in list(db.table("issues").rows):
        blobs.put(db.conn, older.evidence("issues", row))
        new = older.renewed("issues", row)
        db.table("issues").update(row["id"], {"tree": new.pop("tree_sha256"), **new})
    db.execute("ALTER TABLE issues RENAME COLUMN tree TO tree_sha256")
    for name in older.FILES:
        db.execute(f"ALTER TABLE issues DROP COLUMN {name}")
    for kind in ("places", "access"):
        db.table(kind).create_index(["asset"])


def what_is_outside_and_what_is_unlawful(db: "Database") -> None:
    """What is with a partner, and since when; the former employer, the partner abroad, the asset that tells of something unlawful."""
    _table(db, "disclosures", "asset position:int partner since form agreement return_by returned note", asset="asset")
    db.table("disclosures").create_index(["asset"])
    db.execute("ALTER TABLE people ADD COLUMN previous TEXT NOT NULL DEFAULT ''")
    db.execute("ALTER TABLE partners ADD COLUMN abroad INTEGER NOT NULL DEFAULT 0")
    db.execute("ALTER TABLE assets ADD COLUMN unlawful TEXT")


STEPS: tuple[Callable[["Database"], None], ...] = (
    the_first_ledger,
    evidence_beside_the_records,
    what_is_outside_and_what_is_unlawful,
)
LATEST = len(STEPS)


TYPES = {"": str, "str": str, "int": int, "bool": bool}


def _table(db: "Database", name: str, columns: str, key: str = "id", asset: str = "") -> None:
    """Makes a table. A column is a text unless `:int` or `:bool` follows; `?` says that it may be empty.

    Words are stored as their plain strings, several of them as a JSON list, yes and no as 1 and 0. The column named by
    `asset` holds the id of an asset that must exist.
    """
    types, needed = {}, set()
    for column in f"{key} {columns}".split():
        called, _, kind = column.partition(":")
        types[called] = TYPES[kind.removesuffix("?")]
        if not kind.endswith("?"):
            needed.add(called)
    db.table(name).create(
        types,
        pk=next(iter(types)),
        not_null=needed,
        foreign_keys=[(asset, "assets", "id")] if asset else [],
    )
