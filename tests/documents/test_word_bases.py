"""The base files: lean, ours, and still understood after Word has saved them with other ids."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
from openxml_audit import OpenXmlValidator

from app.documents.tree import PaperKind
from app.documents.word import check as word_check
from app.documents.word import file as word
from app.documents.word.base import base_for, read_base
from app.documents.word.file import zipped
from app.errors import PaperError
from app.paths import ROOT, WORD_BASES
from tests.documents import ooxml_reading as inside
from tests.documents import samples
from tests.documents.test_word import MADE

every_kind = pytest.mark.parametrize("kind", list(PaperKind))


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_word_bases", ROOT / "tools" / "make_word_bases.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def renamed(data: bytes) -> bytes:
    """A base as Word may save it: the ids of styles and lists are others, their names and ties are not."""
    parts = inside.parts(data)
    ids = re.findall(r'w:styleId="(\w+)"', parts["word/styles.xml"].decode())
    new = {id: f"a{n}" for n, id in enumerate(ids)}
    for name in ("word/styles.xml", "word/numbering.xml", "word/document.xml"):
        text = parts[name].decode()
        for tag in ("styleId=", "basedOn w:val=", "next w:val=", "pStyle w:val=", "rStyle w:val=", "tblStyle w:val="):
            text = re.sub(rf'(w:{tag})"(\w+)"', lambda match: f'{match[1]}"{new[match[2]]}"', text)
        text = re.sub(
            r'((?:abstractNumId="|<w:abstractNumId w:val="))(\d+)',
            lambda match: match[1] + str(40 - int(match[2])),
            text,
        )
        text = re.sub(r'((?:w:numId="|<w:numId w:val="))(\d+)', lambda match: match[1] + str(70 - int(match[2])), text)
        parts[name] = text.encode()
    return zipped(parts)


@every_kind
def test_a_base_is_a_sound_word_file_and_small(kind: PaperKind) -> None:
    path = WORD_BASES / f"{kind}.docx"
    assert [error.description for error in OpenXmlValidator().validate(path).errors] == []
    assert path.stat().st_size < 15_000


@every_kind
def test_a_base_names_its_fonts_for_every_script_and_nobody(kind: PaperKind) -> None:
    parts = base_for(kind).parts
    assert not [name for name in parts if "thumbnail" in name or "customXml" in name or "stylesWithEffects" in name]
    styles = parts["word/styles.xml"].decode()
    for fonts in re.findall(r"<w:rFonts[^>]*>", styles):
        named = dict(re.findall(r'w:(\w+)="([^"]*)"', fonts))
        assert set(named) == {"ascii", "hAnsi", "eastAsia", "cs"} and len(set(named.values())) == 1
    assert 'w:lang w:val="en-US" w:eastAsia="ja-JP"' in styles, "LibreOffice tears 0463-00-0001 where it is Japanese"
    assert (
        "creator" not in parts["docProps/core.xml"].decode()
        and "lastModifiedBy" not in parts["docProps/core.xml"].decode()
    )
    assert "Company" not in parts["docProps/app.xml"].decode()


def test_the_script_makes_all_five(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tool = script()
    monkeypatch.setattr(tool, "TARGET", tmp_path)
    tool.main()
    assert {path.stem for path in tmp_path.iterdir()} == {path.stem for path in WORD_BASES.iterdir()} == set(PaperKind)
    for path in tmp_path.iterdir():
        assert read_base(path.name, path.read_bytes()).styles == base_for(PaperKind(path.stem)).styles


def test_a_base_with_other_ids_makes_the_same_paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    base = read_base("規程.docx", renamed((WORD_BASES / "regulation.docx").read_bytes()))
    assert base.style("条") != "Article" and base.list_of("条") != "2"
    monkeypatch.setattr(word, "base_for", lambda _: base)
    path = tmp_path / "書類.docx"
    path.write_bytes(word.to_bytes(samples.regulation(), MADE))
    word_check.verify(samples.regulation(), path)
    assert OpenXmlValidator().validate(path).is_valid


def test_a_style_that_is_gone_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    parts = dict(base_for(PaperKind.REGULATION).parts)
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(
        'w:name w:val="号"'.encode(), 'w:name w:val="別の名"'.encode()
    )
    base = read_base("regulation.docx", zipped(parts))
    monkeypatch.setattr(word, "base_for", lambda _: base)
    with pytest.raises(PaperError, match="スタイル「号」"):
        word.to_bytes(samples.regulation(), MADE)
