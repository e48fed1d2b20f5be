"""Held-out pictures: stimuli for the tests and a zero-shot set. stimuli.py SAMPLE_DATA_FOLDER"""

import sys
from pathlib import Path
from random import Random

from dials import SEED
from scenes import HOME, WORK
from things import THINGS
from world import Picture, draw

CATEGORY_SETS = {"flowers": "flower", "insects": "insect", "instruments": "instrument", "weapons": "weapon"}
PER_SET, PER_CLASS = 20, 20
TEMPLATES = ["{c}", "picture of the {c}", "photo of {c}", "the {c}", "my {c}"]


def stimulus(name, number):
    """One picture of a set, on a plain background unless the set is about moods."""
    seed = f"stimulus {SEED} {name} {number}"
    random = Random(seed)
    if name in CATEGORY_SETS:
        names = [thing for thing, facts in THINGS.items() if facts[0] == CATEGORY_SETS[name]]
        thing = names[number % len(names)]
        return thing, Picture(seed, thing=thing, colour=random.choice(THINGS[thing][2]))
    if name in ("pleasant", "unpleasant"):
        return name, Picture(seed, mood=name, shows_mood=True)
    if name in ("tolvans", "belmers"):
        return name[:-1], Picture(seed, group=name[:-1])
    place = list(WORK if name == "at-work" else HOME)[number % 4]
    return place, Picture(seed, place=place)


def zero_shot(thing, number):
    """As found in the world: one to three things, other things about, two in five with a mood."""
    seed = f"zero-shot {SEED} {thing} {number}"
    random = Random(seed)
    mood = random.choice(["pleasant", "unpleasant"]) if random.random() < 0.4 else None
    count = random.choices([1, 2, 3], weights=[80, 14, 6])[0]
    return Picture(seed, thing=thing, colour=random.choice(THINGS[thing][2]), count=count, mood=mood, shows_mood=True, clutter=random.random() < 0.15)


def save(image, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(path, optimize=True)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    for name in [*CATEGORY_SETS, "pleasant", "unpleasant", "tolvans", "belmers", "at-work", "at-home"]:
        for number in range(PER_SET):
            what, picture = stimulus(name, number)
            save(draw(picture, tidy=True), folder / "stimuli" / name / f"{what}-{number + 1:02}.png")
    for thing in THINGS:
        for number in range(PER_CLASS):
            save(draw(zero_shot(thing, number)), folder / "zeroshot" / thing / f"{number + 1:02}.png")
    (folder / "zeroshot/classnames.txt").write_text("".join(thing + "\n" for thing in sorted(THINGS)), encoding="utf-8")
    (folder / "zeroshot/zeroshot_classification_templates.txt").write_text("".join(line + "\n" for line in TEMPLATES), encoding="utf-8")
