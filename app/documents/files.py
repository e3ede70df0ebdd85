"""Putting a finished paper on the disk: all of it or nothing, under a name that every system accepts."""

import errno
import os
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from app.errors import PaperError
from app.passing import passing, sweep

SAFE = "台帳も、前からあるファイルも、そのままです。"
LONGEST_NAME = 80  # UTF-16 units without the extension; with it under the 255 bytes that Linux allows
_FULL_WIDTH = str.maketrans('<>:"/\\|?*', "＜＞：”／￥｜？＊")
# Control characters, halves of a pair, and marks that turn the reading direction or cannot be seen at all.
_INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]"
)
_RESERVED = re.compile(r"(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³])\s*(\.|$)", re.IGNORECASE)


def safe_file_name(text: str) -> str:
    """The text as a file name without extension: signs that Windows refuses become their full-width brothers."""
    name = _cut(_INVISIBLE.sub("", text).translate(_FULL_WIDTH).strip(" .　"))
    return _cut(f"_{name}") if _RESERVED.match(name) else name or "無題"


def _cut(name: str) -> str:
    units = name.encode("utf-16-le")[: 2 * LONGEST_NAME]
    return units.decode("utf-16-le", "ignore").rstrip(" .　")  # "ignore" drops a pair cut in half


def write_atomically(path: Path, data: bytes | Iterable[bytes], check: Callable[[bytes], object] | None = None) -> None:
    """Writes beside the target, all at once or piece by piece, and then takes its place: a failure leaves the old file and nothing else.

    `check` is shown what stands on the disk before that, and may raise.
    """
    draft = passing(path)
    try:
        _write(draft, data)
        if check:
            check(draft.read_bytes())
        os.replace(draft, path)
    except OSError as error:
        reason, then = _explained(error, path.parent, draft_stands=os.path.exists(draft))
        raise PaperError(f"「{path.name}」を書き出せませんでした。{reason}", SAFE, then) from error
    finally:
        _remove(draft)


def make_folder(folder: Path) -> None:
    """The folder, made where it is not there yet, without what a power cut left in it. Raises PaperError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        sweep(folder)
    except OSError as error:
        then = "別の場所を選んでください。"
        raise PaperError(f"フォルダ「{folder.name}」を作れませんでした。", SAFE, then) from error


def _write(draft: Path, data: bytes | Iterable[bytes]) -> None:
    with draft.open("xb") as file:
        file.writelines([data] if isinstance(data, bytes) else data)
        file.flush()
        os.fsync(file.fileno())  # a full disk or a lost network drive often says so only here


def _remove(draft: Path) -> None:
    with suppress(OSError):  # the folder may be gone; what went wrong has been told already
        draft.unlink(missing_ok=True)


def _explained(error: OSError, folder: Path, *, draft_stands: bool) -> tuple[str, str]:
    """Why, and what to do next, in the owner's words. Where the draft could be written, the folder is not to blame."""
    match error:
        case OSError(errno=errno.ENOSPC | errno.EDQUOT):
            return "ディスクの空きが足りません。", "空きを作るか、別の場所を選んで、もう一度書き出してください。"
        case IsADirectoryError():
            return "同じ名前のフォルダがあります。", "ほかの名前か、別の場所を選んでください。"
        case FileNotFoundError() | NotADirectoryError():
            return f"フォルダ「{folder}」が見つかりません。", "保存する場所を選び直してください。"
        case PermissionError() if draft_stands:
            return (
                "同じ名前のファイルが、ほかで開かれています。",
                "Word などで開いていれば閉じて、もう一度書き出してください。",
            )
        case PermissionError() | OSError(errno=errno.EROFS):
            return f"フォルダ「{folder}」には書き込めません。", "書き込める場所を選び直してください。"
        case _:
            return f"（{error.strerror or error}）", "別の場所を選んで、もう一度書き出してください。"
