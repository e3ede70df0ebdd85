"""What goes out under one number: the version in every place that shows it, and one list of checks for everyone who runs them."""

import re
import subprocess
import sys
import tomllib
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from app.cli import main
from app.version import VERSION

HOME = Path(__file__).resolve().parent.parent
WORKFLOW = (HOME / ".github/workflows/ci.yml").read_text("utf-8")
PRE_COMMIT = (HOME / ".pre-commit-config.yaml").read_text("utf-8")


@pytest.fixture
def bootstrap() -> ModuleType:
    spec = spec_from_file_location("bootstrap", HOME / "tools/bootstrap.py")
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_number_of_the_version_stands_in_one_place_only() -> None:
    project = tomllib.loads((HOME / "pyproject.toml").read_text("utf-8"))
    assert "version" not in project["project"]
    assert project["project"]["dynamic"] == ["version"]
    source = (HOME / project["tool"]["hatch"]["version"]["path"]).read_text("utf-8")
    assert re.findall(r'^VERSION = "([^"]+)"$', source, re.M) == [VERSION]


def test_the_changelog_begins_with_this_version() -> None:
    headings = re.findall(r"^## \[(.+)\] - (.+)$", (HOME / "CHANGELOG.md").read_text("utf-8"), re.M)
    assert headings[0][0] == VERSION
    assert all(re.fullmatch(r"未公開|\d{4}-\d{2}-\d{2}", day) for _, day in headings)
    assert not [day for _, day in headings[1:] if day == "未公開"]


def test_the_command_line_says_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["--version"])
    assert end.value.code == 0
    assert capsys.readouterr().out == f"まもり帳 {VERSION}\n"
    told = subprocess.run([sys.executable, "-m", "app", "--version"], capture_output=True, text=True, cwd=HOME)
    assert told.stdout == f"まもり帳 {VERSION}\n"


class Ran(Exception):
    """pytest was reached."""


@pytest.mark.parametrize(
    ("arguments", "checked", "tested"),
    [
        ([], True, True),
        (["--checks"], True, False),
        (["--long"], True, True),
        (["tests/store"], False, True),
        (["-k", "name"], False, True),
    ],
)
def test_the_checks_run_before_the_tests_or_alone(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, arguments: list[str], checked: bool, tested: bool
) -> None:
    seen: list[Any] = []

    def pytest_runs(*_: object) -> int:
        raise Ran

    monkeypatch.chdir(HOME)
    monkeypatch.setattr(bootstrap, "ensure_environment", lambda lock: None)
    monkeypatch.setattr(bootstrap, "ensure_office", lambda: None)
    monkeypatch.setattr(bootstrap, "check", lambda: seen.extend(bootstrap.CHECKS))
    monkeypatch.setattr(bootstrap.subprocess, "call", pytest_runs)
    if tested:
        with pytest.raises(Ran):
            bootstrap.test(arguments)
    else:
        bootstrap.test(arguments)
    assert tuple(seen) == (bootstrap.CHECKS if checked else ())


def test_every_check_says_how_it_went_whichever_fails(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    checks = (("一", "no_such_module"), ("二", "platform"), ("三", "no_such_module", "-q"))
    monkeypatch.setattr(bootstrap, "PYTHON", sys.executable)
    monkeypatch.setattr(bootstrap, "CHECKS", checks)
    with pytest.raises(SystemExit) as end:
        bootstrap.check()
    told = capsys.readouterr()
    assert told.out == "[検査] 二: よし\n" and told.err.count("No module named no_such_module") == 2
    assert re.findall(r"\[検査] (.): 直すところがあります（python -m (.+)）", str(end.value.code)) == [
        ("一", "no_such_module"),
        ("三", "no_such_module -q"),
    ]
    monkeypatch.setattr(bootstrap, "CHECKS", checks[1:2])
    bootstrap.check()


def test_a_commit_is_checked_by_the_same_list() -> None:
    assert re.findall(r"^ +entry: (.+)$", PRE_COMMIT, re.M) == ["./test --checks"]
    assert re.findall(r"^ +language: (.+)$", PRE_COMMIT, re.M) == ["system"]


def test_every_machine_runs_the_one_script_and_untried_ones_are_named_so() -> None:
    _, linux, elsewhere = re.split(r"^  (?:linux|elsewhere):$", WORKFLOW, flags=re.M)
    assert re.findall(r"- run: (.+)$", linux, re.M) == [".ci/run"]
    assert "continue-on-error" not in linux
    assert {command.split()[-1] for command in re.findall(r"command: (.+)$", elsewhere, re.M)} == {".ci/run"}
    assert set(re.findall(r"- system: (\w+)-latest", elsewhere)) == {"windows", "macos"}
    assert "name: not tried yet" in elsewhere
    assert re.search(r"^    continue-on-error: true", elsewhere, re.M)
    assert (HOME / ".ci/run").stat().st_mode & 0o111
