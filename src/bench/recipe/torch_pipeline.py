"""torch_pipeline.py FOLDER N OUT: images/s of the same work in PyTorch and Pillow, as one JSON object.

Tried with no worker process, one and two; the fastest counts. Threads are the caller's environment. OUT gets the
embeddings of the first pictures, for comparison.
"""

import json
import sys
import time
from pathlib import Path

import numpy
import PIL
import torch
from PIL import Image
from torch.utils.data import DataLoader, Dataset

from towers import PIXELS, image_tower

BATCH = 8
MEAN = numpy.array([0.48145466, 0.4578275, 0.40821073], dtype=numpy.float32).reshape(3, 1, 1)
STD = numpy.array([0.26862954, 0.26130258, 0.27577711], dtype=numpy.float32).reshape(3, 1, 1)


class Photos(Dataset):
    def __init__(self, files):
        self.files = files

    def __len__(self):
        return len(self.files)

    def __getitem__(self, index):
        with Image.open(self.files[index]) as image:
            rgb = image.convert("RGB")
        short = min(rgb.size)
        width, height = (PIXELS * edge // short for edge in rgb.size)
        rgb = rgb.resize((width, height), Image.BICUBIC)
        left, top = round((width - PIXELS) / 2), round((height - PIXELS) / 2)
        rgb = rgb.crop((left, top, left + PIXELS, top + PIXELS))
        values = numpy.asarray(rgb).transpose(2, 0, 1).astype(numpy.float32) / 255
        return torch.from_numpy((values - MEAN) / STD)


def run(tower, files, workers):
    loader = DataLoader(Photos(files), batch_size=BATCH, num_workers=workers)
    rows, started = [], 0
    with torch.inference_mode():
        for index, pixels in enumerate(loader):
            if index == 1:
                started = time.perf_counter()
            rows.append(tower(pixels))
    return (len(files) - BATCH) / (time.perf_counter() - started), torch.cat(rows)


def main(folder, count, out):
    files = sorted(folder.glob("*.jpg"))[:count]
    tower = image_tower()
    speeds = {}
    for workers in (0, 1, 2):
        speeds[workers], rows = run(tower, files, workers)
    numpy.save(out, torch.nn.functional.normalize(rows[:32], dim=-1).numpy())
    best = max(speeds, key=speeds.get)
    print(json.dumps({
        "imagesPerSecond": speeds[best],
        "workers": best,
        "all": speeds,
        "torch": torch.__version__,
        "pillow": PIL.__version__,
    }))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
