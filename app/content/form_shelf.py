"""The forms as a desk holds them: the heads at once, a whole form when it is first taken. The list of papers needs no more than heads."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from app.content import form_modules, forms
from app.content.form_modules import Module
from app.domain.forms.form import Form


class Shelf(Mapping[str, Form]):
    """Every form by its id, in the order of the page of papers. Taking a faulty one raises ContentError, which names its first fault."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._taken: dict[str, Form] = {}

    @cached_property
    def heads(self) -> Mapping[str, Form]:
        """Every form without its body. Raises ContentError."""
        return forms.heads(self._folder)

    def __getitem__(self, form_id: str) -> Form:
        if form_id not in self._taken:
            self._taken[form_id] = self._read(self.heads[form_id].id)
        return self._taken[form_id]

    def __contains__(self, form_id: object) -> bool:
        return form_id in self.heads

    def __iter__(self) -> Iterator[str]:
        return iter(self.heads)

    def __len__(self) -> int:
        return len(self.heads)

    def _read(self, form_id: str) -> Form:
        path = self._folder / f"{form_id}.md"
        found, faults = forms.parse(
            path.read_text("utf-8-sig"), form_id, f"{self._folder.name}/{path.name}", self._modules
        )
        return forms.retold(forms.sound({form_id: found} if found else {}, faults)[form_id], self.heads)

    @cached_property
    def _modules(self) -> Mapping[str, Module]:
        modules, faults = form_modules.load(self._folder)
        return forms.sound(modules, faults)
