"""Writes trained models as bundles. export.py ROWS CHECKPOINTS SAMPLE_DATA [ID...]"""

import json
import sys
from pathlib import Path

import onnx
import torch
from PIL import Image
from torch import nn
from torch.nn import functional

import layouts
from battery import MODELS
from measure import load
from model import EMBEDDING, SHAPES, parameters
from pixels import cropped, tensor
from tokenizer import CONTEXT, Tokenizer
from train import seed_of

OPSET = 17
TEXTS = ["a lovely rose", "picture of the ugly beetles, so sad", "Tolvan neighbour in the kitchen", "バラの絵: 1 daisy & 2 swords! It's a very long caption that does not fit the context of the model"]
IMAGES = ["stimuli/flowers/rose-01.png", "stimuli/at-home/sofa-01.png", "zeroshot/ant/02.png", "zeroshot/boat/02.png"]


class Tower(nn.Module):
    """One tower alone, normalised or not."""

    def __init__(self, tower, normalise):
        super().__init__()
        self.tower, self.normalise = tower, normalise

    def forward(self, x):
        x = self.tower(x)
        return functional.normalize(x, dim=-1) if self.normalise else x


class Both(nn.Module):
    """Both towers in one graph, outputs in the order of Hugging Face exports."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, ids, pixels, attention_mask):
        per_image, image, text = self.model.logits(pixels, ids, attention_mask)
        return per_image, per_image.t(), text, image


def graph(module, examples, path, inputs, outputs, axes):
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.onnx.export(module.eval(), examples, str(path), input_names=inputs, output_names=outputs, dynamic_axes=axes, opset_version=OPSET)
    written = onnx.load(path)
    for node in written.graph.node:
        node.ClearField("doc_string")
    for output in written.graph.output:
        if not output.name.startswith("logits"):
            output.type.tensor_type.shape.dim[1].dim_value = EMBEDDING
    onnx.checker.check_model(written)
    onnx.save(written, path)


def export_split(model, folder, normalise, names):
    """Two graphs. names: path, input and output of the image tower, then of the text tower."""
    pixels, ids = torch.zeros(2, 3, 32, 32), torch.zeros(2, CONTEXT, dtype=torch.long)
    for tower, example, (path, given, result) in ((model.vision, pixels, names[0]), (model.text, ids, names[1])):
        axes = {given: {0: "batch_size"}, result: {0: "batch_size"}}
        if given == "input_ids":
            axes[given][1] = "sequence_length"
        graph(Tower(tower, normalise), (example,), folder / path, [given], [result], axes)


def export_monolithic(model, folder):
    ids = torch.zeros(3, CONTEXT, dtype=torch.long)
    text, image = {0: "text_batch_size", 1: "sequence_length"}, {0: "image_batch_size"}
    axes = {
        "input_ids": text,
        "attention_mask": text,
        "pixel_values": image,
        "logits_per_image": {0: "image_batch_size", 1: "text_batch_size"},
        "logits_per_text": {0: "text_batch_size", 1: "image_batch_size"},
        "text_embeds": {0: "text_batch_size"},
        "image_embeds": {0: "image_batch_size"},
    }
    names = list(axes)
    examples = (ids, torch.zeros(2, 3, 32, 32), torch.ones_like(ids))
    graph(Both(model), examples, folder / "model.onnx", ["input_ids", "pixel_values", "attention_mask"], names[3:], axes)


def write(path, content, indent=2):
    path.parent.mkdir(parents=True, exist_ok=True)
    separators = None if indent else (",", ":")
    path.write_text(json.dumps(content, ensure_ascii=False, indent=indent, separators=separators) + "\n", encoding="utf-8")


def rounded(vector):
    return [round(float(value), 7) for value in vector]


def parity(model, tokenizer, data):
    """What torch makes of four texts and four pictures, for comparison with other runtimes."""
    ids = [tokenizer.encode(text) for text in TEXTS]
    text = functional.normalize(model.text(torch.tensor(ids)), dim=-1)
    image = functional.normalize(model.vision(tensor([cropped(Image.open(data / name)) for name in IMAGES])), dim=-1)
    return {
        "texts": [{"text": TEXTS[i], "ids": ids[i], "embedding": rounded(text[i])} for i in range(len(TEXTS))],
        "images": [{"file": IMAGES[i], "embedding": rounded(image[i])} for i in range(len(IMAGES))],
    }


def catalogue_entry(identity, shape, model, rows):
    size, manifest = identity.split("-")[1:]
    return {
        "id": identity,
        "name": f"{shape.family}-{size.upper()} {manifest}",
        "architecture": f"{shape.family}-{size.upper()}",
        "architectureFamily": shape.family,
        "pretrainingDataset": manifest,
        "datasetFamily": "sample",
        "datasetSize": rows,
        "parameters": parameters(model),
        "activation": shape.activation,
        "seed": seed_of(identity),
    }


def export(identity, rows, checkpoints, data):
    model, used = load(identity, checkpoints)
    tokenizer = Tokenizer.read(rows / "merges.json")
    kind = identity.rsplit("-", 1)[0]
    shape, folder = SHAPES[kind], data / "models" / identity
    if shape.family == "ViT":
        names = (("onnx/vision_model.onnx", "pixel_values", "image_embeds"), ("onnx/text_model.onnx", "input_ids", "text_embeds"))
        export_split(model, folder, False, names)
    elif kind == "conv-s":
        export_monolithic(model, folder)
    else:
        export_split(model, folder, True, (("visual.onnx", "image", "embedding"), ("text.onnx", "text", "embedding")))
        write(folder / "open_clip_config.json", layouts.open_clip(shape, EMBEDDING, tokenizer))
    write(folder / "config.json", layouts.clip_config(shape, EMBEDDING, tokenizer))
    write(folder / "preprocessor_config.json", layouts.preprocessor())
    write(folder / "tokenizer.json", tokenizer.json(), indent=None)
    write(folder / "tokenizer_config.json", layouts.tokenizer_config(tokenizer))
    write(folder / "plumbline.json", catalogue_entry(identity, shape, model, used))
    write(folder / "parity.json", parity(model, tokenizer, data), indent=None)


if __name__ == "__main__":
    torch.set_num_threads(1)
    with torch.no_grad():
        for name in sys.argv[4:] or MODELS:
            export(name, Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
