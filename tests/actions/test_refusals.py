"""How a step says no (app/actions): a sentence is returned or an error raised, never both; and the docstring says which."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import errors

ACTIONS = Path(__file__).resolve().parents[2] / "app" / "actions"
ERRORS = {name for name, value in vars(errors).items() if isinstance(value, type)}
WRITES = {"change", "record"}


def slips(tree: ast.Module) -> Iterator[str]:
    """What breaks the rule, by the name of its function."""
    for one in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        raised = [node.exc for node in ast.walk(one) if isinstance(node, ast.Raise)]
        if any(not isinstance(error, ast.Call) or ast.unparse(error.func) not in ERRORS for error in raised):
            yield f"{one.name} raises what has no three parts"
        words = ast.get_docstring(one) or ""
        tells = one.returns is not None and ast.unparse(one.returns) == "str"
        if tells and (raised or "Raises" in words):
            yield f"{one.name} returns and raises"
        if tells and _writes(one) and not one.name.startswith("_") and not ('or ""' in words or "'s id" in words):
            yield f"{one.name} does not say what it returns"


def _writes(function: ast.FunctionDef) -> bool:
    calls = (node.func for node in ast.walk(function) if isinstance(node, ast.Call))
    return any(
        isinstance(one, ast.Attribute) and one.attr in WRITES and ast.unparse(one.value) == "desk" for one in calls
    )


@pytest.mark.parametrize("path", sorted(ACTIONS.rglob("*.py")), ids=lambda path: path.relative_to(ACTIONS).as_posix())
def test_every_step_says_no_in_one_way(path: Path) -> None:
    assert list(slips(ast.parse(path.read_text("utf-8")))) == []


@pytest.mark.parametrize(
    ("body", "slip"),
    [
        ('"""Remove it."""\n    desk.change("x")\n    return ""', "act does not say what it returns"),
        ('"""Returns why not, or ""."""\n    raise PaperError("x")', "act returns and raises"),
        ('"""Returns why not, or "". Raises PaperError."""', "act returns and raises"),
        ('"""Do."""\n    raise ValueError("x")', "act raises what has no three parts"),
    ],
)
def test_a_step_that_breaks_the_rule_is_noticed(body: str, slip: str) -> None:
    assert slip in list(slips(ast.parse(f"def act(desk: Desk) -> str:\n    {body}\n")))
