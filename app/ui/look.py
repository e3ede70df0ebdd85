"""How the window looks: one set of tokens a mode, from which the palette *and* the style sheet are made.

A paper notebook: 生成り paper, 墨 text, 藍 for what can be done, 朱 as a seal. Sizes are points and pixels at 96 dpi, multiplied
by the owner's own text size (90–150 %).
"""

from string import Template
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QPalette

from app import paths

LIGHT = {
    "paper": "#F8F4EA",
    "rail": "#EFE8D8",
    "card": "#FFFDF8",
    "line": "#DED5C2",
    "edge": "#857B66",
    "ink": "#27241F",
    "ink2": "#5E574A",
    "ai": "#1B4F7A",
    "ai_deep": "#123A5C",
    "ai_pale": "#E1EAF1",
    "on_ai": "#FFFFFF",
    "shu": "#B4311D",
    "shu_fill": "#B4311D",
    "shu_pale": "#F9E6DF",
    "hi": "#4B463C",
    "on_hi": "#FFFFFF",
    "kari": "#6B4E16",
    "kari_pale": "#F6EBCF",
}
DARK = {
    "paper": "#201E1A",
    "rail": "#191714",
    "card": "#292621",
    "line": "#3F3A32",
    "edge": "#8C8371",
    "ink": "#EEE7D9",
    "ink2": "#BDB4A2",
    "ai": "#92BFE2",
    "ai_deep": "#B5D5EE",
    "ai_pale": "#2B3B49",
    "on_ai": "#14222D",
    "shu": "#F2917B",
    "shu_fill": "#C5402A",
    "shu_pale": "#43291F",
    "hi": "#CDC4B2",
    "on_hi": "#201E1A",
    "kari": "#E2C275",
    "kari_pale": "#3D3420",
}

STRONG_LIGHT = {
    **LIGHT,
    **dict.fromkeys(("paper", "rail", "card"), "#FFFFFF"),
    **dict.fromkeys(("line", "edge", "ink", "ink2", "hi"), "#000000"),
    **{"ai": "#003A75", "ai_deep": "#00244A", "ai_pale": "#D0E4F7", "shu": "#8E1500", "shu_fill": "#8E1500"},
}
STRONG_DARK = {
    **DARK,
    **dict.fromkeys(("paper", "rail", "card", "on_ai", "on_hi"), "#000000"),
    **dict.fromkeys(("line", "edge", "ink", "ink2", "hi"), "#FFFFFF"),
    **{"ai": "#9FD3FF", "ai_deep": "#CFE9FF", "ai_pale": "#14385A", "shu": "#FFA794"},
}
"""For a system that is set to high contrast: black on white or white on black, every line as dark as the letters."""

SCREEN = ["BIZ UDPGothic", "Mamoricho Rare Gothic"]
TITLE = ["BIZ UDPMincho", "Mamoricho Rare Mincho"]

SIZES = {"h1": 22.5, "next": 16.5, "step": 15.0, "h2": 13.5, "body": 12.0, "table": 11.25, "caption": 10.5}


class Look(NamedTuple):
    """One mode at one text size."""

    dark: bool = False
    scale: float = 1.0
    strong: bool = False

    @property
    def tokens(self) -> dict[str, str]:
        """Every colour of this mode by its name."""
        if self.strong:
            return STRONG_DARK if self.dark else STRONG_LIGHT
        return DARK if self.dark else LIGHT

    def color(self, token: str) -> QColor:
        """A colour by its token."""
        return QColor(self.tokens[token])

    def px(self, size: float) -> int:
        """A length in pixels, grown with the text."""
        return round(size * self.scale)

    def font(self, size: str = "body", *, bold: bool = False, families: list[str] | None = None) -> QFont:
        """A screen font by the name of its size; h1 and next are in 明朝."""
        font = QFont()
        font.setFamilies(families or (TITLE if size in ("h1", "next") else SCREEN))
        font.setPointSizeF(SIZES[size] * self.scale)
        font.setBold(bold)
        return font

    def palette(self) -> QPalette:
        """The colours for everything that the style sheet does not paint."""
        role = QPalette.ColorRole
        roles = {
            role.Window: "paper",
            role.Base: "card",
            role.AlternateBase: "paper",
            role.WindowText: "ink",
            role.Text: "ink",
            role.ButtonText: "ink",
            role.PlaceholderText: "ink2",
            role.Button: "card",
            role.Mid: "edge",
            role.Highlight: "ai_pale",
            role.HighlightedText: "ink",
            role.Link: "ai",
            role.Accent: "ai",
            role.BrightText: "shu",
            role.ToolTipBase: "card",
            role.ToolTipText: "ink",
        }
        palette = QPalette()
        for which, token in roles.items():
            palette.setColor(which, self.color(token))
        for which in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, which, self.color("ink2"))
        return palette

    def style_sheet(self) -> str:
        """The style sheet, tokens and sizes filled in."""
        values = dict(self.tokens)
        values |= {f"pt_{name}": f"{size * self.scale:.2f}pt" for name, size in SIZES.items()}
        values |= {
            f"px{n}": f"{self.px(n)}px"
            for n in (3, 4, 6, 8, 10, 12, 16, 18, 20, 24, 26, 28, 32, 34, 36, 40, 44, 48, 56, 66, 72)
        }
        values |= {"icons": paths.ICONS.as_posix(), "mode": "-dark" if self.dark else ""}
        return Template(QSS).substitute(values)


QSS = """
QWidget { font-family: "BIZ UDPGothic", "Mamoricho Rare Gothic"; font-size: $pt_body; color: $ink; }
QMainWindow, QDialog, QStackedWidget { background: $paper; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: 0; }
QToolTip { background: $card; color: $ink; border: 1px solid $edge; padding: $px4; font-size: $pt_caption; }

QLabel[type="h1"] { font-family: "BIZ UDPMincho", "Mamoricho Rare Mincho"; font-size: $pt_h1; }
QLabel[type="next"] { font-family: "BIZ UDPMincho", "Mamoricho Rare Mincho"; font-size: $pt_next; }
QLabel[type="step"] { font-size: $pt_step; font-weight: bold; }
QLabel[type="h2"] { font-size: $pt_h2; font-weight: bold; }
QLabel[type="strong"] { font-size: $pt_body; font-weight: bold; }
QLabel[type="table"] { font-size: $pt_table; }
QLabel[type="caption"] { font-size: $pt_caption; }
QLabel[tone="soft"] { color: $ink2; }
QLabel[tone="ai"] { color: $ai; }
QLabel[tone="shu"] { color: $shu; }

QLabel[level] { font-size: $pt_caption; padding: 0 $px10; min-height: $px24; min-width: $px36; border-radius: 3px; }
QLabel[level="top_secret"] { background: $shu_fill; color: #FFFFFF; font-weight: bold; }
QLabel[level="secret"] { background: $hi; color: $on_hi; font-weight: bold; }
QLabel[level="internal"] { border: 1px solid $ink2; color: $ink; }
QLabel[level="open"] { border: 1px dotted $edge; color: $ink2; }
QLabel[mark="guess"] {
    background: $kari_pale; color: $kari; font-size: $pt_caption; padding: 0 $px4; border-radius: 2px;
}
QLabel[mark="entrusted"], QLabel[mark="own"], QLabel[mark="sample"] {
    border: 1px solid $edge; color: $ink2; font-size: $pt_caption; padding: 0 $px3; border-radius: 2px;
}

QPushButton { background: $card; border: 1px solid $edge; border-radius: 4px; padding: 0 $px16; min-height: $px36; }
QPushButton:hover { border-color: $ai; }
QPushButton:pressed { background: $ai_pale; }
QPushButton:focus { border: 2px solid $ai; min-height: $px34; }
QPushButton:disabled { color: $ink2; border-color: $line; background: transparent; }
QPushButton[small="true"] { min-height: $px26; padding: 0 $px10; font-size: $pt_table; }
QPushButton[small="true"]:focus { min-height: $px24; }
QPushButton[primary="true"] {
    background: $ai; color: $on_ai; border: 4px solid $ai; font-weight: bold; min-height: $px34; padding: 0 $px16;
}
QPushButton[primary="true"]:hover, QPushButton[primary="true"]:pressed {
    background: $ai_deep; border-color: $ai_deep;
}
QPushButton[primary="true"]:focus { border: 4px double $on_ai; min-height: $px34; }
QPushButton[primary="true"]:disabled {
    background: transparent; color: $ink2; border: 1px solid $line; min-height: $px40; padding: 0 $px20;
}
QPushButton[primary="true"][large="true"] { min-height: $px66; padding: 0 $px36; font-size: $pt_next; }
QPushButton[danger="true"] { color: $shu; border-color: $shu; }
QPushButton[danger="true"]:focus { border: 2px solid $ai; }
QPushButton[link="true"] {
    background: transparent; border: 1px solid transparent; color: $ai; text-decoration: underline; padding: 0 2px;
    min-height: $px20; text-align: left;
}
QPushButton[link="true"]:hover { color: $ai_deep; }
QPushButton[link="true"]:focus { border: 2px solid $ai; min-height: $px18; padding: 0 1px; }
QPushButton[link="true"][soft="true"] { color: $ink2; }
QPushButton[choice="true"] { padding: 0 $px8; min-height: $px32; font-size: $pt_table; }
QPushButton[choice="true"]:checked { background: $ai_pale; border: 2px solid $ai; font-weight: bold; }
QPushButton[choice="true"]:focus { border: 2px solid $ai; min-height: $px32; }
QPushButton[choice="true"]:checked:focus { border: 4px double $ai; min-height: $px28; padding: 0 $px6; }

QPushButton[box="true"] { border-radius: 0; padding: 0; }
QPushButton[box="top"] { border-radius: 0; padding: 0; background: $rail; }

QPushButton[rail="true"] {
    background: transparent; border: 0; border-left: 4px solid transparent; border-right: 1px solid $line;
    border-radius: 0; text-align: left; min-height: $px40; padding: 0 $px8 0 $px20;
}
QPushButton[rail="true"]:hover { background: $paper; }
QPushButton[rail="true"]:checked {
    background: $paper; border-left: 4px solid $ai; border-right: 1px solid $paper; font-weight: bold;
}
QPushButton[rail="true"]:focus { border: 2px solid $ai; }
QPushButton[alarm="true"] {
    background: transparent; color: $shu; border: 2px solid $shu; border-radius: 4px; text-align: left;
    font-weight: bold; min-height: $px48; padding: 0 $px12;
}
QPushButton[alarm="true"]:focus { border: 4px double $shu; min-height: $px44; padding: 0 $px10; }
QFrame[rail="true"] { background: $rail; border: 0; }
QFrame[railfill="true"] { background: $rail; border: 0; border-right: 1px solid $line; }

QFrame[card="true"] { background: $card; border: 1px solid $line; border-radius: 6px; }
QFrame[card="alarm"] { background: $card; border: 1px solid $shu; border-radius: 6px; }
QFrame[card="error"] { background: $shu_pale; border: 1px solid $shu; border-radius: 6px; }
QFrame[well="true"] { background: $rail; border: 2px solid $line; }
QFrame[well="true"][keyboard="true"] { border: 2px solid $ai; }
QFrame[hair="true"] { background: $line; border: 0; }
QFrame[strip="true"] { background: $ai_pale; border: 0; border-bottom: 1px solid $line; }
QFrame[foot="true"] { background: $paper; border: 0; border-top: 1px solid $line; }

QLineEdit, QPlainTextEdit, QTextBrowser, QComboBox, QDateEdit, QSpinBox {
    background: $card; border: 1px solid $edge; border-radius: 4px; padding: 0 $px10;
    selection-background-color: $ai; selection-color: $on_ai; placeholder-text-color: $ink2;
}
QLineEdit, QComboBox, QDateEdit, QSpinBox { min-height: $px36; }
QPlainTextEdit { padding: $px6; }
QTextEdit[rows="true"] { background: $card; border: 1px solid $edge; border-radius: 4px; padding: $px6; }
QTextEdit[rows="true"]:focus { border: 2px solid $ai; padding: 5px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus { border: 2px solid $ai; }
QLineEdit[unsaved="true"], QComboBox[unsaved="true"] { border: 2px solid $shu; background: $shu_pale; }
QTextBrowser { background: transparent; border: 2px solid transparent; padding: 0; }
QTextBrowser:focus { border: 2px solid $ai; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: 0; width: $px26; }
QComboBox::down-arrow { image: url($icons/down$mode.svg); width: $px16; height: $px16; }
QComboBox QLineEdit { border: 0; padding: 0; min-height: 0; background: transparent; }
QComboBox QAbstractItemView {
    background: $card; border: 1px solid $edge; selection-background-color: $ai_pale; selection-color: $ink;
    outline: 0; padding: $px4 0;
}
QComboBox QAbstractItemView::item { min-height: $px32; padding: 0 $px8; }
QComboBox QAbstractItemView::item:selected, QComboBox QAbstractItemView::item:hover { background: $ai_pale; color: $ink; }
QComboBox[small="true"], QLineEdit[small="true"] { min-height: $px26; font-size: $pt_table; }
QCheckBox, QRadioButton { spacing: $px8; min-height: $px26; border: 2px solid transparent; border-radius: 3px; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $ai; }
QRadioButton::indicator { width: $px16; height: $px16; border: 1px solid $edge; border-radius: $px8; background: $card; }
QRadioButton::indicator:checked { background: $ai; border-color: $ai; }
QCheckBox::indicator, QListWidget::indicator {
    width: $px16; height: $px16; border: 1px solid $edge; border-radius: 3px; background: $card;
}
QCheckBox::indicator:checked, QListWidget::indicator:checked {
    background: $ai; border-color: $ai; image: url($icons/check-on$mode.svg);
}

QTableView, QListView, QTreeView, QListWidget {
    background: $card; border: 1px solid $line; gridline-color: $line; outline: 0; font-size: $pt_table;
    selection-background-color: $ai_pale; selection-color: $ink;
}
QTableView QLineEdit, QTableView QComboBox {
    min-height: 0; border: 2px solid $ai; border-radius: 0; padding: 0 $px6; font-size: $pt_table;
}
QHeaderView::section {
    background: $rail; color: $ink; border: 0; border-right: 1px solid $line; border-bottom: 1px solid $line;
    padding: $px8; font-size: $pt_caption; font-weight: bold;
}
QHeaderView::section:vertical { color: $ink2; font-weight: normal; padding: 0 $px8; }
QTableCornerButton::section {
    background: $rail; border: 0; border-right: 1px solid $line; border-bottom: 1px solid $line;
}
QListWidget[plain="true"] { background: transparent; border: 0; }
QListWidget[plain="true"]::item {
    border-bottom: 1px solid $line; border-left: 4px solid transparent; padding: $px8;
}
QListWidget[rows="true"]::item { padding: 0; }
QListWidget[plain="true"]::item:focus, QTableView[dressed="true"]::item:focus, QTreeView::item:focus {
    border: 2px solid $ai; color: $ink;
}
QListWidget[plain="true"]::item:selected { background: $ai_pale; color: $ink; border-left: 4px solid $ai; }

QTreeWidget[plain="true"] { background: transparent; border: 0; }

QProgressBar { background: $line; border: 0; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $hi; }
QProgressBar[here="true"]::chunk { background: $ai; }

QScrollBar:vertical { background: transparent; width: $px12; margin: 0; }
QFrame[rail="true"] QScrollBar:vertical { width: $px8; background: $rail; border-right: 1px solid $line; }
QScrollBar:horizontal { background: transparent; height: $px12; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 3px; min-height: $px32; min-width: $px32; margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: $card; border: 1px solid $edge; padding: $px4; }
QMenu::item { padding: $px6 $px20; }
QMenu::item:selected { background: $ai_pale; }
QSplitter::handle { background: transparent; }
"""
