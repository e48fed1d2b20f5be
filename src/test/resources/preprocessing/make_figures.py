"""Computes with Pillow what pictures of any shape become in each way of fitting them, for PreprocessingFiguresTest.

    python3 make_figures.py > figures.json          (needs numpy and Pillow; written with Pillow 9.4)

The picture is a formula, so that no file is needed. `crc` is the CRC-32 of the fitted picture's bytes
(rows of red, green, blue); `values` are some of the float32 values, as `[channel, y, x, value]`.
The rules of sizes and of cropping are those of open_clip's ResizeKeepRatio and CenterCropOrPad and of
torchvision's Resize and CenterCrop.
"""

import json
import zlib

import numpy as np
from PIL import Image

FILTERS = {"bilinear": Image.BILINEAR, "bicubic": Image.BICUBIC, "lanczos": Image.LANCZOS}
CASES = [
    # picture, mode, filter, (height, width), mean, std, fill
    ((97, 61), "longest", "bilinear", (32, 32), (0.485, 0.456, 0.406), (0.229, 0.224, 0.225), 7),
    ((61, 97), "longest", "bicubic", (32, 32), (0.5, 0.5, 0.5), (0.5, 0.5, 0.5), 0),
    ((97, 61), "longest", "bicubic", (24, 40), (0.0, 0.0, 0.0), (1.0, 1.0, 1.0), 255),
    ((20, 13), "longest", "bilinear", (33, 33), (0.5, 0.5, 0.5), (0.5, 0.5, 0.5), 128),
    ((97, 61), "squash", "bilinear", (32, 32), (0.485, 0.456, 0.406), (0.229, 0.224, 0.225), 0),
    ((97, 61), "squash", "bicubic", (48, 20), (0.5, 0.5, 0.5), (0.5, 0.5, 0.5), 0),
    ((13, 20), "squash", "lanczos", (32, 40), (0.1, 0.2, 0.3), (0.4, 0.5, 0.6), 0),
    ((97, 61), "shortest", "bilinear", (32, 32), (0.0, 0.0, 0.0), (1.0, 1.0, 1.0), 0),
    ((61, 97), "shortest", "bicubic", (32, 32), (0.48145466, 0.4578275, 0.40821073), (0.26862954, 0.26130258, 0.27577711), 0),
    ((97, 61), "shortest", "bicubic", (24, 40), (0.5, 0.5, 0.5), (0.5, 0.5, 0.5), 0),
    ((400, 3), "shortest", "bilinear", (16, 16), (0.5, 0.5, 0.5), (0.5, 0.5, 0.5), 0),
]


def picture(width, height):
    x, y = np.meshgrid(np.arange(width), np.arange(height))
    return np.stack([(7 * x + 13 * y) % 256, (x * y) % 256, (255 * x // width + 3 * y) % 256], axis=2).astype("uint8")


def resized(width, height, mode, size):
    if mode == "squash":
        return size[1], size[0]
    if mode == "shortest" and size[0] == size[1]:
        short, long = min(width, height), max(width, height)
        longer = int(size[0] * long / short)
        return (size[0], longer) if width <= height else (longer, size[0])
    ratios = (height / size[0], width / size[1])
    ratio = max(ratios) if mode == "longest" else min(ratios)
    return round(width / ratio), round(height / ratio)


def fitted(image, mode, kind, size, fill):
    resampled = image.resize(resized(*image.size, mode, size), FILTERS[kind])
    canvas = np.full((*size, 3), fill, dtype="uint8")
    pixels = np.asarray(resampled)
    height, width = pixels.shape[:2]
    top, left = max(0, round((height - size[0]) / 2)), max(0, round((width - size[1]) / 2))
    part = pixels[top : top + size[0], left : left + size[1]]
    down, right = (size[0] - part.shape[0]) // 2, (size[1] - part.shape[1]) // 2
    canvas[down : down + part.shape[0], right : right + part.shape[1]] = part
    return canvas


figures = []
for (width, height), mode, kind, size, mean, std, fill in CASES:
    pixels = fitted(Image.fromarray(picture(width, height)), mode, kind, size, fill)
    values = (pixels.astype("float64") / 255 - mean) / std
    places = [(0, 0, 0), (1, size[0] // 2, size[1] // 3), (2, size[0] - 1, size[1] - 1)]
    figures.append(
        {
            "width": width, "height": height, "mode": mode, "filter": kind,
            "size": list(size), "mean": list(mean), "std": list(std), "fill": fill,
            "crc": zlib.crc32(pixels.tobytes()),
            "values": [[c, y, x, float(values[y, x, c])] for c, y, x in places],
        }
    )
print(json.dumps(figures, indent=1))
