"""Where the program's own files are, read-only: beside the package in a checkout, inside it when installed."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
ROOT = PACKAGE.parent if (PACKAGE.parent / "handbook_content").is_dir() else PACKAGE
RESOURCES = ROOT / "resources"
CONTENT = ROOT / "handbook_content"
FORMS = ROOT / "forms"
FONTS = RESOURCES / "fonts"
ICONS = RESOURCES / "icons"
WORD_BASES = RESOURCES / "word"
SEARCH = RESOURCES / "search"
HOUSE_STYLE = RESOURCES / "house_style.txt"
SAMPLE = RESOURCES / "sample.json"
