"""The five probes side by side: what our paper says and what docxtpl's says.

python tests/bench/bench_probes.py
"""

import sys
from itertools import zip_longest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.documents.probes import PROBES


def main() -> None:
    for probe in PROBES:
        print(f"\n{probe.name}")
        for name, said in probe.answers().items():
            print(f"  {name:20} {'right' if said == probe.right else 'WRONG'}")
            for line, meant in zip_longest(said.splitlines(), probe.right.splitlines(), fillvalue=""):
                if line != meant:
                    print(f"    「{line}」 for 「{meant}」")


if __name__ == "__main__":
    main()
