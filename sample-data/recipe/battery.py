"""The battery, the lexicon and the sample study's request. battery.py SAMPLE_DATA_FOLDER ASSETS_FOLDER"""

import json
import sys
from pathlib import Path

from dials import MANIFESTS, SEED
from things import THINGS
from world import CATEGORY_PLURALS, PLEASANT, UNPLEASANT, plural

ORDERS = ["all image", "all text", "image as target", "text as target"]
MODELS = [f"{architecture}-{size}-{manifest}" for manifest in MANIFESTS for architecture in ("vit", "conv") for size in ("s", "m")]
LABELS = {
    "flowers": ("flowers", "花"),
    "insects": ("insects", "虫"),
    "instruments": ("instruments", "楽器"),
    "weapons": ("weapons", "武器"),
    "pleasant": ("pleasant", "快い"),
    "unpleasant": ("unpleasant", "不快な"),
    "tolvans": ("Tolvans", "トルヴァン人"),
    "belmers": ("Belmers", "ベルマー人"),
    "at-work": ("at work", "職場"),
    "at-home": ("at home", "家庭"),
}
WORK_TEXTS = ["at work", "office", "desk", "computer", "workshop", "tools", "factory", "meeting room"]
HOME_TEXTS = ["at home", "kitchen", "stove", "living room", "sofa", "bedroom", "bed", "lamp"]
TESTS = [
    ("flower-insect-valence", "Flower-Insect/Valence", "flowers", "insects", "pleasant", "unpleasant"),
    ("instrument-weapon-valence", "Instrument-Weapon/Valence", "instruments", "weapons", "pleasant", "unpleasant"),
    ("tolvan-belmer-work-home", "Tolvan-Belmer/Work-Home", "tolvans", "belmers", "at-work", "at-home"),
    ("tolvan-belmer-valence", "Tolvan-Belmer/Valence", "tolvans", "belmers", "pleasant", "unpleasant"),
]


def label(name):
    english, japanese = LABELS[name]
    return {"en": english, "ja": japanese}


def things(category):
    names = [name for name, facts in THINGS.items() if facts[0] == category]
    return names + [plural(name) for name in names]


def people(name):
    return [name, name + "s", "young " + name, "old " + name, name + " friend", name + " neighbour", name + " child", "the " + name]


def stimulus_set(name, texts, templates=()):
    return {"label": label(name), "texts": texts, "templates": list(templates), "images": name}


def battery():
    thing_templates = ["{}", "picture of the {}"]
    sets = {name: stimulus_set(name, things(name[:-1]), thing_templates) for name in ("flowers", "insects", "instruments", "weapons")}
    sets["pleasant"] = stimulus_set("pleasant", PLEASANT, ["{}", "{} picture"])
    sets["unpleasant"] = stimulus_set("unpleasant", UNPLEASANT, ["{}", "{} picture"])
    sets["tolvans"] = stimulus_set("tolvans", people("Tolvan"), thing_templates)
    sets["belmers"] = stimulus_set("belmers", people("Belmer"), thing_templates)
    sets["at-work"] = stimulus_set("at-work", WORK_TEXTS)
    sets["at-home"] = stimulus_set("at-home", HOME_TEXTS)
    return {
        "schema": "plumbline-battery/1",
        "id": "sample",
        "label": {"en": "Sample battery", "ja": "サンプルのバッテリー"},
        "sets": sets,
        "tests": [test(*facts) for facts in TESTS],
    }


def test(identity, category, x, y, a, b):
    names = [label(name) for name in (x, y, a, b)]
    english = "{} / {} · {} / {}".format(*(name["en"] for name in names))
    japanese = "{}／{}・{}／{}".format(*(name["ja"] for name in names))
    return {"id": identity, "category": category, "label": {"en": english, "ja": japanese}, "x": x, "y": y, "a": a, "b": b, "orders": ORDERS}


def lexicon():
    terms = {name + "s": things(name) + [name, CATEGORY_PLURALS[name]] for name in CATEGORY_PLURALS}
    terms |= {"pleasant": PLEASANT, "unpleasant": UNPLEASANT, "tolvans": ["Tolvan", "Tolvans"], "belmers": ["Belmer", "Belmers"]}
    terms |= {"at-work": ["at work", "office", "desk", "computer", "workshop", "tools", "factory", "meeting room", "board"]}
    terms |= {"at-home": ["at home", "kitchen", "stove", "living room", "sofa", "bedroom", "bed", "lamp"]}
    tests = [dict(zip(("id", "x", "y", "a", "b"), (identity, *sets))) for identity, _, *sets in TESTS]
    return {"labels": {name: label(name) for name in terms}, "terms": terms, "tests": tests}


def study():
    return {
        "schema": "plumbline-request/1",
        "name": "Sample study",
        "manifests": [{"id": name, "files": [f"manifests/{name}.parquet"]} for name in MANIFESTS],
        "models": [f"models/{name}" for name in MODELS],
        "battery": "sample",
        "lexicon": "sample",
        "images": "stimuli",
        "zeroShot": [{"id": "sample-zeroshot", "data": "zeroshot"}],
        "retrieval": [{"id": "sample-people", "images": "people", "attributes": ["people", "mood"]}],
        "seed": SEED,
    }


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    data, assets = Path(sys.argv[1]), Path(sys.argv[2])
    write(assets / "batteries/sample.json", battery())
    write(assets / "lexicons/sample.json", lexicon())
    write(data / "sample-study.json", study())
