"""A file is written whole or not at all, under a name that every system accepts."""

import errno
import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.files import make_folder, safe_file_name, write_atomically
from app.errors import PaperError
from app.passing import OLD


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "規程.docx"
    path.write_bytes(b"old")
    return path


def refused(path: Path) -> str:
    with pytest.raises(PaperError) as caught:
        write_atomically(path, b"new")
    assert caught.value.safe and caught.value.then
    return caught.value.what


def test_the_new_file_takes_the_place_of_the_old_one(target: Path) -> None:
    write_atomically(target, b"new")
    assert target.read_bytes() == b"new"
    assert os.listdir(target.parent) == [target.name]


def test_open_elsewhere_leaves_the_old_file_and_nothing_else(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def in_use(*_: object) -> None:
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(os, "replace", in_use)
    assert "ほかで開かれています" in refused(target)
    assert target.read_bytes() == b"old"
    assert os.listdir(target.parent) == [target.name]


def test_a_full_disk_leaves_the_old_file_and_nothing_else(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    assert "空きが足りません" in refused(target)
    assert target.read_bytes() == b"old"
    assert os.listdir(target.parent) == [target.name]


@pytest.mark.skipif(os.name == "nt", reason="rights of folders are another thing on Windows")
def test_a_folder_that_cannot_be_written(target: Path) -> None:
    target.parent.chmod(0o500)
    was_root = os.geteuid() == 0
    if was_root:  # root may write anywhere
        os.seteuid(65534)
    try:
        assert "書き込めません" in refused(target)
    finally:
        if was_root:
            os.seteuid(0)
        target.parent.chmod(0o700)
    assert os.listdir(target.parent) == [target.name]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert "見つかりません" in refused(tmp_path / "なし" / "規程.docx")
    assert os.listdir(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows answers that it is in use")
def test_a_folder_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "規程.docx").mkdir()
    assert "同じ名前のフォルダ" in refused(tmp_path / "規程.docx")
    assert os.listdir(tmp_path) == ["規程.docx"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("F03 秘密保持誓約書（入社時） 髙﨑 𠮷郎", "F03 秘密保持誓約書（入社時） 髙﨑 𠮷郎"),
        ('A/B:C*D?"<E>|F\\G', "A／B：C＊D？”＜E＞｜F￥G"),
        ("  規程. . ", "規程"),
        ("..", "無題"),
        ("", "無題"),
        ("con", "_con"),
        ("COM1.txt", "_COM1.txt"),
        ("LPT¹", "_LPT¹"),
        ("console", "console"),
        ("請求\n書\x00\u202egpj", "請求書gpj"),
        ("葛\U000e0100城", "葛\U000e0100城"),
    ],
)
def test_names(text: str, name: str) -> None:
    assert safe_file_name(text) == name


def test_a_long_name_is_not_cut_inside_a_character() -> None:
    assert safe_file_name("あ" * 79 + "𠮷野") == "あ" * 79
    assert safe_file_name("con." + "あ" * 76) == "_con." + "あ" * 75
    assert safe_file_name("con" + " " * 80 + "x") == "_con"
    assert safe_file_name("あ" * 78 + "𠮷野") == "あ" * 78 + "𠮷"


@given(st.text())
def test_any_text_becomes_a_name_that_stands(text: str) -> None:
    name = safe_file_name(text)
    assert name and len(name.encode("utf-16-le")) // 2 <= 80
    assert len(f"{name}.docx".encode()) <= 255
    assert not set(name) & set('<>:"/\\|?*\n\0') and name == name.strip(" .")
    assert safe_file_name(name) == name


def test_what_a_kill_left_in_a_folder_of_papers_is_swept_when_papers_come_again_and_nothing_else(
    tmp_path: Path,
) -> None:
    left, fresh, other = (tmp_path / f".mamoricho-{name}.tmp" for name in ("0123abcd", "ffffffff", "mine"))
    paper = tmp_path / "規程.docx"
    for path in (left, fresh, other, paper):
        path.write_bytes(b"x")
        long_ago = time.time() - OLD - 1
        if path != fresh:  # somebody may be writing to it just now
            os.utime(path, (long_ago, long_ago))
    make_folder(tmp_path)
    assert set(tmp_path.iterdir()) == {fresh, other, paper}
