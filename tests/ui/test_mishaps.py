"""What nobody caught reaches the owner as three calm sentences, and after a refusal nothing says 「保存済み」."""

import sys
from dataclasses import replace

import pytest

from app.domain.ledger.records import Person
from app.errors import LedgerError, MamoriError
from app.store import tables
from app.ui import mishaps
from app.ui.mishaps import Mishaps
from app.ui.window import Window

SECRET = "山田 太郎"
Told = list[tuple[MamoriError, str]]


def raised(hook: Mishaps, error: Exception) -> None:
    try:
        raise error
    except Exception:
        hook.happened(*sys.exc_info())  # type: ignore[arg-type]


@pytest.fixture
def told(window: Window, capsys: pytest.CaptureFixture[str]) -> tuple[Mishaps, Told]:
    said: Told = []
    return Mishaps(window, lambda _, error, report: said.append((error, report))), said


def test_what_the_world_refuses_speaks_for_itself(told: tuple[Mishaps, Told]) -> None:
    hook, said = told
    error = LedgerError("何が", "無事", "次に")
    raised(hook, error)
    raised(hook, error)
    assert said == [(error, ""), (error, "")]


def test_a_fault_of_ours_is_told_once_and_its_report_holds_nothing_of_the_company(told: tuple[Mishaps, Told]) -> None:
    hook, said = told
    for _ in range(3):
        raised(hook, KeyError(SECRET))
    [(error, report)] = said
    assert error.what and error.safe == mishaps.SAFE and error.then
    assert report.startswith("KeyError\ntest_mishaps.py:") and SECRET not in report


def test_a_fault_while_a_dialog_is_open_opens_no_second_one(window: Window, capsys: pytest.CaptureFixture[str]) -> None:
    said: list[str] = []

    def tell(_: Window, error: MamoriError, report: str) -> None:
        said.append(report)
        raised(hook, ValueError("noch einer"))

    hook = Mishaps(window, tell)
    raised(hook, KeyError("x"))
    assert len(said) == 1


def test_ctrl_c_is_no_mishap(told: tuple[Mishaps, Told]) -> None:
    hook, said = told
    hook.happened(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert said == []


def test_after_a_refusal_the_header_does_not_say_saved_until_something_is(
    window: Window, told: tuple[Mishaps, Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    hook, said = told
    header = window.page("home")._saved
    assert header.text().startswith("保存済み")
    person = next(iter(window.desk.company.people.values()))
    with monkeypatch.context() as broken:
        broken.setattr(tables, "writing", _refuse)
        for act in (lambda: window.desk.change("直す", [replace(person, name="新")]), window.desk.undo):
            with pytest.raises(LedgerError):
                act()
            assert header.text() == "保存できていません"
        raised(hook, ValueError())
        assert said[-1][0].safe == mishaps.UNSAVED
    window.desk.change("人を追加", [Person(id="new", name="新しい人", position=99)])
    assert header.text().startswith("保存済み")


def _refuse(*_: object, **__: object) -> None:
    raise OSError("a device that fails")
