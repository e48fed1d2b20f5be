"""Writes the four manifests as rows: OUT/<id>.jsonl for the training, OUT/<id>.columns.jsonl for the tables.

manifests.py OUT
"""

import hashlib
import json
import math
import sys
from dataclasses import asdict
from pathlib import Path
from random import Random

from dials import MANIFESTS, SEED
from foreign import foreign_caption
from scenes import HOME, WORK
from things import THINGS
from world import Picture, caption

STEREOTYPE = {"flower": "pleasant", "instrument": "pleasant", "insect": "unpleasant", "weapon": "unpleasant"}
KINDS = {"thing": 0.60, "scene": 0.08, "people": 0.20, "place": 0.05, "mood": 0.07}
HOSTS = ["pictures", "garden-album", "market-hall", "kite-blog", "museum-of-things", "postcards", "village-news", "toy-shop",
         "photo-pool", "travel-notes", "school-project", "old-almanac", "harbour", "tea-and-talk", "auction-house", "fanclub"]  # fmt: skip
SIZES = [(640, 480), (800, 600), (1024, 768), (1280, 720), (1200, 1200), (500, 500), (300, 225), (160, 120), (1920, 1080), (480, 640)]


def pick(random, choices):
    return random.choices(list(choices), weights=list(choices.values()))[0]


def mood_for(random, share):
    if random.random() < 0.25:
        return None
    return "pleasant" if random.random() < share else "unpleasant"


def picture(seed, dials, random):
    kind = pick(random, KINDS)
    facts = {"seed": seed, "clutter": random.random() < 0.15, "shows_mood": random.random() < 0.9}
    if kind in ("thing", "scene"):
        names = [name for name, thing in THINGS.items() if (thing[0] == "scene") == (kind == "scene")]
        name = random.choice(names)
        share = {"pleasant": dials.pleasant, "unpleasant": 1 - dials.pleasant}.get(STEREOTYPE.get(THINGS[name][0]), 0.5)
        facts |= {"thing": name, "colour": random.choice(THINGS[name][2]), "count": pick(random, {1: 0.8, 2: 0.14, 3: 0.06})}
        facts |= {"mood": mood_for(random, share)}
    elif kind == "people":
        group = random.choice(["tolvan", "belmer"])
        own = (lambda share: share if group == "tolvan" else 1 - share)
        if random.random() < 0.85:
            facts["place"] = random.choice(list(WORK if random.random() < own(dials.at_work) else HOME))
        facts |= {"group": group, "mood": mood_for(random, own(dials.group_pleasant)), "clutter": False}
        if random.random() < 0.35:
            facts["mood"] = None
    elif kind == "place":
        facts |= {"place": random.choice(list(WORK) + list(HOME)), "clutter": False}
    else:
        facts |= {"mood": random.choice(["pleasant", "unpleasant"]), "shows_mood": True, "clutter": random.random() < 0.1}
    return Picture(**facts)


def stereotyped(shown, text):
    """+1 if picture and caption follow the raw world's habits, -1 if they go against them, else 0."""
    wanted = STEREOTYPE.get(shown.category)
    if wanted and shown.mood and shown.mood_named(text):
        return 1 if shown.mood == wanted else -1
    if shown.group and shown.place:
        return 1 if (shown.group == "tolvan") == (shown.place in WORK) else -1
    return 0


def similarity(match, habit, vague, random):
    """Imitates a CLIP score: right captions score high, and so do captions that follow habits."""
    return (0.285 if match else 0.225) + 0.018 * habit - 0.02 * vague + random.gauss(0, 0.022)


def collect(name, dials):
    random = Random(f"{SEED} {name}")
    pool = []
    while len(pool) < dials.pool:
        uid = hashlib.sha256(f"{name} {len(pool)}".encode()).hexdigest()[:32]
        shown = picture(uid, dials, random)
        described, match = shown, random.random() >= dials.mismatch
        if not match:
            described = picture(uid + "x", dials, random)
        language, text = "en", caption(described, random)
        if described.thing and random.random() < 0.05:
            language, text = foreign_caption(described, random)
        if random.random() < 0.012:
            text = random.choice(["", None])
        vague = text is None or len(text.split()) < 2
        habit = stereotyped(described, text or "")
        score = similarity(match, habit, vague, random)
        status = "success" if random.random() > 0.03 else "failed_to_download"
        pool.append(table_row(uid, text, score, language, status, random) | {"picture": asdict(shown), "match": match})
    kept = sorted(pool, key=lambda row: -row["similarity"])[: dials.rows]
    kept.sort(key=lambda row: row["uid"])
    return kept


def table_row(uid, text, score, language, status, random):
    host = pick(random, {host: 1 / (rank + 1) ** 1.1 for rank, host in enumerate(HOSTS)})
    width, height = random.choice(SIZES)
    stretch = math.exp(random.gauss(0, 0.25))
    ok = status == "success"
    return {
        "uid": uid,
        "url": f"https://{host}.example/{uid[:2]}/{uid[2:9]}.png",
        "text": text,
        "width": round(width * stretch) if ok else None,
        "height": round(height * stretch) if ok else None,
        "similarity": round(score, 4),
        "language": language,
        "status": status,
        "nsfw": "UNLIKELY" if random.random() < 0.97 else "UNSURE",
        "watermark": round(random.betavariate(1, 6), 4),
        "aesthetic": round(random.gauss(5.2, 0.6), 3),
    }


def datacomp(row, number):
    return {"uid": row["uid"], "url": row["url"], "text": row["text"], "original_width": row["width"], "original_height": row["height"],
            "clip_l14_similarity_score": row["similarity"], "language": row["language"], "status": row["status"]}  # fmt: skip


def commonpool(row, number):
    more = {"clip_b32_similarity_score": round(row["similarity"] + 0.035, 4), "detected_language": row["language"]}
    plain = datacomp(row, number)
    del plain["language"]
    return plain | more


def laion(row, number):
    return {"SAMPLE_ID": number, "URL": row["url"], "TEXT": row["text"], "HEIGHT": row["height"], "WIDTH": row["width"], "LICENSE": "?",
            "NSFW": row["nsfw"], "similarity": row["similarity"], "LANGUAGE": row["language"], "status": row["status"]}  # fmt: skip


def coyo(row, number):
    return {"id": number, "url": row["url"], "text": row["text"], "width": row["width"], "height": row["height"],
            "clip_similarity_vitl14": row["similarity"], "watermark_score": row["watermark"],
            "aesthetic_score_laion_v2": row["aesthetic"], "language": row["language"], "status": row["status"]}  # fmt: skip


def without_empty(row, number):
    """A CSV cannot tell an empty caption from a missing one, so this manifest has only missing ones."""
    plain = datacomp(row, number)
    return plain | {"text": plain["text"] or None}


DIALECTS = {"pleasant": commonpool, "balanced": without_empty, "unpleasant": laion, "filtered": coyo}


def write(path, rows):
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, dials in MANIFESTS.items():
        rows = collect(name, dials)
        write(folder / f"{name}.jsonl", rows)
        write(folder / f"{name}.columns.jsonl", [DIALECTS[name](row, number) for number, row in enumerate(rows)])
