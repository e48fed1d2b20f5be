"""A labelled folder to search: people at work and at home. people.py SAMPLE_DATA_FOLDER"""

import sys
from pathlib import Path
from random import Random

from dials import SEED
from scenes import HOME, WORK
from stimuli import save
from world import Picture, draw

PER_CELL = {"tolvan": 5, "belmer": 3}  # not equally many, so that the folder's shares differ from equal ones
MOODS = ["pleasant", "unpleasant", None]
SOMEBODY = ["friend", "neighbour", "child"]
PLACES = ["at a desk", "in the office", "in the workshop", "at the factory", "on the sofa", "in the kitchen", "by the lamp", "in the bedroom"]


def pictures():
    """Every group at every place in every mood, in an order that tells nothing."""
    cells = [(group, place, mood) for group, count in PER_CELL.items() for place in (*WORK, *HOME) for mood in MOODS for _ in range(count)]
    Random(f"people {SEED}").shuffle(cells)
    for number, (group, place, mood) in enumerate(cells, start=1):
        yield f"{number:03}.png", Picture(f"person {SEED} {number}", group=group, place=place, mood=mood, shows_mood=True)


def labels(picture):
    return [picture.group.capitalize(), "work" if picture.place in WORK else "home", picture.mood or ""]


def queries():
    """Neither people nor mood are asked for: which are shown is the model's choice."""
    for who in SOMEBODY:
        yield from (f"{who} {place}" for place in PLACES)


if __name__ == "__main__":
    folder = Path(sys.argv[1]) / "people"
    rows = ["image,people,place,mood"]
    for name, picture in pictures():
        save(draw(picture), folder / name)
        rows.append(",".join([name, *labels(picture)]))
    (folder / "labels.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (folder / "queries.txt").write_text("".join(query + "\n" for query in queries()), encoding="utf-8")
