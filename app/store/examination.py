"""Is the history sound? A walk through all its entries from nothing, looking for whatever does not follow.

Every finding is a sentence in Japanese that names the entry (記録 第n号) or the record.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.domain.ledger.records import KIND_OF, KINDS, Record
from app.errors import ImportRefused
from app.store import codec
from app.store.history import ACTS, START, Delta, Entry, Key, Steps, hash_entry, hash_payload


@dataclass
class Examination:
    """`state` is what the records should be after the entries followed so far; `findings` is what is wrong."""

    state: dict[Key, Record] = field(default_factory=dict)
    findings: list[str] = field(default_factory=list)
    _seq: int = 0
    _hash: str = START
    _steps: Steps = field(default_factory=Steps)
    _deltas: dict[int, tuple[Delta, ...]] = field(default_factory=dict)

    def follow(self, entry: Entry) -> None:
        """Checks the next entry against all before it."""
        self._links(entry)
        self._seals(entry)
        try:
            self._deltas[entry.seq] = entry.deltas
        except ImportRefused as refused:
            self._found(entry, f"中身が台帳の記録として読めません（{refused.what}）。")
            self._deltas[entry.seq] = ()
        self._replays(entry)
        self._steps_back(entry)

    def _links(self, entry: Entry) -> None:
        if entry.seq != self._seq + 1:
            self._found(entry, f"番号が続いていません（第{self._seq + 1}号のはずです）。")
        if entry.previous != self._hash:
            self._found(entry, "前の記録とつながっていません。")
        self._seq, self._hash = entry.seq, entry.hash

    def _seals(self, entry: Entry) -> None:
        e = entry
        if e.hash != hash_entry(e.previous, e.seq, e.at, e.who, e.label, e.act, e.undoes, e.payload_hash):
            self._found(entry, "書かれた後に変わっています（確認番号が合いません）。")
        if entry.payload_hash != hash_payload(entry.salt, entry.payload):
            self._found(entry, "中身が、書かれた時のものと違います。")

    def _replays(self, entry: Entry) -> None:
        for delta in self._deltas[entry.seq]:
            if self.state.get(delta.key) != delta.before:
                self._found(entry, f"変更前の内容が、それまでの記録と合いません（{place(delta.key)}）。")
            if delta.after is None:
                self.state.pop(delta.key, None)
            else:
                self.state[delta.key] = delta.after

    def _steps_back(self, entry: Entry) -> None:
        if entry.act not in ACTS:
            self._found(entry, f"「{codec.shown(entry.act)}」という種類の記録はありません。")
        try:
            self._steps.follow(entry.seq, entry.label, entry.act, entry.undoes)
        except ValueError:
            self._found(entry, "元に戻す・やり直すの順番が合いません。")
            return
        if entry.undoes is not None:
            undone = {delta.inverse for delta in self._deltas[entry.undoes]}
            if undone != set(self._deltas[entry.seq]):
                self._found(entry, f"第{entry.undoes}号を取り消す記録ですが、中身がその逆になっていません。")

    def _found(self, entry: Entry, what: str) -> None:
        self.findings.append(f"記録 第{entry.seq}号：{what}")


def examine(entries: Iterable[Entry], records: Iterable[Record]) -> list[str]:
    """Everything wrong with the history, and every record that is not what the history says."""
    walk = Examination()
    for entry in entries:
        walk.follow(entry)
    now = {(KIND_OF[type(record)], record.id): record for record in records}
    return walk.findings + [
        f"{place(key)}：いまの内容が、記録をたどった結果と違います。"
        for key in sorted(walk.state.keys() | now.keys())
        if walk.state.get(key) != now.get(key)
    ]


def place(key: Key) -> str:
    """A record's kind and id, as the owner may read it."""
    kind, row_id = key
    return f"{KINDS[kind].LABEL}（{kind}）の「{codec.shown(row_id)}」"
