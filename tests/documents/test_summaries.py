"""A やさしい要約 says what its form says: same questions, same alternatives, same answers, never a word on anything else."""

from datetime import date
from pathlib import Path

import pytest

from app.content import forms
from app.content.form_shelf import Shelf
from app.documents.checks import forms as checks
from app.documents.compose import compose
from app.documents.plain import lines
from app.domain.forms.facts import gather
from app.domain.ledger.company import Company
from app.domain.ledger.records import Answer
from tests.documents.small_company import TODAY
from tests.documents.small_forms import HEAD, USES_CHOICE

SUMMARY_HEAD = """---
title: 試しの要約
code: T01
kind: notice
level: open
order: 1
summary-of: trial
use: 配るとき。
cautions:
  よく読んでください。
source: まもり帳
basis: ours
---
"""
MEASURE = '\n## （鍵） {when="measure:lock"}\n鍵をかける。\n'
RETOLD = """持ち出す前に、聞いてください。
{: when="choice:removal=permit" }

持ち出してはいけません。
{: when="choice:removal=forbid" }

鍵は{{ keeper-room }}に返します。
{: when="measure:lock" }
"""


def written(folder: Path, body: str = RETOLD, head: str = SUMMARY_HEAD) -> Path:
    """A folder with a form and a summary of it."""
    (folder / "trial.md").write_text(HEAD + USES_CHOICE + MEASURE, "utf-8")
    (folder / "trial-summary.md").write_text(head + body, "utf-8")
    return folder


def faults(folder: Path) -> list[str]:
    return [fault.what for fault in checks.faults(forms.load(folder), {"lock", "mark"})]


def test_a_summary_takes_questions_and_choices_from_its_form(tmp_path: Path) -> None:
    found = forms.load(written(tmp_path))
    assert found["trial-summary"].ask == found["trial"].ask != ()
    assert found["trial-summary"].choices == found["trial"].choices != ()
    assert Shelf(tmp_path)["trial-summary"] == found["trial-summary"]
    assert forms.heads(tmp_path)["trial-summary"].ask == found["trial"].ask


def test_one_answer_turns_the_form_and_its_summary(tmp_path: Path) -> None:
    summary = forms.load(written(tmp_path))["trial-summary"]
    company = Company(on=date.today())
    assert "持ち出す前に、聞いてください。" in lines(compose(summary, gather(company, summary, today=TODAY)))
    company = company.after([Answer(id="choice.trial.removal", value="forbid")])
    assert "持ち出してはいけません。" in lines(compose(summary, gather(company, summary, today=TODAY)))


def test_a_sound_summary_has_no_fault(tmp_path: Path) -> None:
    assert faults(written(tmp_path)) == []


@pytest.mark.parametrize(
    ("body", "head", "fault"),
    [
        (RETOLD, SUMMARY_HEAD.replace("of: trial", "of: gone"), "summary-of の様式「gone」がありません"),
        (
            "文。\n",
            SUMMARY_HEAD.replace("of: trial", "of: trial-summary"),
            "summary-of の様式「trial-summary」も要約です。もとの様式の id を書いてください",
        ),
        (RETOLD, SUMMARY_HEAD.replace("T01", "T02"), "code は、もとの様式と同じ「T01」にします"),
        (
            '印を押します。\n{: when="measure:mark" }\n',
            SUMMARY_HEAD,
            "when の「measure:mark」は、もとの様式「試しの規程」に出てきません",
        ),
    ],
)
def test_a_summary_that_strays_from_its_form_is_named(tmp_path: Path, body: str, head: str, fault: str) -> None:
    assert fault in faults(written(tmp_path, body, head))


def test_a_summary_may_not_ask_by_itself(tmp_path: Path) -> None:
    asking = SUMMARY_HEAD.replace("source:", "ask:\n  day | 日 | date | 使う日\nsource:")
    _, found = forms.read(written(tmp_path, RETOLD, asking))
    assert [fault.what for fault in found] == ["要約は「ask」をもとの様式から受け継ぐので、ここには書きません"]
