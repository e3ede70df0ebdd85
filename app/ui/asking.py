"""Asking for a file or a folder: what the buttons do, in words, and the right ending for what is saved."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

Mode = QFileDialog.FileMode
Label = QFileDialog.DialogLabel
KINDS = {"docx": "Word文書", "pdf": "PDF", "json": "書き出した台帳", "ics": "予定表"}


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
    dialog.setLabelText(Label.Accept, "このフォルダにする")
    return _chosen(dialog)


def _dialog(parent: QWidget, title: str, folder: Path, kinds: str) -> QFileDialog:
    made = QFileDialog(parent, title, str(folder), kinds)
    made.setLabelText(Label.Reject, "やめる")
    return made


def _chosen(dialog: QFileDialog) -> Path | None:
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    return Path(dialog.selectedFiles()[0]) if accepted and dialog.selectedFiles() else None
