"""The same work without a window: `python -m app COMMAND …`, installed as `mamoricho`.

Every command ends with 0, or with 1 and the reason on stderr in three sentences; a refused input leaves every file as it was.
"""

import argparse
import io
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from app import paths
from app.actions import ledgers, reports, searching
from app.actions.papers import calendar as calendars
from app.actions.papers import issue as issuing
from app.actions.papers import make as papers
from app.actions.papers import sets
from app.actions.papers.sets import Wanted
from app.desk import Desk
from app.domain.advice.evaluation import Reason, suggest
from app.domain.advice.recommendation import guards
from app.domain.days import month as months
from app.domain.days.month import Month
from app.domain.ledger.unlawful import QUESTION, held_back
from app.domain.search.hit import NEAR, grouped
from app.errors import MamoriError
from app.paper.writers import KINDS, told_missing, writers
from app.version import VERSION


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code."""
    chosen = _parser().parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a console without 𠮷 is no reason to stop
    try:
        return int(chosen.run(chosen) or 0)
    except MamoriError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("途中で止めました。\nそこまでにできたファイルは、そのまま使えます。台帳は元のままです。", file=sys.stderr)
        return 130
    except BrokenPipeError:  # whoever reads has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="mamoricho", description="まもり帳を画面なしで使う")
    parser.add_argument("--version", action="version", version=f"まもり帳 {VERSION}", help="まもり帳の版を出す")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, help_text: str, run: Callable[[argparse.Namespace], Any]) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=help_text, description=help_text)
        made.set_defaults(run=run)
        return made

    demo = command("demo", "見本の会社の台帳・書類・ページの絵をフォルダに作る", _demo)
    demo.add_argument("folder", metavar="DIR", type=Path)
    export = command("export", "台帳から書類を作る", _export)
    export.add_argument("ledger", metavar="LEDGER", type=Path)
    export.add_argument("folder", metavar="DIR", type=Path)
    export.add_argument("--form", action="append", metavar="ID", help="様式の id（何度でも。なければ全部）")
    export.add_argument("--as", dest="kinds", action="append", choices=KINDS, help="形（なければ docx）")
    whom = export.add_mutually_exclusive_group()
    whom.add_argument("--for", dest="names", action="append", metavar="NAME", help="この人・この会社の分（何度でも）")
    whom.add_argument("--all", action="store_true", help="一人・一社ごとに作る様式を、全員分")
    issue = command("issue", "書類を確定する（次の版として、紙もファイルも台帳に残す）", _issue)
    issue.add_argument("ledger", metavar="LEDGER", type=Path)
    issue.add_argument("form", metavar="FORM")
    issue.add_argument("--for", dest="name", action="append", metavar="NAME", help="誰の分か（一人・一社ごとの様式）")
    issue.add_argument("--reason", metavar="TEXT", default="", help="なぜ確定・改定するか")
    load = command("load", "書き出したファイルから新しい台帳を作る", lambda a: ledgers.load(a.source, a.ledger))
    load.add_argument("source", metavar="FILE.json", type=Path)
    load.add_argument("ledger", metavar="LEDGER", type=Path)
    dump = command(
        "dump", "台帳を一つのファイルに書き出す（誰でも読めます）", lambda a: ledgers.dump(a.ledger, a.target)
    )
    dump.add_argument("ledger", metavar="LEDGER", type=Path)
    dump.add_argument("target", metavar="FILE.json", type=Path)
    check = command("check", "本文と様式の間違いを調べる", _check)
    check.add_argument("--notes", action="store_true", help="間違いではないが、知っておくとよいことも出す")
    verify = command("verify", "台帳のファイル・記録・表がそろっているか調べる", _verify)
    verify.add_argument("ledger", metavar="LEDGER", type=Path)
    advise = command("advise", "提案とその理由を JSON で出す", _advise)
    advise.add_argument("ledger", metavar="LEDGER", type=Path)
    required = command(
        "requirements", "三要件（秘密管理性・有用性・非公知性）の手がかりと弱い所を JSON で出す", _requirements
    )
    required.add_argument("ledger", metavar="LEDGER", type=Path)
    required.add_argument("--asset", metavar="ID", default="", help="この情報だけ（情報の id）")
    calendar = command("calendar", "いつまでに何をするかを JSON か .ics で出す", _calendar)
    calendar.add_argument("ledger", metavar="LEDGER", type=Path)
    calendar.add_argument("--month", type=_month, metavar="2026-12", help="この月だけ（なければ、今月から12か月）")
    calendar.add_argument("--ics", type=Path, metavar="FILE", help="12か月分を、ほかの予定表に読み込めるファイルに書く")
    xray = command("xray", "食い違っている所（気になる所）と、直す所を JSON で出す", _xray)
    xray.add_argument("ledger", metavar="LEDGER", type=Path)
    search = command("search", "手引き・対策・事例・書類・用語から探す", _search)
    search.add_argument("word", metavar="WORD")
    search.add_argument("--ledger", metavar="LEDGER", type=Path, help="この台帳の中も探す")
    search.add_argument("--json", action="store_true", help="JSON で出す")
    return parser


def _demo(arguments: argparse.Namespace) -> None:
    """The sample ledger, all papers as Word and PDF, and a picture of every page."""
    from app.ui import pictures

    folder: Path = arguments.folder
    sample = ledgers.free_path(folder, "見本 みなと精密プレス")
    ledgers.create_sample(sample)
    with pictures.application():
        desk = ledgers.open_ledger(sample)
        try:
            everything = [Wanted(form.id) for form in papers.papers(desk)]
            made = sets.write(desk, everything, folder / "書類", writers("docx", "pdf"), _now())
            written = [done.path for done in made] + _reports(desk, folder / "提案と点検")
        finally:
            desk.close()
        written += pictures.of_papers(sample, folder / "書類の絵")
        written += pictures.of_pages(sample, folder / "画面の絵")
    for path in (sample, *written):
        print(path)


def _reports(desk: Desk, folder: Path) -> list[Path]:
    """What `advise`, `requirements`, `xray` and `calendar` say of a ledger, as files."""
    told: dict[str, object] = {
        "提案": advice(desk),
        "三要件": reports.requirements(desk),
        "気になる所": reports.xray(desk),
        "予定": reports.dates(desk, months.twelve(desk.company)),
    }
    return reports.write(told, folder)


def _export(arguments: argparse.Namespace) -> None:
    desk = ledgers.open_or_read(arguments.ledger)
    try:
        forms = [sets.form(desk, name) for name in arguments.form] if arguments.form else papers.papers(desk)
        wanted = sets.asked(desk, forms, arguments.names, everyone=arguments.all)
        made = writers(*(arguments.kinds or ["docx"]))
        for line in _missing_glyphs(desk, wanted) if "pdf" in made else ():
            print(line, file=sys.stderr)
        for done in sets.write(desk, wanted, arguments.folder, made, _now()):
            print(done.path)
    finally:
        desk.close()


def _missing_glyphs(desk: Desk, wanted: Sequence[Wanted]) -> Iterator[str]:
    """What a PDF cannot show, told before it is made."""
    for document in sets.documents(desk, wanted, _now()):
        if told := told_missing(document):
            yield f"{document.title}　{told}"


def _issue(arguments: argparse.Namespace) -> None:
    desk = ledgers.open_ledger(arguments.ledger)
    try:
        wanted = sets.asked(desk, [sets.form(desk, arguments.form)], arguments.name)
        made = writers(*issuing.FILES)
        for one in wanted:
            issue = issuing.issue(desk, one.form, one.subject, _now(), made, arguments.reason)
            print(f"「{issue.title}」を第{issue.version}版として確定しました。")
            print(f"docx の SHA-256　{issue.docx_sha256}\npdf の SHA-256　{issue.pdf_sha256}")
    finally:
        desk.close()


def _check(arguments: argparse.Namespace) -> int:
    from app.actions import checking

    found = [*checking.faults(paths.CONTENT, paths.FORMS), *checking.misspelt()]
    for fault in found:
        print(fault, file=sys.stderr)
    notes = checking.notes(paths.CONTENT)
    for note in notes if arguments.notes else ():
        print(note)
    print("本文と様式に間違いはありません。" if not found else f"{len(found)}か所の間違いがあります。")
    if notes and not arguments.notes:
        print(f"ほかに、知っておくとよいことが{len(notes)}件あります（check --notes で見られます）。")
    return 1 if found else 0


def _verify(arguments: argparse.Namespace) -> int:
    findings, count = ledgers.verify(arguments.ledger)
    for finding in findings:
        print(finding, file=sys.stderr)
    if not findings:
        print(f"台帳に異常はありません。記録 {count}件が、はじめから終わりまでつながっています。")
    return 1 if findings else 0


def _advise(arguments: argparse.Namespace) -> None:
    desk = ledgers.open_or_read(arguments.ledger)
    try:
        _print_json(advice(desk))
    finally:
        desk.close()


def _requirements(arguments: argparse.Namespace) -> None:
    desk = ledgers.open_or_read(arguments.ledger)
    try:
        if arguments.asset and arguments.asset not in desk.company.assets:
            raise MamoriError(
                f"「{arguments.asset}」という id の情報は、この台帳にありません。",
                "台帳はそのままです。",
                "--asset を付けずに出すと、すべての情報の id が見られます。",
            )
        _print_json(reports.requirements(desk, arguments.asset))
    finally:
        desk.close()


def _xray(arguments: argparse.Namespace) -> None:
    desk = ledgers.open_or_read(arguments.ledger)
    try:
        _print_json(reports.xray(desk))
    finally:
        desk.close()


def _calendar(arguments: argparse.Namespace) -> None:
    desk = ledgers.open_or_read(arguments.ledger)
    try:
        company, library = desk.company, desk.library
        if arguments.ics:
            print(f"{calendars.write_ics(company, library, arguments.ics, _now())}件の予定を書きました。")
        else:
            _print_json(reports.dates(desk, [arguments.month] if arguments.month else months.twelve(company)))
    finally:
        desk.close()


def _month(typed: str) -> Month:
    """2026-12."""
    try:
        return months.read(typed)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"「{typed}」は月ではありません。2026-12 のように書いてください。") from error


def _search(arguments: argparse.Namespace) -> None:
    """Without a ledger the bundled texts alone are searched."""
    if arguments.ledger:
        desk = ledgers.open_or_read(arguments.ledger)
        try:
            found = searching.find(desk, arguments.word)
        finally:
            desk.close()
    else:
        found = searching.find_in_texts(arguments.word)
    if found.near:
        print(NEAR, file=sys.stderr)
    if arguments.json:
        keys = ("kind", "link", "title", "excerpt", "marks", "score")
        _print_json([{key: getattr(hit, key) for key in keys} for hit in found.hits])
        return
    for title, hits in grouped(found.hits):
        print(f"■ {title}　{len(hits)}件")
        for hit in hits:
            print(f"{hit.title}　{hit.excerpt}")


def advice(desk: Desk) -> dict[str, Any]:
    """Per asset the suggested level and reasons, per measure suggested or not and reasons."""

    def told(reasons: Sequence[Reason]) -> list[dict[str, str]]:
        return [{"text": r.text, "source": r.source, "basis": r.basis.value} for r in reasons]

    assets = {}
    for asset in desk.company.listed:
        suggestion = suggest(desk.company, asset)
        decided = desk.company.level_of(asset.id)
        assets[asset.id] = {
            "name": asset.name,
            "suggested": suggestion.level.value if suggestion.level else None,
            "decided": decided.value if decided else None,
            "reasons": told(suggestion.reasons),
            "held_back": held_back(desk.company, asset),
            "question": QUESTION if held_back(desk.company, asset) else None,
            "answer": asset.unlawful.value if asset.unlawful else None,
        }
    measures = {
        item.measure: {
            "title": desk.library.measures[item.measure].title,
            "code": desk.library.measures[item.measure].code,
            "suggested": item.suggested,
            "order": item.order or None,
            "stage": item.stage.value if item.stage else None,
            "person": desk.company.person_name(item.who) or None,
            "date": item.due or None,
            "effort": desk.library.measures[item.measure].effort.value,
            "minutes": desk.library.measures[item.measure].minutes,
            "reasons": told(item.reasons),
            "assets": guards(desk.company, item),
        }
        for item in desk.advice.values()
    }
    return {"assets": assets, "measures": measures}


def _print_json(value: object) -> None:
    """As it is where the console has every character, else escaped as JSON has it."""
    every = (sys.stdout.encoding or "").lower().startswith("utf")
    print(json.dumps(value, ensure_ascii=not every, indent=2))


def _now() -> datetime:
    return datetime.now().astimezone()


if __name__ == "__main__":
    sys.exit(main())
