"""`check`: every fault in the bundled texts and forms, and in how the window writes its words, found without any company."""

from pathlib import Path

from app import paths
from app.content import checks as content_checks
from app.content import forms, house_style, library
from app.documents.checks import forms as form_checks
from app.frontmatter import Fault


def faults(content: Path, form_folder: Path) -> list[Fault]:
    """All faults, the texts' first."""
    found_forms, unreadable = forms.read(form_folder)
    entries, _ = library.read(content)
    return [
        *content_checks.faults(content, frozenset(found_forms)),
        *unreadable,
        *form_checks.faults(found_forms, frozenset(entries.measures), form_folder.name),
    ]


def misspelt() -> list[Fault]:
    """Words that are not written as resources/house_style.txt has them: in texts, forms, window and sample company."""
    words = house_style.read(paths.HOUSE_STYLE)
    return [*house_style.all_faults(words, paths.CONTENT, paths.FORMS, paths.PACKAGE, paths.SAMPLE)]


def notes(content: Path) -> list[str]:
    """What is no fault but worth knowing: measures that no case tells of, and measures that no check list asks about."""
    entries, _ = library.read(content)
    told = {measure for case in entries.cases.values() for measure in case.measures}
    asked = {item.partition("|")[2].strip() for table in entries.checklists.values() for item in table.items}
    return [
        *(f"事例のまだない対策：{measure}" for measure in entries.measures if measure not in told),
        *(f"点検表にまだ出ない対策：{measure}" for measure in entries.measures if measure not in asked),
    ]
