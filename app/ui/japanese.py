"""Qt's own words in Japanese: Qt brings most of them itself; these are the ones that it left in English.

They are met where the system has no file dialog or print dialog of its own (Linux).
"""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator

LEFT_OUT = {
    "&Look in:": "場所(&L)：",
    "Files of &type:": "ファイルの種類(&T)：",
    "Folder": "フォルダ",
    "File Folder": "フォルダ",
    "Drive": "ドライブ",
    "File": "ファイル",
    "%1 File": "%1 ファイル",
    "Pages": "ページを指定",
    "Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. "
    "E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.": "ページの番号をコンマで区切ります。例：3,5-7,9",
    "Double Sided Printing": "両面印刷",
    "Off": "しない",
    "Long side binding": "長い辺でとじる",
    "Short side binding": "短い辺でとじる",
    "Page &Set:": "ページの組(&S)：",
    "Page &order:": "並べる順(&O)：",
    "Pages &per sheet:": "1枚に入れるページ数(&P)：",
    "Advanced": "くわしい設定",
    "There are conflicts in some options. Please fix them.": "同時に選べないものがあります。選び直してください。",
    "Job &priority:": "印刷の優先度(&P)：",
    "Scheduled &printing:": "印刷する時刻(&P)：",
    "&Billing information:": "課金の情報(&B)：",
    "&Start:": "最初の紙(&S)：",
    "&End:": "最後の紙(&E)：",
}


class LeftOut(QTranslator):
    """Asked last of all, so that it answers only where Qt's own translation has nothing."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        return LEFT_OUT.get(source)  # None, not "", which Qt would take for a translation


def speak(parent: QObject) -> None:
    """From here on Qt speaks Japanese. The translator that was installed last is asked first."""
    QCoreApplication.installTranslator(LeftOut(parent))
    own = QTranslator(parent)
    if own.load("qtbase_ja", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        QCoreApplication.installTranslator(own)
