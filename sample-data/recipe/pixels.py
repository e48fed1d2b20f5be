"""Pictures to tensors, exactly as CLIP does: RGB, shortest edge to 32 (bicubic), centre crop, normalise."""

import numpy
import torch
from PIL import Image

MEAN = [0.48145466, 0.4578275, 0.40821073]
STD = [0.26862954, 0.26130258, 0.27577711]
SIZE = 32


def cropped(image):
    image = image.convert("RGB")
    short = min(image.size)
    width, height = (int(SIZE * side / short) for side in image.size)
    image = image.resize((width, height), Image.BICUBIC)
    left, top = (width - SIZE) // 2, (height - SIZE) // 2
    return numpy.asarray(image.crop((left, top, left + SIZE, top + SIZE)))


def tensor(pictures):
    """[n, 32, 32, 3] bytes to [n, 3, 32, 32] floats."""
    values = torch.from_numpy(numpy.array(pictures)).float() / 255
    return ((values - torch.tensor(MEAN)) / torch.tensor(STD)).permute(0, 3, 1, 2).contiguous()
