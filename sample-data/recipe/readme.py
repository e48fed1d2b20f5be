"""Writes README.md of the sample data: what was measured, and the checksums. readme.py MEASURED.json SAMPLE_DATA"""

import hashlib
import json
import sys
from pathlib import Path

from battery import ORDERS, TESTS
from dials import MANIFESTS, SEED

ABOUT = (Path(__file__).parent / "about.md").read_text(encoding="utf-8")


def row(*cells):
    return "| " + " | ".join(str(cell) for cell in cells) + " |\n"


def table(head, rows):
    return row(*head) + "|" + "---|" * len(head) + "\n" + "".join(row(*cells) for cells in rows)


def dials():
    head = ["manifest", "flowers/instruments pleasant", "Tolvans at work", "Tolvans pleasant", "captions of another picture", "collected", "kept"]
    return table(head, [(name, d.pleasant, d.at_work, d.group_pleasant, d.mismatch, d.pool, d.rows) for name, d in MANIFESTS.items()])


def odds(measured):
    head = ["manifest", *(test[1] for test in TESTS)]
    return table(head, [(name, *(f"{values[test[0]]:+.2f}" for test in TESTS)) for name, values in measured["logOdds"].items()])


def effects(measured, test):
    head = ["model", "rows", "acc1", *ORDERS]
    return table(
        head,
        [(name, facts["rows"], f"{facts['acc1']:.3f}", *(f"{facts['d'][test][order]:+.2f}" for order in ORDERS)) for name, facts in measured["models"].items()],
    )


def relations(measured, of):
    head = ["test", *ORDERS]
    rows = [(test[1], *(f"{measured['relations'][test[0]][order][of]:+.2f}" for order in ORDERS)) for test in TESTS]
    return table(head, rows)


def checksums(data):
    """SHA-256 of every file; of folders of pictures, of the list of their checksums."""
    lines = []
    for path in sorted(p for p in data.rglob("*") if p.is_file() and "recipe" not in p.parts and p.suffix not in (".png", ".md")):
        lines.append((hashlib.sha256(path.read_bytes()).hexdigest(), path.relative_to(data).as_posix()))
    for name in ("people", "stimuli", "zeroshot"):
        pictures = sorted((data / name).rglob("*.png"))
        listed = "".join(f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.relative_to(data).as_posix()}\n" for p in pictures)
        lines.append((hashlib.sha256(listed.encode()).hexdigest(), f"{name}/**/*.png ({len(pictures)} pictures)"))
    return "```\n" + "".join(f"{digest}  {name}\n" for digest, name in lines) + "```\n"


def main(measured, data):
    first = measured["relations"]["flower-insect-valence"]["all text"]
    return ABOUT.format(
        seed=SEED,
        dials=dials(),
        odds=odds(measured),
        r=f"{first['composition']:+.2f}",
        n=first["n"],
        composition=relations(measured, "composition"),
        accuracy=relations(measured, "accuracy"),
        effects="\n".join(f"**{test[1]}**\n\n{effects(measured, test[0])}" for test in TESTS),
        checksums=checksums(data),
    )


if __name__ == "__main__":
    text = main(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")), Path(sys.argv[2]))
    (Path(sys.argv[2]) / "README.md").write_text(text, encoding="utf-8")
