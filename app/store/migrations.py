"""Every table of a ledger is born here, and nowhere else.

`user_version` counts the migrations a file has been through; it is set in the same transaction, so a file is never
half-way. sqlite-utils also keeps its own list of them with dates, which is for us when we look into a file.

To add a stored field: one more migration at the end that adds the column with the default of the dataclass. A migration
that has been released is never changed. Rows in old history entries stay as they were written; `codec.recall` completes
them with the same defaults.
"""

from app.store.driver import Connection
from app.store.schema import Database, Migrations, database
from app.store.transaction import transaction
from app.store.versions import APPLICATION_ID, LATEST

MIGRATIONS = Migrations("mamoricho")


def migrate(db: Connection) -> None:
    """Brings a ledger, or an empty file, to the newest form in one transaction."""
    with transaction(db):
        MIGRATIONS.apply(database(db))
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {LATEST}")


@MIGRATIONS()
def the_first_ledger(db: Database) -> None:
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


TYPES = {"": str, "str": str, "int": int, "bool": bool}


def _table(db: Database, name: str, columns: str, key: str = "id", asset: str = "") -> None:
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
