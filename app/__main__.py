"""Start-up, told as a story.

With a command (`python -m app check`) the work is done without a window. Otherwise, where there is a screen, the window opens
and, after its first paint, the last ledger. Where there is none, the sample company's papers and a picture of every page go to
./out/, so that even a machine without a screen shows what the program does.
"""

import gc
import os
import sys


def main() -> int:
    """Exit code of the program."""
    arguments = sys.argv[1:]
    if arguments and not arguments[0].endswith(".mamori"):
        from app.cli import main as command

        return command(arguments)
    if not arguments and not _has_display():
        print("画面がないので、見本の会社の書類と各ページの絵を out フォルダに作ります。", file=sys.stderr)
        from app.cli import main as command

        return command(["demo", "out"])
    gc.disable()  # until the first page stands: what is made for it is there to stay, and looking for rubbish in it takes a tenth of the time
    from app.ui.start import run

    return run(sys.argv)


def _has_display() -> bool:
    """Whether a window can be shown here."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
