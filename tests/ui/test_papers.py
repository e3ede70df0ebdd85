"""書類 by mouse and keyboard: choosing a paper, making it final, its versions, one for everyone, and who has signed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app.actions.papers import gaps
from app.actions.papers import issue as issuing
from app.actions.papers import list as paper_list
from app.actions.papers import make as papers
from app.actions.papers import sign as signing
from app.actions.papers.sets import Wanted
from app.domain.ledger.records import Person
from app.errors import PaperError
from app.paper.writers import writers
from app.ui import outside
from app.ui.dialogs import Sheet
from app.ui.kit.making import Making
from app.ui.pages.papers.issue import IssueSheet
from app.ui.pages.papers.page import PapersPage
from app.ui.pages.papers.set import SetSheet
from app.ui.pages.papers.signatures import LATER, UNREAD, SignaturesSheet
from app.ui.pages.papers.versions import VersionsSheet
from app.ui.window import Window
from tests.ui.conftest import settle

RULES, PLEDGE, NDA = "information-rules", "joining-pledge", "mutual-nda"
HOSTILE = "<b>A&B</b> 髙﨑𠮷 葛\U000e0100"
WRITERS = writers(*issuing.FILES)


@pytest.fixture
def page(window: Window) -> PapersPage:
    window.open("papers")
    settle()
    found = window.page("papers")
    assert isinstance(found, PapersPage)
    return found


@pytest.fixture
def show() -> Iterator[Callable[[Sheet], Sheet]]:
    """Shows a sheet without waiting for its end."""
    shown: list[Sheet] = []

    def now(sheet: Sheet) -> Sheet:
        shown.append(sheet)
        sheet.show()
        settle()
        return sheet

    yield now
    for sheet in shown:
        sheet.reject()


def press(qtbot, widget: QWidget, words: str) -> None:
    found = [b for b in widget.findChildren(QPushButton) if b.isVisible() and b.accessibleName() == words]
    assert len(found) == 1, [b.accessibleName() for b in widget.findChildren(QPushButton) if b.isVisible()]
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)
    settle()


def now() -> datetime:
    return datetime.now().astimezone()


def titles(page: PapersPage) -> list[str]:
    rows = page.list.list
    return [rows.item(n).text() for n in range(rows.count()) if rows.item(n).text()]


def states(page: PapersPage) -> list[str]:
    """Where the papers stand, as the list says once it has looked through them."""
    rows = page.list.list
    return [rows.item(n).data(Qt.ItemDataRole.UserRole + 1) for n in range(rows.count())]


def issue(window: Window, form: str, subject: str = "") -> issuing.Issue:
    return issuing.issue(window.desk, form, subject, now(), WRITERS)


# the list ------------------------------------------------------------------------------------------------------


def test_every_paper_is_listed_under_its_scene(page: PapersPage, window: Window) -> None:
    listed = paper_list.rows(window.desk, now())
    assert titles(page) == [row.form.title for rows in listed.values() for row in rows]
    headings = [page.list.list.item(n) for n in range(page.list.list.count()) if not page.list.list.item(n).text()]
    assert [item.data(Qt.ItemDataRole.AccessibleTextRole).strip() for item in headings] == [s.label for s in listed]
    assert not any(item.flags() & Qt.ItemFlag.ItemIsSelectable for item in headings)
    assert page.form.id == RULES


def test_the_keyboard_goes_from_paper_to_paper_over_the_headings(page: PapersPage, qtbot) -> None:
    for _ in range(10):
        qtbot.keyClick(page.list.list, Qt.Key.Key_Down)
    settle()
    assert page.form.title == titles(page)[10]
    assert page.paper and page.paper.form is page.form


def test_typing_leaves_the_papers_that_fit_and_the_chosen_one_stays(page: PapersPage, window: Window, ime) -> None:
    ime(page.list.search, "誓約書")
    fitting = {form.title for form in window.desk.forms.values() if "誓約書" in f"{form.title} {form.use}"}
    assert set(titles(page)) == fitting and len(fitting) < len(window.desk.forms)
    assert page.form.id == RULES, "what is shown is still chosen"
    page.list.search.setText("Ｆ１６")
    assert titles(page) == ["情報資産管理台帳"]
    page.list.search.setText("どこにもない")
    assert titles(page) == [] and page.list._none.isVisible()
    page.focus_on(PLEDGE)
    assert page.form.id == PLEDGE and page.list.search.text() == ""


def test_the_place_is_kept_when_the_letters_grow(page: PapersPage, window: Window) -> None:
    who = window.desk.company.staff[3].id
    page.focus_on(f"{PLEDGE}@{who}")
    window.set_scale(1.2)
    settle()
    again = window.page("papers")
    assert isinstance(again, PapersPage) and (again.form.id, again.subject) == (PLEDGE, who)


def test_the_one_next_step_is_named(page: PapersPage, window: Window) -> None:
    assert page._next.accessibleName() == "空欄をうめる"
    page.focus_on("asset-register")
    assert page._next.accessibleName() == "確定する"
    issue(window, "asset-register")
    assert page._next.accessibleName() == "版と改定"
    words = [action.text() for action in page.steps.menu().actions()]
    assert words == ["確定する…", "版と改定…", "PDFで保存…", "印刷…"]
    page.focus_on(PLEDGE)
    assert "全員分を作る…" in [action.text() for action in page.steps.menu().actions()]
    page.focus_on(NDA)
    assert {"全社分を作る…", "署名の記録…"} <= {action.text() for action in page.steps.menu().actions()}


def test_what_is_narrow_keeps_all_in_the_menu(page: PapersPage, window: Window) -> None:
    window.resize(1024, 700)
    settle()
    assert not any(button.isVisible() for button in page._roomy)
    assert {"PDFで保存…", "印刷…"} <= {action.text() for action in page.steps.menu().actions()}


def test_the_list_and_the_part_beside_the_paper_say_the_same(page: PapersPage, window: Window) -> None:
    for rows in paper_list.rows(window.desk, now()).values():
        for row in rows:
            page.focus_on(row.form.id)
            heading = page._blanks.findChildren(QLabel)[0].text()
            counted = next((part for part in row.state.split("・") if part.startswith("空欄 ")), "空欄はありません")
            assert heading == counted, row.form.id


def test_what_was_saved_can_be_opened_and_says_when_it_was_made(
    page: PapersPage, window: Window, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: not opened.append(url))
    target = tmp_path / "#台帳 100%.docx"
    monkeypatch.setattr(window, "ask_file", lambda *_: target)
    page.focus_on("asset-register")
    press(qtbot, page, "Wordで保存")
    press(qtbot, page, "開く")
    press(qtbot, page, "フォルダを開く")
    assert [Path(url.toLocalFile()) for url in opened] == [target, tmp_path]
    assert all(url.isLocalFile() for url in opened)
    day = now()
    row = paper_list.row(window.desk, window.desk.forms["asset-register"], now())
    assert row.done and row.state == f"作りました（{day.month}月{day.day}日）"
    page.set_footer("ほかのこと")
    settle()
    assert not [b for b in page.findChildren(QPushButton) if b.isVisible() and b.accessibleName() == "開く"]


def test_what_is_gone_is_not_opened(page: PapersPage, window: Window, tmp_path: Path, monkeypatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    with pytest.raises(PaperError):
        outside.show(tmp_path / "ない.docx")
    assert opened == []


def test_for_everyone_there_is_one_button(page: PapersPage, window: Window) -> None:
    window.resize(1400, 800)
    for form, words in ((RULES, ""), (PLEDGE, "全員分"), (NDA, "全社分")):
        page.focus_on(form)
        settle()
        assert (page._set.accessibleName() if page._set.isVisible() else "") == words
        shown = {action.text() for action in page.steps.menu(shown=True).actions()}
        assert not shown & {"PDFで保存…", "印刷…", "全員分を作る…", "全社分を作る…"}, "no button is said twice"


# 確定する ------------------------------------------------------------------------------------------------------


def test_a_paper_is_made_final_and_undo_leaves_it(page: PapersPage, window: Window, show, qtbot, ime) -> None:
    window.desk.change("下書き", [replace(window.desk.company.profile, phone="000")])
    sheet = show(IssueSheet(page, window, page.paper))
    ime(sheet.reason, "はじめて定めた")
    press(qtbot, sheet, "第1版を確定する")
    assert sheet.issued and sheet.issued.reason == "はじめて定めた"
    assert issuing.versions(window.desk.company, RULES) == [sheet.issued]
    day = now()
    left = len(gaps.to_fill(page.paper))
    said = f"第1版 {day.month}月{day.day}日 確定・空欄 {left}か所"
    qtbot.waitUntil(lambda: said in states(page), timeout=60_000)
    window.desk.undo()
    assert issuing.versions(window.desk.company, RULES) == [sheet.issued]


def test_blanks_are_told_before_and_may_stay(page: PapersPage, window: Window, show) -> None:
    sheet = show(IssueSheet(page, window, page.paper))
    labels = [label.text() for label in sheet.findChildren(QWidget) if hasattr(label, "text")]
    assert page.paper
    assert all(f"・{blank.label}" in labels for blank in page.paper.document.blanks[:6])


def test_a_stale_paper_says_what_changed(page: PapersPage, window: Window, show) -> None:
    issue(window, RULES)
    window.desk.change("社名", [replace(window.desk.company.profile, name=HOSTILE)])
    assert page._safe.text().startswith("第1版から1か所 変わりました。")
    sheet = show(VersionsSheet(page, window, page.paper))
    words = " ".join(label.text() for label in sheet.findChildren(QWidget) if hasattr(label, "text"))
    assert "見直しが必要です（1か所）" in words and HOSTILE[:20] in words


# 版と改定 ------------------------------------------------------------------------------------------------------


def test_a_version_is_taken_out_as_it_was_issued(
    page: PapersPage, window: Window, show, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = issue(window, RULES)
    window.desk.change("社名", [replace(window.desk.company.profile, name="別の会社")])
    issue(window, RULES)
    sheet = show(VersionsSheet(page, window, page.paper))
    assert [sheet.table.item(row, 0).text() for row in range(2)] == ["第2版", "第1版"]
    sheet.table.selectRow(1)
    target = tmp_path / "古い版.docx"
    monkeypatch.setattr(window, "ask_file", lambda title, name, kind: target)
    press(qtbot, sheet, "この版のWord")
    assert target.read_bytes() == issuing.files_of(window.desk, first)["docx"]


def test_the_papers_of_a_revision_are_made_into_a_folder(
    page: PapersPage, window: Window, show, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("前の名", "後の名"):
        window.desk.change("社名", [replace(window.desk.company.profile, name=name)])
        issue(window, RULES)
    sheet = show(VersionsSheet(page, window, page.paper))
    monkeypatch.setattr(window, "ask_folder", lambda title: tmp_path / "改定")
    press(qtbot, sheet, "改定セットを作る")
    qtbot.waitUntil(lambda: not sheet.making.busy, timeout=20_000)
    assert len(list((tmp_path / "改定").iterdir())) == 8
    assert sheet.told.text() == "8つのファイルを「改定」に入れました。"
    sheet.older.setCurrentIndex(1)
    press(qtbot, sheet, "改定セットを作る")
    assert sheet.told.text() == "左に前の版、右に新しい版を選んでください。"


def test_without_a_version_it_is_said_what_belongs_there(page: PapersPage, window: Window, show) -> None:
    sheet = show(VersionsSheet(page, window, page.paper))
    assert any(
        "まだ、確定した版がありません" in getattr(one, "text", str)()
        for one in sheet.findChildren(QWidget)
        if hasattr(one, "setWordWrap")
    )


# 全員分 --------------------------------------------------------------------------------------------------------


def test_pledges_for_some_are_made_and_made_final(
    page: PapersPage, window: Window, show, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = show(SetSheet(page, window, window.desk.forms[PLEDGE]))
    assert len(sheet.wanted) == 23
    press(qtbot, sheet, "選ばない")
    assert not sheet.go.isEnabled()
    for row in (0, 2):
        sheet.people.item(row).setCheckState(Qt.CheckState.Checked)
    sheet.final.setChecked(True)
    monkeypatch.setattr(window, "ask_folder", lambda title: tmp_path / "誓約書")
    press(qtbot, sheet, "フォルダに作る")
    qtbot.waitUntil(lambda: not sheet.making.busy, timeout=20_000)
    names = sorted(path.name for path in (tmp_path / "誓約書").iterdir())
    assert len(names) == 3 and [name[:14] for name in names[:2]] == [f"秘密保持誓約書（入社時） {n}" for n in (1, 2)]
    assert sheet.told.text() == "3つのファイルを「誓約書」に入れました。"
    assert {one.subject for one in window.desk.company.issues.values()} == {
        window.desk.company.staff[n].id for n in (1, 3)
    }


def test_who_is_still_to_come_can_be_ticked_and_is_not_among_all(page: PapersPage, window: Window, show) -> None:
    window.desk.change("採用", [Person(id="new", position=99, name="新田 花", joined="2999-04-01")])
    sheet = show(SetSheet(page, window, window.desk.forms[PLEDGE]))
    last = sheet.people.item(sheet.people.count() - 1)
    assert last.text() == "新田 花（令和981年4月1日に来る予定）"
    assert len(sheet.wanted) == sheet.people.count() - 1 == 23
    assert "24人のうち 23人分を作ります" in said(sheet) and "これから来る人の分は、印を付けると作れます。" in said(
        sheet
    )
    last.setCheckState(Qt.CheckState.Checked)
    assert sheet.wanted[-1] == Wanted(PLEDGE, "new")
    signatures = show(SignaturesSheet(page, window, window.desk.forms[PLEDGE]))
    assert signatures._words(signatures.standings[-1])[:2] == ("新田 花", "令和981年4月1日に来る予定")
    window.open("papers", f"{PLEDGE}@new")
    assert page.subject == "new" and page._subject.currentText() == "新田 花（令和981年4月1日に来る予定）"


def said(sheet: SetSheet) -> str:
    return "\n".join(label.text() for label in sheet.findChildren(QLabel))


def test_letters_that_no_font_has_are_told_before_anything_is_made(
    page: PapersPage, window: Window, show, qtbot
) -> None:
    desk, first = window.desk, window.desk.company.staff[1]
    desk.change("改名", [replace(first, name="湊 😀子")])
    sheet = show(SetSheet(page, window, desk.forms[PLEDGE]))
    qtbot.waitUntil(lambda: not sheet.missing.busy)
    assert sheet.missing.text().startswith("湊 😀子の紙に、出せない字があります。　書体にない文字：😀（")
    assert sheet.missing.isVisible()
    sheet.people.item(0).setCheckState(Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: not sheet.missing.busy)
    assert sheet.missing.text() == "" and not sheet.missing.isVisible(), "the others have their letters"


def test_a_letter_in_every_paper_is_told_once_with_their_number(page: PapersPage, window: Window, show, qtbot) -> None:
    desk = window.desk
    desk.change("社名", [replace(desk.company.profile, name="☂한製作所")])
    sheet = show(SetSheet(page, window, desk.forms[PLEDGE]))
    qtbot.waitUntil(lambda: not sheet.missing.busy)
    told, count = sheet.missing.text(), sheet.people.count()
    assert f"、ほか{count - 3}人の紙に" in told and told.count("한") == 1


def test_whoever_stops_is_told_how_many_there_are(
    page: PapersPage, window: Window, show, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = show(SetSheet(page, window, window.desk.forms[PLEDGE]))
    sheet.covers.setChecked(False)
    folder = tmp_path / "誓約書"
    monkeypatch.setattr(window, "ask_folder", lambda title: folder)
    press(qtbot, sheet, "フォルダに作る")
    qtbot.waitUntil(lambda: folder.is_dir() and len(list(folder.iterdir())) >= 3, timeout=20_000)
    sheet.making.stop()
    count = len(list(folder.iterdir()))
    assert 3 <= count < 23
    assert sheet.told.text() == f"とちゅうでやめました。{count}つのファイルを「誓約書」に入れました。"
    assert sheet.go.isEnabled()


def test_closing_stops_the_work(page: PapersPage, window: Window, show, qtbot, tmp_path: Path, monkeypatch) -> None:
    sheet = show(SetSheet(page, window, window.desk.forms[PLEDGE]))
    monkeypatch.setattr(window, "ask_folder", lambda title: tmp_path / "誓約書")
    press(qtbot, sheet, "フォルダに作る")
    sheet.reject()
    assert not sheet.making.busy


def test_what_the_disk_refuses_is_told_once_and_ends_the_work(
    page: PapersPage, window: Window, show, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []
    monkeypatch.setattr(window, "attempt", lambda act: told.append(_refusal(act)) if told is not None else None)
    (tmp_path / "file").write_text("x")
    sheet = show(SetSheet(page, window, window.desk.forms[PLEDGE]))
    monkeypatch.setattr(window, "ask_folder", lambda title: tmp_path / "file" / "below")
    press(qtbot, sheet, "フォルダに作る")
    qtbot.waitUntil(lambda: not sheet.making.busy, timeout=5_000)
    assert len(told) == 1 and "フォルダ" in told[0]
    assert sheet.told.text() == "とちゅうでやめました。ファイルはまだありません。"


def _refusal(act: Callable[[], object]) -> str:
    try:
        act()
    except Exception as error:
        return str(error)
    return ""


@pytest.mark.parametrize("two_sided", [False, True])
def test_papers_for_many_are_one_print_job(
    page: PapersPage, window: Window, show, qtbot, monkeypatch: pytest.MonkeyPatch, two_sided: bool
) -> None:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    from app.paper import printer

    mode = QPrinter.DuplexMode.DuplexLongSide if two_sided else QPrinter.DuplexMode.DuplexNone
    jobs = []
    monkeypatch.setattr(QPrintDialog, "exec", lambda dialog: 1)
    monkeypatch.setattr(QPrinter, "duplex", lambda device: mode)
    monkeypatch.setattr(printer, "print_pages", lambda job, device: jobs.append(job))
    sheet = show(SetSheet(page, window, window.desk.forms["exit-checklist"]))
    people = sheet.people.count()
    sheet._choose_all(True)
    press(qtbot, sheet, "まとめて印刷")
    (job,) = jobs
    each = job.count / people
    assert job.title == f"{sheet.form.title}（{people}人分）" and each == int(each)
    assert not two_sided or each % 2 == 0
    assert sheet.told.text().startswith(f"{people}人分、")


def test_leavers_alone_are_ticked_for_a_leaving_pledge(page: PapersPage, window: Window, show) -> None:
    sheet = show(SetSheet(page, window, window.desk.forms["leaving-pledge"]))
    people = window.desk.company.people
    assert [one.subject for one in sheet.wanted] == [person.id for person in people.values() if person.left]


def test_progress_is_said_in_words(page: PapersPage, window: Window, qtbot) -> None:
    making, heard = Making(window), []
    qtbot.addWidget(making)
    making.run((signing_piece(n) for n in (1, 2, 3)), lambda last, whole: heard.append((last.number, whole)))
    qtbot.waitUntil(lambda: not making.busy)
    assert heard == [(3, True)] and making._words.text() == "3のうち 3"


def signing_piece(number: int):
    from app.actions.papers.sets import Done

    return Done(number, 3)


# 署名の記録 ----------------------------------------------------------------------------------------------------


def test_many_signatures_are_recorded_at_once_and_the_missing_stand_on_top(
    page: PapersPage, window: Window, show, qtbot, ime
) -> None:
    form, staff = window.desk.forms[PLEDGE], window.desk.company.staff
    signing.record(window.desk, form, [one.id for one in staff[:20]], on="2026-11-01", where="金庫")
    sheet = show(SignaturesSheet(page, window, form))
    assert [one.subject for one in sheet.standings[:4]] == [one.id for one in staff[20:]]
    assert sheet.table.item(0, 1).text() == "まだ" and sheet.table.item(4, 3).text() == "金庫"
    sheet.table.setRangeSelected(_rows(0, 3), True)
    sheet.on.setText("令和8年11月10日")
    ime(sheet.where, "総務の棚")
    press(qtbot, sheet, "選んだ 4人の署名を記録")
    assert sheet.stand.text() == "24人のうち 24人が署名しています。"
    recorded = signing.in_force(window.desk.company)[PLEDGE, staff[23].id]
    assert (recorded.on, recorded.where) == ("2026-11-10", "総務の棚")


def _rows(first: int, last: int):
    from PySide6.QtWidgets import QTableWidgetSelectionRange

    return QTableWidgetSelectionRange(first, 0, last, 4)


@pytest.mark.parametrize(("typed", "told"), [("きのう", UNREAD), ("", UNREAD), ("2999/1/1", LATER)])
def test_a_day_that_cannot_be_is_not_recorded(
    page: PapersPage, window: Window, show, qtbot, typed: str, told: str
) -> None:
    sheet = show(SignaturesSheet(page, window, window.desk.forms[PLEDGE]))
    sheet.table.selectRow(0)
    sheet.on.setText(typed)
    press(qtbot, sheet, "選んだ 1人の署名を記録")
    assert sheet.told.text() == told and not window.desk.company.signatures


def test_a_mistake_is_taken_back_after_a_question(
    page: PapersPage, window: Window, show, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    form, one = window.desk.forms[PLEDGE], window.desk.company.staff[0]
    signing.record(window.desk, form, [one.id], on="2026-11-01")
    sheet = show(SignaturesSheet(page, window, form))
    assert not sheet.back.isVisible()
    sheet.table.selectRow([s.subject for s in sheet.standings].index(one.id))
    asked = []
    monkeypatch.setattr(window, "confirm", lambda title, words, do: bool(asked.append(words)) or len(asked) > 1)
    press(qtbot, sheet, "署名の記録を取り消す")
    assert signing.in_force(window.desk.company)
    press(qtbot, sheet, "署名の記録を取り消す")
    assert not signing.in_force(window.desk.company) and one.name in asked[0]


def test_who_signs_again_is_said_with_the_article(page: PapersPage, window: Window, show) -> None:
    form, one = window.desk.forms[PLEDGE], window.desk.company.staff[5]
    issue(window, PLEDGE, one.id)
    signing.record(window.desk, form, [one.id], on=now().date().isoformat())
    papers.choose(window.desk, form, next(group for group in form.choices if group.name == "former"), "omit")
    sheet = show(SignaturesSheet(page, window, form))
    assert "1人にもらい直します" in sheet.stand.text()
    row = [s.subject for s in sheet.standings].index(one.id)
    assert (sheet.table.item(row, 1).text(), sheet.table.item(row, 4).text()) == ("第1版", "前の勤め先の秘密")


# for everybody -------------------------------------------------------------------------------------------------


def test_everything_has_a_name_for_a_screen_reader(page: PapersPage, window: Window, show, nameless) -> None:
    issue(window, PLEDGE)
    issue(window, PLEDGE)
    page.focus_on(PLEDGE)
    assert page.paper
    form = window.desk.forms[PLEDGE]
    assert nameless(page) == []
    for sheet in (
        IssueSheet(page, window, page.paper),
        VersionsSheet(page, window, page.paper),
        SetSheet(page, window, form),
        SignaturesSheet(page, window, form),
    ):
        assert nameless(show(sheet)) == [], type(sheet).__name__


def test_whatever_was_typed_stays_as_it_was_typed(page: PapersPage, window: Window, show) -> None:
    person = Person(id="x", position=-1, name=HOSTILE)
    window.desk.change("雇う", [person, Person(id="long", position=-2, name="長" * 10_000)])
    page.focus_on(f"{PLEDGE}@x")
    form = window.desk.forms[PLEDGE]
    sheets = [SetSheet(page, window, form), SignaturesSheet(page, window, form), IssueSheet(page, window, page.paper)]
    for sheet in sheets:
        show(sheet)
    assert sheets[0].people.item(1).text() == HOSTILE
    assert sheets[1].table.item(1, 0).text() == HOSTILE
    assert f"{form.title}　{HOSTILE}" in [
        getattr(one, "text", str)() for one in sheets[2].findChildren(QWidget) if hasattr(one, "wordWrap")
    ]
