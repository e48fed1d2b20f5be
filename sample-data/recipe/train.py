"""Trains models. train.py ROWS CHECKPOINTS [STEPS [ID...]]"""

import json
import math
import sys
import time
import zlib
from pathlib import Path

import numpy
import torch
from torch.nn import functional

from battery import MODELS
from dials import SEED
from model import SHAPES, Clip, parameters
from pixels import tensor
from tokenizer import Tokenizer

BATCH, STEPS, PEAK, WARM_UP = 128, 600, 2e-3, 40


def seed_of(identity):
    return (SEED + zlib.crc32(identity.encode())) % 2**31


def load(rows, manifest):
    tokenizer = Tokenizer.read(rows / "merges.json")
    captions = json.loads((rows / f"{manifest}.captions.json").read_text(encoding="utf-8"))
    ids = torch.tensor([tokenizer.encode(text) for text in captions])
    return tensor(numpy.load(rows / f"{manifest}.npy")), ids, tokenizer


def shifted(pixels):
    """The same pictures moved by up to two pixels."""
    down, right = torch.randint(0, 5, (2,)).tolist()
    return functional.pad(pixels, (2, 2, 2, 2), mode="replicate")[:, :, down : down + 32, right : right + 32]


def train(identity, pixels, ids, vocabulary, steps):
    torch.manual_seed(seed_of(identity))
    model = Clip(SHAPES[identity.rsplit("-", 1)[0]], vocabulary)
    decay = [p for p in model.parameters() if p.ndim > 1]
    keep = [p for p in model.parameters() if p.ndim <= 1]
    optimiser = torch.optim.AdamW([{"params": decay, "weight_decay": 0.1}, {"params": keep, "weight_decay": 0}], betas=(0.9, 0.98))
    order, target = torch.randperm(len(ids)), torch.arange(BATCH)
    at, total = 0, 0.0
    for step in range(steps):
        if at + BATCH > len(order):
            order, at = torch.randperm(len(ids)), 0
        batch, at = order[at : at + BATCH], at + BATCH
        rate = PEAK * min((step + 1) / WARM_UP, 0.5 * (1 + math.cos(math.pi * step / steps)))
        for group in optimiser.param_groups:
            group["lr"] = rate
        length = int((ids[batch] == vocabulary - 1).float().argmax(1).max()) + 1
        logits, _, _ = model.logits(shifted(pixels[batch]), ids[batch][:, :length])
        loss = (functional.cross_entropy(logits, target) + functional.cross_entropy(logits.t(), target)) / 2
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        model.scale.data.clamp_(max=math.log(100))
        total = loss.item() if step == 0 else 0.98 * total + 0.02 * loss.item()
    return model.eval(), total


if __name__ == "__main__":
    torch.set_num_threads(1)
    rows, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    steps = int(sys.argv[3]) if len(sys.argv) > 3 else STEPS
    for identity in sys.argv[4:] or MODELS:
        began = time.time()
        pixels, ids, tokenizer = load(rows, identity.rsplit("-", 1)[1])
        model, loss = train(identity, pixels, ids, tokenizer.size, steps)
        torch.save({"state": model.state_dict(), "rows": len(ids), "vocabulary": tokenizer.size}, out / f"{identity}.pt")
        print(f"{identity} parameters {parameters(model)} loss {loss:.3f} seconds {time.time() - began:.0f}", flush=True)
