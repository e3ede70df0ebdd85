"""Rows as older versions wrote them, made into rows of today: in old dumps, in old history entries, in a migration.

An entry of the history stays to the letter as it was written, for its hash covers it; so the rows in it are made new
whenever they are read. What is released here is never changed.
"""

import binascii
import hashlib
from base64 import b64decode
from collections.abc import Iterator, Mapping
from typing import Any

FILES = ("docx", "pdf")


def renewed(kind: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """The row as its kind is written today. Version 1 kept the bytes of an issued paper in its row."""
    if kind != "issues" or "docx" not in row:
        return dict(row)
    new = {name: value for name, value in row.items() if name not in ("tree", *FILES)}
    tree = row.get("tree")
    new["tree_sha256"] = hashlib.sha256(tree.encode()).hexdigest() if isinstance(tree, str) and tree else ""
    return new | {f"{name}_sha256": "" for name in FILES if not row.get(name)}


def evidence(kind: str, row: Mapping[str, Any]) -> Iterator[bytes]:
    """The bytes that such a row kept itself. What cannot be read is left out: then its hash names nothing, and that is told."""
    if kind != "issues" or "docx" not in row:
        return
    if isinstance(row.get("tree"), str) and row["tree"]:
        yield row["tree"].encode()
    for name in FILES:
        try:
            content = b64decode(row.get(name) or "", validate=True)
        except (binascii.Error, ValueError, TypeError):
            continue
        if content:
            yield content
