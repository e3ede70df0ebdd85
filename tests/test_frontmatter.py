"""Heads of bundled texts: every line is understood or named."""

from pathlib import Path

from app import frontmatter
from app.frontmatter import Fault

GOOD = """---
title: 情報管理規程：全社
levels: secret top_secret
outcome:
  一つ目の文。
  二つ目: コロンのある文。
empty:
---

# 本文
---
終わり
"""


def test_a_head_gives_values_lists_and_lines() -> None:
    head = frontmatter.read(GOOD)
    assert head.fields == {
        "title": "情報管理規程：全社",
        "levels": "secret top_secret",
        "outcome": ["一つ目の文。", "二つ目: コロンのある文。"],
        "empty": "",
    }
    assert head.lines == {"title": 2, "levels": 3, "outcome": 4, "empty": 7}
    assert head.faults == ()


def test_the_body_begins_after_the_head_and_may_hold_rules() -> None:
    head = frontmatter.read(GOOD)
    assert head.body_line == 9
    assert frontmatter.body(GOOD, head) == "\n# 本文\n---\n終わり"


def test_a_file_reads_like_its_text_with_any_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    for text in (GOOD, GOOD.replace("\n", "\r\n"), "\ufeff" + GOOD):
        path.write_bytes(text.encode())
        head = frontmatter.read(path)
        assert head == frontmatter.read(GOOD)
        assert frontmatter.body(path, head) == frontmatter.body(GOOD, head)


def test_a_head_longer_than_the_first_read_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "long.md"
    sentences = [f"{n}番目の長い文です。" for n in range(900)]
    path.write_text("---\nlist:\n" + "".join(f"  {s}\n" for s in sentences) + "---\n本文\n", "utf-8")
    assert frontmatter.read(path).fields["list"] == sentences


def test_a_damaged_body_does_not_disturb_the_head(tmp_path: Path) -> None:
    path = tmp_path / "b.md"
    path.write_bytes("---\ntitle: 題\n---\n".encode() + b"\xff\xfe" * 4000)
    assert frontmatter.read(path).fields == {"title": "題"}


def test_every_fault_is_named_with_its_line() -> None:
    text = "---\n  浮いた行\ntitle：全角\nただの行\nBad Key: x\na: 1\na: 2\n  続き\n\nb:\n  文\n\n---\n"
    head = frontmatter.read(text, "x.md")
    assert [(fault.line, fault.what) for fault in head.faults] == [
        (2, "字下げした行の上に「名前:」がありません"),
        (3, "区切りが全角の「：」です。半角の「:」にしてください"),
        (4, "「名前: 値」の形ではありません"),
        (5, "名前「Bad Key」に使えない文字があります（半角の小文字・数字・- _）"),
        (7, "「a」が二度あります"),
        (8, "「a」には同じ行に値があるので、下に行を続けられません"),
        (9, "空の行は頭に置けません"),
        (12, "空の行は頭に置けません"),
    ]
    assert str(head.faults[0]) == "x.md 2行：字下げした行の上に「名前:」がありません"


def test_a_missing_or_unclosed_head_is_named() -> None:
    assert frontmatter.read("題名だけ", "x.md").faults == (
        Fault("x.md", 1, "頭がありません。一行目を「---」にしてください"),
    )
    assert frontmatter.read("---\na: 1\n", "x.md").faults[-1].what == "頭の終わりの「---」がありません"
