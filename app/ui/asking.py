"""Asking for a file or a folder, in Japanese on every system: Qt's own dialog leaves some of its words in English."""

from pathlib import Path

from PySide6.QtCore import QFileInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QFileIconProvider, QWidget

Mode = QFileDialog.FileMode
Label = QFileDialog.DialogLabel
KINDS = {"docx": "Word文書", "pdf": "PDF", "json": "書き出した台帳"}


class _Kinds(QFileIconProvider):
    """The words of the column 種類."""

    def type(self, info: QFileInfo) -> str:
        return "フォルダー" if info.isDir() else f"{info.suffix()} ファイル".strip()


def to_save(parent: QWidget, title: str, folder: Path, name: str, kind: str) -> Path | None:
    """Where to save a file with this ending; None when the owner thinks better of it."""
    dialog = _dialog(parent, title, folder, f"{KINDS.get(kind, kind)} (*.{kind})")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(Mode.AnyFile)
    dialog.setDefaultSuffix(kind)  # so that it asks before the file that is really meant is replaced
    dialog.setLabelText(Label.Accept, "保存")
    dialog.selectFile(name)
    return _chosen(dialog)


def to_open(parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
    """A file that is there already."""
    dialog = _dialog(parent, title, folder, kinds)
    dialog.setFileMode(Mode.ExistingFile)
    dialog.setLabelText(Label.Accept, "開く")
    return _chosen(dialog)


def for_folder(parent: QWidget, title: str, folder: Path) -> Path | None:
    """A folder."""
    dialog = _dialog(parent, title, folder, "")
    dialog.setFileMode(Mode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setLabelText(Label.Accept, "このフォルダーにする")
    return _chosen(dialog)


def _dialog(parent: QWidget, title: str, folder: Path, kinds: str) -> QFileDialog:
    made = QFileDialog(parent, title, str(folder), kinds)
    words = {Label.LookIn: "場所", Label.FileName: "名前", Label.FileType: "種類", Label.Reject: "やめる"}
    for label, word in words.items():
        made.setLabelText(label, word)
    made.kinds = _Kinds()  # type: ignore[attr-defined]  # Qt keeps no hold of it
    made.setIconProvider(made.kinds)  # type: ignore[attr-defined]
    return made


def _chosen(dialog: QFileDialog) -> Path | None:
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    return Path(dialog.selectedFiles()[0]) if accepted and dialog.selectedFiles() else None
