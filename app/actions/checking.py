"""`check`: every fault in the bundled texts and forms, found without any company."""

from pathlib import Path

from app.content import checks as content_checks
from app.content import forms, library
from app.documents import checks as form_checks
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


def notes(content: Path) -> list[str]:
    """What is no fault but worth knowing: measures that no case tells of, and measures that no check list asks about."""
    entries, _ = library.read(content)
    told = {measure for case in entries.cases.values() for measure in case.measures}
    asked = {item.partition("|")[2].strip() for table in entries.checklists.values() for item in table.items}
    return [
        *(f"事例のまだない対策：{measure}" for measure in entries.measures if measure not in told),
        *(f"点検表にまだ出ない対策：{measure}" for measure in entries.measures if measure not in asked),
    ]
