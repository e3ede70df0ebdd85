"""Where the program's own files are: beside the package, read-only."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"
CONTENT = ROOT / "handbook_content"
FORMS = ROOT / "forms"
FONTS = RESOURCES / "fonts"
ICONS = RESOURCES / "icons"
WORD_BASES = RESOURCES / "word"
SAMPLE = RESOURCES / "sample.json"
