"""What can go wrong with a ledger file, in the owner's words: 何が起きたか → データは無事か → 次にすること.

What happened and what to do depend on the trouble; whether the data is safe depends on what we were doing.
"""

import errno
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import Enum
from pathlib import Path

from app.errors import LedgerError, NotWritable, Stranded
from app.store.driver import sqlite
from app.store.lock import Taken
from app.store.transaction import Broken


class Doing(Enum):
    """What we were at when it happened, and what that means for the data."""

    OPENING = "このファイルには何も書き込んでいません。"
    CREATING = "新しい台帳は作られていません。ほかのファイルも元のままです。"
    MADE = "新しい台帳はできています。"
    READING = "台帳には何も書き込んでいません。"
    SAVING = "いまの変更は保存されていません。台帳は変更の前のままです。"
    UNSURE = "いまの変更が保存されたかどうか、まだ確かめられません。それより前の内容は、台帳に保存されています。"


TROUBLES: Mapping[str, tuple[str, str]] = {
    "missing": (
        "台帳が見つかりません：{path}",
        "移動したり名前を変えたりしていないか確かめ、台帳のある場所を選び直してください。",
    ),
    "no file": (
        "「{name}」はフォルダなどで、台帳のファイルではありません。",
        "フォルダの中の台帳を選んでください。",
    ),
    "no folder": ("保存先のフォルダがありません：{folder}", "先にフォルダを作るか、別の場所を選んでください。"),
    "exists": ("「{name}」という名前のものが、もうそこにあります。", "別の名前か、別の場所を選んでください。"),
    "empty": (
        "「{name}」は中身のない（0バイトの）ファイルです。",
        "コピーや移動が途中で終わったのかもしれません。コピー元か控えを開いてください。",
    ),
    "cut": (
        "「{name}」は、まもり帳の台帳ではないか、途中で切れています。",
        "選んだファイルが正しければ、コピー元か控えを開いてください。このファイルも消さずに取っておいてください。",
    ),
    "foreign": (
        "「{name}」は、まもり帳の台帳ではないか、先頭の部分がこわれています。",
        "選んだファイルが正しければ、控えを開いてください。このファイルも消さずに取っておいてください。",
    ),
    "newer": (
        "「{name}」は、お使いのものより新しい版のまもり帳で作られています。",
        "新しい版のまもり帳を入れてから、もう一度開いてください。",
    ),
    "damaged": (
        "「{name}」の一部がこわれています。",
        "控えがあれば、控えを開いてください。こわれたファイルも消さずに取っておいてください。",
    ),
    "busy": (
        "「{name}」は、いま別の画面かほかの人が開いています。",
        "先にそちらを閉じてから、もう一度開いてください。",
    ),
    "under way": (
        "「{name}」には、いま別の書込みをしているところです。",
        "終わるのを待って、もう一度お試しください。",
    ),
    "read only": (
        "「{name}」のある場所に書き込めません。",
        "書き込める場所（このパソコンの中のフォルダなど）に置いてから、もう一度お試しください。",
    ),
    "reading": (
        "「{name}」は、読むだけで開いています。",
        "続きを書くときは、書き込める場所（このパソコンの中のフォルダなど）に写しを取ってください。",
    ),
    "strangers": (
        "「{name}」に、まもり帳のものではない部品が入っています。",
        "ほかのソフトで手を加えられたようです。控えを開いてください。このファイルも消さずに取っておいてください。",
    ),
    "old and read only": (
        "「{name}」は前の版のまもり帳の台帳で、置き場所に書き込めないため、いまの形に直せません。",
        "書き込める場所（このパソコンの中のフォルダなど）に写してから、もう一度開いてください。",
    ),
    "long name": ("「{name}」という名前は長すぎます。", "もう少し短い名前にしてください。"),
    "replaced": (
        "ファイルが入れ替わっています：{path}",
        "同期ソフトやコピーで、開いた後に別のファイルが置かれたようです。いま開いている内容の写しを、別の場所に取ってください。",
    ),
    "elsewhere": (
        "「{name}」に、この画面からではない変更が書き込まれています。",
        "台帳を開き直して、内容を確かめてください。",
    ),
    "full": ("ディスクの空きが足りません。", "要らないファイルを片付けて空きを作り、もう一度お試しください。"),
    "device": (
        "「{name}」の読み書きに失敗しました。",
        "USBメモリやネットワークの接続を確かめて、もう一度お試しください。続くときは、台帳をパソコンの中に移してください。",
    ),
}

# SQLite's own result codes. A code that is not here (a broken rule, a faulty statement) is a fault of the program itself.
_BY_CODE = {
    sqlite.SQLITE_BUSY: "busy",
    sqlite.SQLITE_CANTOPEN: "read only",
    sqlite.SQLITE_CORRUPT: "damaged",
    sqlite.SQLITE_FULL: "full",
    sqlite.SQLITE_IOERR: "device",
    sqlite.SQLITE_NOTADB: "foreign",
    sqlite.SQLITE_READONLY: "read only",
}

STRANDED = {"replaced", "missing", "read only", "reading"}
"""What leaves the open ledger where it can be read, or at least remembered, and not written to."""

FULL = {errno.ENOSPC, errno.EDQUOT}


def trouble(case: str, path: Path, doing: Doing) -> LedgerError:
    """The error to raise for one of TROUBLES."""
    what, then = TROUBLES[case]
    kind = LedgerError
    if case == "read only" and doing is Doing.OPENING:
        kind = NotWritable
    elif case in STRANDED and doing in (Doing.SAVING, Doing.UNSURE):
        kind = Stranded
    return kind(what.format(name=path.name, path=path, folder=path.parent), doing.value, then)


@contextmanager
def told(path: Path, doing: Doing) -> Iterator[None]:
    """Whatever SQLite or the system refuses in here reaches the owner as a LedgerError."""
    try:
        yield
    except (sqlite.Error, OSError, Broken) as error:
        if case := _case(error):
            raise trouble(case, path, doing) from error
        raise


def _case(error: BaseException) -> str | None:
    """Which of TROUBLES an error is; None when it is a fault of the program itself."""
    if isinstance(error, Taken):
        return "busy"
    if isinstance(error, PermissionError):
        return "read only"
    if isinstance(error, OSError):
        return "full" if error.errno in FULL else "device"
    if isinstance(error, Broken):
        return "device"
    if "decode to UTF-8" in str(error):  # a text that was never written by us
        return "damaged"
    return _BY_CODE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
