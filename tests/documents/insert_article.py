"""Opens a Word file in LibreOffice, puts paragraphs in the papers' own styles into it, and saves it as PDF.

    /usr/bin/python3 insert_article.py FILE.docx OUT.pdf 'caption before which they go' 'style|words' …

Run by a Python that has LibreOffice's `uno`, which ours has not.
"""

import subprocess
import sys
import time
from pathlib import Path
from tempfile import mkdtemp

import uno
from com.sun.star.beans import PropertyValue

PARAGRAPH_BREAK = 0


def main(source: Path, target: Path, before: str, paragraphs: list[str]) -> None:
    folder = Path(mkdtemp(dir=target.parent))
    pipe = f"mamoricho{folder.name}"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    office = subprocess.Popen(["soffice", "--headless", "--norestore", profile, f"--accept=pipe,name={pipe};urp"])
    try:
        desktop = _desktop(pipe)
        document = desktop.loadComponentFromURL(source.as_uri(), "_blank", 0, (_property("Hidden", True),))
        _insert(document.Text, before, paragraphs)
        document.getTextFields().refresh()
        document.storeToURL(target.as_uri(), (_property("FilterName", "writer_pdf_Export"),))
        document.close(True)
        desktop.terminate()
    finally:
        office.wait(60)


def _desktop(pipe: str):
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(120):
        try:
            there = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)
        except Exception:  # not up yet
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer")


def _insert(text, before: str, paragraphs: list[str]) -> None:
    found = next(paragraph for paragraph in text if before in paragraph.String)
    cursor = text.createTextCursorByRange(found.Start)
    for line in paragraphs:
        style, _, words = line.partition("|")
        text.insertString(cursor, words, False)
        text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        cursor.goLeft(1, False)
        cursor.ParaStyleName = style
        cursor.goRight(1, False)


def _property(name: str, value: object) -> PropertyValue:
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve(), sys.argv[3], sys.argv[4:])
