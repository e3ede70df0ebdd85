"""What the advice says, as plain data for those who read it without the window (JSON)."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from app.actions import xrays
from app.desk import Desk
from app.documents.files import make_folder, write_atomically
from app.domain.addresses import Address
from app.domain.advice.evaluation import Reason
from app.domain.advice.requirements import Line, Meter, Point, Reading, meter
from app.domain.days import leaving
from app.domain.days import month as months
from app.domain.days.due import Due
from app.domain.days.month import Month


def write(told: Mapping[str, object], folder: Path) -> list[Path]:
    """Reports as JSON files in a folder, by their names. Raises PaperError."""
    make_folder(folder)
    for name, value in told.items():
        write_atomically(folder / f"{name}.json", json.dumps(value, ensure_ascii=False, indent=2).encode())
    return [folder / f"{name}.json" for name in told]


def requirements(desk: Desk, asset: str = "") -> dict[str, Any]:
    """三要件 of every asset, or of the one that is named by its id. KeyError for an id that is not there."""
    company = desk.company
    wanted = [company.assets[asset]] if asset else company.listed
    return {one.id: {"name": one.name, **_meter(meter(company, desk.library, one))} for one in wanted}


def xray(desk: Desk) -> list[dict[str, Any]]:
    """What contradicts itself, the most pressing first; `about` names the things, people and partners by their ids."""
    return [
        {"kind": one.kind.value, "text": one.text, "about": list(one.about), "where": _address(one.to)}
        for one in xrays.found(desk)
    ]


def _meter(found: Meter) -> dict[str, Any]:
    if found.held_back is not None:
        return {"held_back": _reason(found.held_back)}
    return {"audiences": {one.audience.value: _reading(one) for one in found.readings}}


def _reading(found: Reading) -> dict[str, Any]:
    weakest = found.weakest
    return {
        "requirements": {line.requirement.value: _line(line) for line in found.lines},
        "dispute": found.dispute.value if found.dispute else None,
        "counter_argument": _reason(weakest.reason) if weakest else None,
        "next_step": _step(weakest) if weakest else None,
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "standing": line.standing.value,
        "words": line.standing.label,
        "for": [_reason(one.reason) for one in line.speaking],
        "against": [_reason(one.reason) for one in line.against],
    }


def _step(point: Point) -> dict[str, Any]:
    return {"text": point.step, "where": _address(point.to)}


def _address(to: Address | None) -> dict[str, str] | None:
    return {"page": to.page, "focus": to.focus} if to else None


def _reason(reason: Reason) -> dict[str, str]:
    return {"text": reason.text, "source": reason.source, "basis": reason.basis.value}


def dates(desk: Desk, wanted: Sequence[Month]) -> dict[str, Any]:
    """What is behind its day, the plans of those who leave, and what falls into each month."""
    company, library = desk.company, desk.library
    return {
        "today": company.day,
        "overdue": _dues(months.overdue(company, library)),
        "leavers": [
            {"name": plan.name, "last_day": plan.last_day, "only_they_know": plan.alone, "steps": _dues(plan.steps)}
            for plan in leaving.plans(company)
        ],
        "months": {month.key: _dues(months.of(company, library, month)) for month in wanted},
    }


def _dues(found: Sequence[Due]) -> list[dict[str, Any]]:
    keys = ("key", "kind", "day", "text", "who", "done", "alarm")
    return [{**{key: getattr(due, key) for key in keys}, "page": due.to.page, "focus": due.to.focus} for due in found]
