"""torch_pipeline.py FOLDER N OUT: images/s of the same work in PyTorch and Pillow, as one JSON object.

Tried on a few with no worker process, one and two; the fastest way is measured on all. Opening the model and a first
batch do not count, starting the workers does. Threads are the caller's environment. OUT gets the embeddings of the first
pictures, for comparison.
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

BATCH, TRIAL = 8, 64
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
    started = time.perf_counter()
    with torch.inference_mode():
        rows = [tower(pixels) for pixels in DataLoader(Photos(files), batch_size=BATCH, num_workers=workers)]
    return len(files) / (time.perf_counter() - started), torch.cat(rows)


def check_blas():
    """PyTorch on the reference BLAS is 40 times slower than it could be; such a comparison would say nothing."""
    torch.ones(64, 64) @ torch.ones(64, 64)
    loaded = Path("/proc/self/maps").read_text().lower()
    if not any(name in loaded for name in ("openblas", "mkl", "blis")):
        sys.exit("PyTorch runs on a BLAS that is neither OpenBLAS nor MKL nor BLIS; install one, on Debian libopenblas0-pthread")


def main(folder, count, out):
    check_blas()
    files = sorted(folder.glob("*.jpg"))[:count]
    tower = image_tower()
    run(tower, files[:BATCH], 0)
    speeds = {workers: run(tower, files[:TRIAL], workers)[0] for workers in (0, 1, 2)}
    best = max(speeds, key=speeds.get)
    speed, rows = run(tower, files, best)
    numpy.save(out, torch.nn.functional.normalize(rows[:32], dim=-1).numpy())
    print(json.dumps({
        "imagesPerSecond": speed,
        "workers": best,
        "trials": speeds,
        "torch": torch.__version__,
        "pillow": PIL.__version__,
    }))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
