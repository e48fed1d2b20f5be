"""Paints the pictures of every manifest once, 32×32, half pixels of the crop rounded down. render.py ROWS"""

import json
import math
import sys
from pathlib import Path

import numpy

from dials import MANIFESTS
from pixels import cropped
from world import Picture, draw

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    for name in MANIFESTS:
        rows = [json.loads(line) for line in (folder / f"{name}.jsonl").open(encoding="utf-8")]
        used = [row for row in rows if row["status"] == "success" and row["text"]]
        numpy.save(folder / f"{name}.npy", numpy.stack([cropped(draw(Picture(**row["picture"])), math.floor) for row in used]))
        (folder / f"{name}.captions.json").write_text(json.dumps([row["text"] for row in used], ensure_ascii=False), encoding="utf-8")
