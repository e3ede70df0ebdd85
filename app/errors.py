"""What the world can do to us, told so that the owner knows what to do next.

MamoriError
├── LedgerError      the ledger file: not one, damaged, newer, in use
│   ├── NotWritable  it cannot be opened for writing; it may still be looked at
│   └── Stranded     the open one cannot be written to any more; what it holds can go on elsewhere
├── ImportRefused    a file that was offered for reading is not what it should be
├── Stopped          the owner stopped what was being written
├── ContentError     a bundled text or form is faulty (found by `check`)
└── PaperError       a paper cannot be made or written

Everything else that is raised is a fault of the program itself.
"""


class MamoriError(Exception):
    """Three sentences in Japanese: 何が起きたか → データは無事か → 次にすること."""

    def __init__(self, what: str, safe: str = "", then: str = "") -> None:
        super().__init__(what)
        self.what, self.safe, self.then = what, safe, then

    def __str__(self) -> str:
        return "\n".join(part for part in (self.what, self.safe, self.then) if part)


class LedgerError(MamoriError):
    """The ledger file cannot be used."""


class NotWritable(LedgerError):
    """A ledger lies where nothing can be written: on a CD, in somebody else's folder. It may still be opened to be looked at."""


class Stranded(LedgerError):
    """The open ledger takes no changes where it is: replaced, gone, or opened to be read. What it holds can be copied and gone on with."""


class ImportRefused(MamoriError):
    """A file offered for reading was refused; nothing was written."""


class Stopped(MamoriError):
    """The owner thought better of a step while it was being written: nothing has gone wrong."""

    def __init__(self) -> None:
        super().__init__("途中でやめました。", "何も書き込んでいません。台帳は前のままです。")


class ContentError(MamoriError):
    """A bundled text or form breaks its format."""


class PaperError(MamoriError):
    """A paper cannot be composed or written."""
