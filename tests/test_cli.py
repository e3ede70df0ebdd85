"""The same work without a window: every command, and every way in which one is refused with nothing changed."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from docx import Document

from app import paths
from app.actions import ledgers
from app.cli import KINDS, main
from app.domain.ledger.records import Disclosure, Person
from app.domain.words import Basis, Level
from app.store import connection
from app.store.migrations import LATEST

HOME = Path(__file__).resolve().parent.parent
COMPANY = "株式会社みなと精密プレス"


@dataclass(frozen=True)
class Told:
    code: int
    out: str
    err: str


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of the sample company; copy it before changing it."""
    path = tmp_path_factory.mktemp("sample") / "見本.mamori"
    assert main(["load", str(paths.SAMPLE), str(path)]) == 0
    return path


@pytest.fixture
def ledger(sample: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sample, tmp_path / "みなと.mamori"))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Told]:
    """The command in this process."""

    def command(*arguments: object) -> Told:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        return Told(code, *capsys.readouterr())

    return command


def process(*arguments: object, **environment: str) -> Told:
    """The command as a user starts it, without any screen."""
    bare = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
    done = subprocess.run(
        [sys.executable, "-m", "app", *map(str, arguments)],
        env=bare | {"PYTHONPATH": str(HOME), "PYTHONUTF8": "1"} | environment,
        cwd=environment.get("PWD", HOME),
        capture_output=True,
        timeout=900,
    )
    return Told(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))


def seals(folder: Path) -> dict[str, str]:
    """Every file below a folder with its SHA-256; folders too."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        if path.is_file()
        else "folder"
        for path in folder.rglob("*")
    }


def files(told: Told) -> list[Path]:
    """The files that a command says it wrote."""
    assert told.code == 0 and told.err == ""
    return [Path(line) for line in told.out.splitlines()]


# export


def test_papers_are_exported_as_word_pdf_and_text(run: Callable[..., Told], ledger: Path, tmp_path: Path, qapp) -> None:
    kinds = [argument for kind in KINDS for argument in ("--as", kind)]
    written = files(run("export", ledger, tmp_path / "a" / "b", "--form", "mutual-nda", *kinds))
    assert set(written) == set((tmp_path / "a" / "b").iterdir())
    made = {path.suffix: path for path in written if "（使い方と注意）" not in path.name}
    assert len(written) == 2 * len(made) and made.keys() == {".docx", ".pdf", ".txt"}
    assert all("秘密保持契約書（双務）" in path.name for path in made.values())
    assert COMPANY in made[".txt"].read_text("utf-8") and made[".pdf"].read_bytes().startswith(b"%PDF-")
    assert COMPANY in "\n".join(paragraph.text for paragraph in Document(str(made[".docx"])).paragraphs)


def test_without_a_choice_every_form_is_exported_as_word(
    run: Callable[..., Told], ledger: Path, tmp_path: Path
) -> None:
    written = files(run("export", ledger, tmp_path / "out"))
    assert len(written) == 2 * len(list(paths.FORMS.glob("[a-z]*.md"))) > 4
    assert {path.suffix for path in written} == {".docx"}


def test_a_second_export_takes_the_place_of_the_first(run: Callable[..., Told], ledger: Path, tmp_path: Path) -> None:
    command = ("export", ledger, tmp_path / "out", "--form", "role-chart", "--as", "txt")
    assert files(run(*command)) == files(run(*command))
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_an_export_leaves_the_ledger_as_it_was(run: Callable[..., Told], ledger: Path, tmp_path: Path) -> None:
    before = [entry.hash for entry in history(ledger)]
    files(run("export", ledger, tmp_path / "out", "--form", "asset-register"))
    assert [entry.hash for entry in history(ledger)] == before


def history(ledger: Path) -> list:
    desk = ledgers.open_ledger(ledger)
    try:
        return desk.ledger.history()
    finally:
        desk.close()


# what is never written over


@pytest.mark.parametrize("target", ["みなと.mamori", "別の台帳.mamori", "別の台帳", "メモ.json"])
def test_a_dump_is_never_written_over_a_ledger_or_anything_but_a_dump(
    run: Callable[..., Told], ledger: Path, target: str
) -> None:
    path = ledger.parent / target
    if not path.exists():
        shutil.copy(ledger, path) if "台帳" in target else path.write_text("{}", "utf-8")
    before = seals(ledger.parent)
    told = run("dump", ledger, path)
    assert told.code == 1 and "上書きしません" in told.err and seals(ledger.parent) == before


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are always text there")
@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_a_name_that_is_no_utf8_is_no_trouble_in_any_locale(ledger: Path, locale: str) -> None:
    odd = ledger.with_name(os.fsdecode("台帳.mamori".encode("cp932")))
    ledger.rename(odd)
    for command in (["verify", odd], ["dump", odd, odd.with_suffix(".json")], ["verify", odd.with_name("ない")]):
        told = process(*command, LC_ALL=locale, PYTHONUTF8="0")
        assert "Traceback" not in told.err and told.code == (1 if command[-1].name == "ない" else 0), told.err


# load and dump


def test_a_round_trip_changes_nothing(run: Callable[..., Told], ledger: Path, tmp_path: Path) -> None:
    desk = ledgers.open_ledger(ledger)
    desk.change("人を追加", [Person(id="h", name="髙﨑 𠮷郎 <b>&")])
    desk.undo()
    desk.redo()
    asset = desk.company.order[0]
    desk.change("渡した", [Disclosure(id="o", asset=asset, position=9, form="<b>型</b>", since="2026-04-01")])
    out = dict(desk.company.disclosures)
    desk.close()
    first, second, again = tmp_path / "一.json", tmp_path / "二.json", tmp_path / "戻した.mamori"
    assert run("dump", ledger, first) == Told(0, "", "")
    assert run("load", first, again) == Told(0, "", "")
    assert run("dump", again, second) == Told(0, "", "")
    assert first.read_bytes() == second.read_bytes() and "髙﨑 𠮷郎 <b>&".encode() in first.read_bytes()
    assert [entry.hash for entry in history(again)] == [entry.hash for entry in history(ledger)]
    loaded = ledgers.open_ledger(again)
    assert loaded.company.disclosures == out and "o" in out
    loaded.close()
    assert run("dump", again, first).code == 0, "an older file of that name is replaced"


# check, verify


def test_the_bundled_texts_are_without_fault(run: Callable[..., Told]) -> None:
    told = run("check")
    assert (told.code, told.err) == (0, "") and told.out.startswith("本文と様式に間違いはありません。")


def test_a_fault_is_named_with_file_and_line(
    run: Callable[..., Told], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(paths.FORMS, tmp_path / "forms")
    form = tmp_path / "forms" / "mutual-nda.md"
    form.write_text(form.read_text("utf-8") + "\n{{ ref:nowhere }}\n", "utf-8")
    monkeypatch.setattr(paths, "FORMS", tmp_path / "forms")
    told = run("check")
    assert told.code == 1 and told.out.startswith("1か所の間違い")
    assert told.err.startswith("forms/mutual-nda.md ") and "nowhere" in told.err


def test_a_sound_ledger_is_verified(run: Callable[..., Told], ledger: Path) -> None:
    told = run("verify", ledger)
    assert told.code == 0 and told.err == "" and "記録 1件" in told.out


def test_rows_changed_behind_the_history_are_found(run: Callable[..., Told], ledger: Path) -> None:
    db = connection.open_file(ledger)
    db.execute("UPDATE assets SET note = 'x' WHERE id = 'a-die-drawings'")
    connection.close(db)
    told = run("verify", ledger)
    assert (
        (told.code, told.out) == (1, "") and "a-die-drawings" in told.err and "記録をたどった結果と違います" in told.err
    )


# advise


def test_advice_is_json_with_reasons_for_every_asset_and_every_measure(run: Callable[..., Told], ledger: Path) -> None:
    told = run("advise", ledger)
    assert (told.code, told.err) == (0, "")
    advice = json.loads(told.out)
    assert advice.keys() == {"assets", "measures"}
    levels = {None, *(level.value for level in Level)}
    for asset in advice["assets"].values():
        assert asset.keys() == {"name", "suggested", "decided", "reasons", "held_back", "question", "answer"}
        assert (asset["question"] is not None) == asset["held_back"] <= (asset["suggested"] is None)
        assert {asset["suggested"], asset["decided"]} <= levels and asset["name"]
    for measure in advice["measures"].values():
        assert measure.keys() == {
            *(
                "title",
                "code",
                "suggested",
                "order",
                "stage",
                "person",
                "date",
                "effort",
                "minutes",
                "reasons",
                "assets",
            )
        }
        assert measure["suggested"] == (measure["order"] is not None) == (measure["stage"] is not None)
        assert set(measure["assets"]) <= advice["assets"].keys()
    for one in (*advice["assets"].values(), *advice["measures"].values()):
        assert one["reasons"]
        for reason in one["reasons"]:
            assert reason["text"] and reason["source"] and reason["basis"] in {basis.value for basis in Basis}
    assert len(advice["assets"]) == 40 and len(advice["measures"]) > 100
    assert 4 < sum(measure["suggested"] for measure in advice["measures"].values()) < 30


# search


def test_what_is_due_is_json_by_month_and_a_file_for_other_calendars(
    run: Callable[..., Told], ledger: Path, tmp_path: Path
) -> None:
    told = json.loads(run("calendar", ledger).out)
    assert len(told["months"]) == 12 and list(told["months"]) == sorted(told["months"])
    keys = {"key", "kind", "day", "text", "who", "done", "alarm", "page", "focus"}
    due = [one for month in told["months"].values() for one in month]
    assert due and all(one.keys() == keys for one in [*due, *told["overdue"]])
    assert all(one["day"] < told["today"] and not one["done"] for one in told["overdue"])
    month = next(month for month, found in told["months"].items() if found)
    only = json.loads(run("calendar", ledger, "--month", month).out)
    assert only["months"] == {month: told["months"][month]}
    before = seals(tmp_path)
    target = tmp_path / "予定.ics"
    assert "件の予定を書きました" in run("calendar", ledger, "--ics", target).out
    assert target.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    refused = run("calendar", ledger, "--ics", ledger)
    assert refused.code == 1 and "上書きしませんでした" in refused.err
    target.unlink()
    assert seals(tmp_path) == before


def test_a_month_that_is_none_ends_with_the_usage(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["calendar", str(ledger), "--month", "12月"])
    assert "2026-12 のように" in capsys.readouterr().err


def test_a_word_is_found_in_the_texts_and_in_the_ledger(run: Callable[..., Told], ledger: Path) -> None:
    texts, both = run("search", "金型"), run("search", "図面用パソコンはネットにつながない", "--ledger", ledger)
    assert texts.code == both.code == 0 and texts.out.startswith("■ ")
    assert (
        "金型図面・金型データ" in both.out
        and "自分の台帳" not in run("search", "図面用パソコンはネットにつながない").out
    )
    hits = json.loads(run("search", "金型", "--json").out)
    assert hits and all(hit.keys() == {"kind", "link", "title", "excerpt", "marks", "score"} for hit in hits)
    near = run("search", "パスワードみんな一緒でほげほげ")
    assert near.out.startswith("■ 困りごと") and near.err.startswith("全部の言葉を含むものがない")
    nothing = run("search", "ぬるぽがっ")
    assert nothing.code == 0 and json.loads(run("search", "ぬるぽがっ", "--json").out) == []


# requirements


def test_the_three_requirements_are_json_with_what_speaks_what_is_held_against_and_where_to_go(
    run: Callable[..., Told], ledger: Path
) -> None:
    told = run("requirements", ledger)
    assert (told.code, told.err) == (0, "")
    for asset in json.loads(told.out).values():
        assert asset.keys() == {"name", "audiences"} and asset["audiences"].keys() == {
            "employees",
            "leavers",
            "partners",
        }
        for reading in asset["audiences"].values():
            assert reading["requirements"].keys() == {"secrecy", "useful", "not_public"}
            assert (
                (reading["counter_argument"] is None) == (reading["next_step"] is None) == (reading["dispute"] is None)
            )
            for line in reading["requirements"].values():
                assert all(one["text"] and one["source"] and one["basis"] for one in (*line["for"], *line["against"]))


def test_one_asset_is_named_by_its_id_and_an_unknown_one_is_refused(run: Callable[..., Told], ledger: Path) -> None:
    told = run("requirements", ledger, "--asset", "a-die-drawings")
    assert told.code == 0 and list(json.loads(told.out)) == ["a-die-drawings"]
    told = run("requirements", ledger, "--asset", "どこにもない")
    assert (told.code, told.out) == (1, "") and "どこにもない" in told.err and len(told.err.splitlines()) == 3


# xray


def test_what_contradicts_itself_is_json_with_whom_it_is_about_and_where_it_is_mended(
    run: Callable[..., Told], ledger: Path
) -> None:
    told = run("xray", ledger)
    assert (told.code, told.err) == (0, "")
    found = json.loads(told.out)
    assert "wide-top-secret" in {one["kind"] for one in found}
    for one in found:
        assert one.keys() == {"kind", "text", "about", "where"} and one["where"].keys() == {"page", "focus"}
        assert one["text"].endswith("。")


# refused, with nothing changed


def no_ledger(folder: Path, ledger: Path) -> list[object]:
    (folder / "絵.mamori").write_bytes(b"\x89PNG" + b"0" * 9000)
    return ["advise", folder / "絵.mamori"]


def truncated(folder: Path, ledger: Path) -> list[object]:
    with ledger.open("r+b") as file:
        file.truncate(ledger.stat().st_size - 4096)
    return ["verify", ledger]


def flipped(folder: Path, ledger: Path) -> list[object]:
    whole = bytearray(ledger.read_bytes())
    whole[len(whole) // 2] ^= 1
    ledger.write_bytes(whole)
    return ["dump", ledger, folder / "x.json"]


def newer(folder: Path, ledger: Path) -> list[object]:
    db = connection.open_file(ledger)
    db.execute(f"PRAGMA user_version = {LATEST + 1}")
    connection.close(db)
    return ["export", ledger, folder / "out"]


def unknown_key(folder: Path, ledger: Path) -> list[object]:
    whole = json.loads(paths.SAMPLE.read_text("utf-8"))
    whole["company"]["assets"][3]["colour"] = "red"
    (folder / "x.json").write_text(json.dumps(whole), "utf-8")
    return ["load", folder / "x.json", folder / "新しい.mamori"]


def no_json(folder: Path, ledger: Path) -> list[object]:
    (folder / "x.json").write_text("{", "utf-8")
    return ["load", folder / "x.json", folder / "新しい.mamori"]


def load_over_a_ledger(folder: Path, ledger: Path) -> list[object]:
    return ["load", paths.SAMPLE, ledger]


def nothing_there(folder: Path, ledger: Path) -> list[object]:
    return ["verify", folder / "どこにもない.mamori"]


def a_folder(folder: Path, ledger: Path) -> list[object]:
    return ["advise", folder]


def no_source(folder: Path, ledger: Path) -> list[object]:
    return ["load", folder / "どこにもない.json", folder / "新しい.mamori"]


def export_below_a_file(folder: Path, ledger: Path) -> list[object]:
    (folder / "メモ.txt").write_text("x")
    return ["export", ledger, folder / "メモ.txt" / "out"]


def dump_below_a_file(folder: Path, ledger: Path) -> list[object]:
    (folder / "メモ.txt").write_text("x")
    return ["dump", ledger, folder / "メモ.txt" / "x.json"]


def dump_over_a_folder(folder: Path, ledger: Path) -> list[object]:
    (folder / "x.json").mkdir()
    return ["dump", ledger, folder / "x.json"]


def load_below_a_file(folder: Path, ledger: Path) -> list[object]:
    (folder / "メモ.txt").write_text("x")
    return ["load", paths.SAMPLE, folder / "メモ.txt" / "新しい.mamori"]


def demo_below_a_file(folder: Path, ledger: Path) -> list[object]:
    (folder / "メモ.txt").write_text("x")
    return ["demo", folder / "メモ.txt"]


def unknown_form(folder: Path, ledger: Path) -> list[object]:
    return ["export", ledger, folder / "out", "--form", "mutual-nda", "--form", "love-letter"]


REFUSED = [
    (no_ledger, "まもり帳の台帳ではない"),
    (truncated, "途中で切れ|こわれて"),
    (flipped, "こわれています"),
    (newer, "新しい版のまもり帳"),
    (unknown_key, "colour"),
    (no_json, "JSON として読めません"),
    (load_over_a_ledger, "もうそこにあります"),
    (nothing_there, "見つかりません"),
    (a_folder, "台帳のファイルではありません"),
    (no_source, "読めません"),
    (export_below_a_file, "作れませんでした"),
    (dump_below_a_file, "書き出せませんでした"),
    (dump_over_a_folder, "同じ名前のフォルダ"),
    (load_below_a_file, "フォルダ"),
    (demo_below_a_file, "作れませんでした"),
    (unknown_form, "様式「love-letter」はありません"),
]


@pytest.mark.parametrize(("prepare", "says"), REFUSED, ids=lambda one: getattr(one, "__name__", ""))
def test_what_is_refused_is_told_in_three_sentences_and_changes_no_file(
    run: Callable[..., Told], ledger: Path, tmp_path: Path, prepare: Callable[[Path, Path], list[object]], says: str
) -> None:
    command = prepare(tmp_path, ledger)
    before = seals(tmp_path)
    told = run(*command)
    assert (told.code, told.out) == (1, "")
    what, safe, then = told.err.splitlines()
    assert any(words in what for words in says.split("|")), what
    assert all(sentence.endswith("。") for sentence in (safe, then))
    assert seals(tmp_path) == before


def test_a_ledger_open_elsewhere_is_refused(ledger: Path, tmp_path: Path, run: Callable[..., Told]) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(ledger)], cwd=HOME, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdin and holder.stdout and holder.stdout.readline() == "held\n"
    try:
        told = run("export", ledger, tmp_path / "out")
        assert (told.code, told.out) == (1, "") and "ほかの人が開いています" in told.err
        assert not (tmp_path / "out").exists()
    finally:
        holder.communicate("go\n")
    assert run("verify", ledger).code == 0


HOLD = """
import sys
from pathlib import Path
from app.store.ledger import Ledger
with Ledger.open(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


@pytest.mark.parametrize("arguments", [[], ["fly"], ["export"], ["export", "a", "b", "--as", "xls"]])
def test_a_command_that_is_none_ends_with_the_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2 and "mamoricho" in capsys.readouterr().err


# as a process


def test_a_refusal_reaches_the_shell_without_a_word_of_python(tmp_path: Path) -> None:
    told = process("verify", tmp_path / "どこにもない.mamori")
    assert (told.code, told.out) == (1, "") and "Traceback" not in told.err
    assert len(told.err.splitlines()) == 3


def test_papers_are_made_without_any_screen(ledger: Path, tmp_path: Path) -> None:
    told = process("export", ledger, tmp_path / "out", "--form", "role-chart", "--as", "pdf", "--as", "docx")
    assert len(files(told)) == 4 and all(path.stat().st_size > 1000 for path in files(told))


@pytest.mark.parametrize("encoding", ["cp932", "ascii"])
def test_a_console_that_lacks_a_character_is_no_reason_to_stop(ledger: Path, encoding: str) -> None:
    told = process("advise", ledger, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert (told.code, told.err) == (0, "")
    assert "金型図面・金型データ" in {one["name"] for one in json.loads(told.out)["assets"].values()}
    found = process("search", "金型", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert found.code == 0 and found.err == ""


def test_whoever_reads_only_the_first_line_is_served_without_complaint() -> None:
    command = f"{sys.executable} -m app search 情報 | head -1"
    done = subprocess.run(command, shell=True, cwd=HOME, capture_output=True, text=True, timeout=60)
    assert done.stdout.startswith("■ ") and done.stderr == ""


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Path]:
    """An empty folder that nobody has been in."""
    folder = tmp_path / "だれもいない"
    folder.mkdir()
    yield folder


@pytest.mark.long
def test_the_demo_makes_ledger_papers_and_pictures_twice(fresh: Path) -> None:
    home = {"HOME": str(fresh), "XDG_CONFIG_HOME": str(fresh / "config"), "PWD": str(fresh)}
    first = files(process("demo", "out", **home))
    assert all((fresh / path).stat().st_size > 500 for path in first)
    kinds = {path.suffix for path in first}
    assert kinds == {".mamori", ".docx", ".pdf", ".png", ".json"}
    screens = [path for path in first if "画面" in path.parent.name]
    assert len(screens) >= 12 and any("home" in path.name for path in screens)
    again = files(process("demo", "out", **home))
    assert first[0] != again[0] and set(first[1:]) == set(again[1:])
    left = {path.relative_to(fresh) for path in (fresh / "out").rglob("*") if path.is_file()}
    assert left == set(first) | set(again), "nothing else is left behind"
    assert not (fresh / "config").exists(), "the user's own settings are not touched"
