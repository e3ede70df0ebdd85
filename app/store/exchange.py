"""A whole ledger as one JSON file, and back into a new ledger. README.md describes the format.

Reading trusts nothing: a file that is not exactly right is refused with the place and the reason, before anything is
made on disk. A round trip changes nothing: the history keeps its hashes, the rows their order.

Writing goes piece by piece. Reading has the whole text in memory once, and what it says once more: 500 issued papers (a file of
194 MB) take 760 MB at the highest, 10 s of work; a parser that goes piece by piece would be a library of its own for that.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from app.domain.ledger.records import KIND_OF, KINDS, OF_ASSET, Profile, Record
from app.errors import ImportRefused
from app.store import blobs, codec, meaning, older
from app.store.codec import refused, shown
from app.store.examination import examine, place
from app.store.history import Delta, Entry, Key, canonical
from app.store.ledger import PROFILE, Ledger
from app.store.migrations import LATEST

FORMAT, VERSION = "mamoricho", LATEST  # the file has the fields of the ledger that it was written from


def dump(ledger: Ledger) -> str:
    """The ledger as JSON text. It is readable by anyone who has the file."""
    return "".join(pieces(ledger))


def pieces(ledger: Ledger) -> Iterator[str]:
    """The same text piece by piece, for all the papers that were ever issued need not be in memory at once."""
    company: dict[str, list[codec.Row]] = {kind: [] for kind in KINDS}
    for record in ledger.company().records():
        company[KIND_OF[type(record)]].append(codec.to_row(record))
    history = [asdict(entry) | {"payload": json.loads(entry.payload)} for entry in ledger.history()]
    whole = {"format": FORMAT, "version": VERSION, "company": company, "history": history}
    yield json.dumps(whole, ensure_ascii=False, indent=2).removesuffix("\n}")
    before = ',\n  "evidence": {'
    for sha256 in ledger.evidence_names():
        yield f'{before}\n    "{sha256}": "{b64encode(ledger.evidence(sha256) or b"").decode()}"'
        before = ","
    yield "\n}\n" if before != "," else "\n  }\n}\n"


def read(source: Path) -> str:
    """The text of a JSON file that somebody chose."""
    try:
        return source.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refused(f"「{source.name}」は UTF-8 の文字で書かれていません。") from error
    except OSError as error:
        raise refused(f"「{source.name}」を読めません。") from error
    except MemoryError as error:
        raise refused(f"「{source.name}」は、このパソコンで扱うには大きすぎます。") from error


def is_dump(head: bytes) -> bool:
    """Whether a file that begins like this was written by `dump`."""
    return head.decode("utf-8-sig", "replace").replace("\r", "").startswith(f'{{\n  "format": "{FORMAT}",')


def load(text: str, path: Path) -> Ledger:
    """A new ledger at `path` with what the text says; ImportRefused when the text is not right."""
    try:
        whole = _object(_parse(text))
        records = _records(whole["company"], codec.recall if whole["version"] < VERSION else codec.from_row)
        _mean_something(records, by_hand="history" not in whole)
        evidence = _evidence(whole, records)
        entries = _entries(whole["history"], records) if "history" in whole else []
    except RecursionError as error:
        raise refused("入れ子が深すぎます。") from error
    if not entries:
        return Ledger.begin(path, records.values(), "台帳を読み込み", evidence)
    return Ledger.make(path, (Delta(None, record) for record in records.values()), *entries, evidence=evidence)


def _parse(text: str) -> object:
    try:
        return json.loads(text, object_pairs_hook=_unique)
    except json.JSONDecodeError as error:
        raise refused(f"JSON として読めません（{error.lineno}行目の{error.colno}文字目のあたり）。") from error
    except ValueError as error:  # a number of thousands of digits
        raise refused("JSON として読めません。") from error


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object, unless it has the same key twice: Python would take the last one without a word."""
    keys = dict(pairs)
    if len(keys) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise refused(f"同じ組の中に、項目「{shown(twice)}」が二度あります。")
    return keys


def _object(whole: object) -> dict[str, Any]:
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise refused(f'まもり帳の書き出しではありません（先頭に "format": "{FORMAT}" がありません）。')
    version = whole.get("version")
    if type(version) is not int or version < 1:
        raise refused("version が正しくありません。")
    if version > VERSION:
        raise ImportRefused(
            "お使いのものより新しい版のまもり帳から書き出されています。",
            "何も書き込んでいません。",
            "新しい版のまもり帳を入れてから、もう一度読み込んでください。",
        )
    for name in whole:
        if name not in ("format", "version", "company", "history", "evidence"):
            raise refused(f"「{shown(name)}」という項目はありません。つづりを確かめてください。")
    if "company" not in whole:
        raise refused("company がありません。")
    return whole


def _records(company: object, read_row: Callable[[str, object], Record]) -> dict[Key, Record]:
    """Every record by its key, in the order of the file."""
    if not isinstance(company, dict):
        raise refused("company が、種類ごとの一覧の組（{ }）ではありません。")
    records: dict[Key, Record] = {}
    for kind, rows in company.items():
        if kind not in KINDS:
            raise refused(f"company に「{shown(kind)}」という種類はありません。")
        if not isinstance(rows, list):
            raise refused(f"company の {kind} が、一覧（[ ]）ではありません。")
        for row in rows:
            record = read_row(kind, row)
            if (kind, record.id) in records:
                raise refused(f"{place((kind, record.id))}が二つあります。")
            records[kind, record.id] = record
    if [key for key in records if key[0] == PROFILE[0]] != [PROFILE]:
        raise refused(f"{Profile.LABEL}（profile）は、id が「company」のもの一つだけにしてください。")
    for (kind, row_id), record in records.items():
        asset = getattr(record, OF_ASSET[kind]) if kind in OF_ASSET else None
        if asset is not None and ("assets", asset) not in records:
            raise refused(f"{place((kind, row_id))}が指す情報資産「{shown(asset)}」がありません。")
    return records


def _mean_something(records: dict[Key, Record], *, by_hand: bool) -> None:
    for (kind, row_id), record in records.items():
        wrong = [*meaning.wrong_values(kind, record), *(meaning.missing(kind, record, records) if by_hand else ())]
        for field, why in wrong:
            raise refused(f"{place((kind, row_id))}、項目「{field}」：{why}")


def _evidence(whole: Mapping[str, Any], records: Mapping[Key, Record]) -> list[bytes]:
    """The bytes in the file, once it is known that they are what their names say, and that every record has its own."""
    named = whole.get("evidence", {})
    if not isinstance(named, dict):
        raise refused("evidence が、中身の組（{ }）ではありません。")
    contents = [_content(sha256, text) for sha256, text in named.items()]
    if whole["version"] < VERSION:
        contents += [
            one for kind, rows in whole["company"].items() for row in rows for one in older.evidence(kind, row)
        ]
    for record, sha256 in blobs.missing(records.values(), map(blobs.name, contents)):
        key = KIND_OF[type(record)], record.id
        raise refused(f"{place(key)}：確定したときの文かファイルがないか、変わっています（{shown(sha256)}）。")
    return contents


def _content(sha256: str, text: object) -> bytes:
    try:
        content = b64decode(text, validate=True) if isinstance(text, str) else b""
    except ValueError:
        content = b""
    if blobs.name(content) != sha256:
        raise refused(f"evidence の「{shown(sha256)}」：中身が、この SHA-256 のものではありません。")
    return content


def _entries(history: object, records: dict[Key, Record]) -> list[Entry]:
    """The history, once it is known to be sound and to lead to these records."""
    if not isinstance(history, list) or not history:
        raise refused("history が、記録の一覧（[ ]）ではないか、空です。")
    entries = [_entry(number, row) for number, row in enumerate(history, 1)]
    if findings := examine(entries, records.values()):
        raise refused(f"履歴（history）が正しくありません。{_first(findings)}")
    return entries


def _entry(number: int, row: object) -> Entry:
    try:
        if isinstance(row, dict) and isinstance(row.get("payload"), list):
            row = row | {"payload": canonical(row["payload"])}
        entry = codec.build(Entry, row)
        if not _is_moment(entry.at):
            raise codec.Unfit("at", "日時ではありません（例：2026-11-17T09:30:00+09:00）。")
    except codec.Unfit as unfit:
        field = f"、項目「{shown(unfit.field)}」" if unfit.field else ""
        raise refused(f"履歴（history）の{number}番目{field}：{unfit.why}") from unfit
    return entry


def _is_moment(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def _first(findings: Iterable[str]) -> str:
    first, *more = findings
    return f"{first}（ほか{len(more)}件）" if more else first
