"""Pictures to tensors, exactly as CLIP does: RGB, shortest edge to 32 (bicubic), centre crop, normalise."""

import numpy
import torch
from PIL import Image

MEAN = [0.48145466, 0.4578275, 0.40821073]
STD = [0.26862954, 0.26130258, 0.27577711]
SIZE = 32


def resized(image):
    image = image.convert("RGB")
    short = min(image.size)
    return image.resize(tuple(int(SIZE * side / short) for side in image.size), Image.BICUBIC)


def cropped(image, rounded=round):
    """The middle of the picture. CLIP rounds half a pixel to even."""
    image = resized(image)
    left, top = (rounded((side - SIZE) / 2) for side in image.size)
    return numpy.asarray(image.crop((left, top, left + SIZE, top + SIZE)))


def tensor(pictures):
    """[n, 32, 32, 3] bytes to [n, 3, 32, 32] floats."""
    values = torch.from_numpy(numpy.array(pictures)).float() / 255
    return ((values - torch.tensor(MEAN)) / torch.tensor(STD)).permute(0, 3, 1, 2).contiguous()
