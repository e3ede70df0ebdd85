"""The number of this version, in one place: pyproject.toml reads it here, the window and `--version` show it."""

VERSION = "0.1.0"
