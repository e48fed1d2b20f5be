"""CLIP towers of the shape of ViT-B/32 with random weights, as modules and as a bundle.

towers.py FOLDER TOKENIZER writes a bundle of two ONNX graphs (batch axis open) into FOLDER; TOKENIZER is a tokenizer.json
whose end token has the highest id. The weights follow from the seed.
"""

import json
import shutil
import sys
from pathlib import Path

import torch
from torch import nn

SEED = 20260101
EMBEDDING, CONTEXT, VOCABULARY, PIXELS, PATCH = 512, 77, 49408, 224, 32


class Attention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.q, self.k, self.v, self.out = (nn.Linear(width, width) for _ in range(4))

    def forward(self, x, mask):
        batch, tokens, width = x.shape

        def split(y):
            return y.reshape(batch, tokens, self.heads, width // self.heads).transpose(1, 2)

        q, k, v = split(self.q(x)) * (width // self.heads) ** -0.5, split(self.k(x)), split(self.v(x))
        weights = q @ k.transpose(2, 3)
        if mask is not None:
            weights = weights + mask
        return self.out((weights.softmax(-1) @ v).transpose(1, 2).reshape(batch, tokens, width))


class Block(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.attention = Attention(width, heads)
        self.up, self.down = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def forward(self, x, mask=None):
        x = x + self.attention(self.norm1(x), mask)
        y = self.up(self.norm2(x))
        return x + self.down(y * torch.sigmoid(1.702 * y))


class ImageTower(nn.Module):
    def __init__(self, width=768, layers=12, heads=12):
        super().__init__()
        self.patches = nn.Conv2d(3, width, PATCH, PATCH, bias=False)
        self.first = nn.Parameter(torch.randn(width) * 0.02)
        self.places = nn.Parameter(torch.randn((PIXELS // PATCH) ** 2 + 1, width) * 0.02)
        self.before, self.after = nn.LayerNorm(width), nn.LayerNorm(width)
        self.blocks = nn.ModuleList(Block(width, heads) for _ in range(layers))
        self.projection = nn.Linear(width, EMBEDDING, bias=False)

    def forward(self, pixels):
        x = self.patches(pixels).flatten(2).transpose(1, 2)
        x = torch.cat([self.first.expand(x.shape[0], 1, -1), x], 1) + self.places
        x = self.before(x)
        for block in self.blocks:
            x = block(x)
        return self.projection(self.after(x[:, 0]))


class TextTower(nn.Module):
    def __init__(self, width=512, layers=12, heads=8):
        super().__init__()
        self.tokens = nn.Embedding(VOCABULARY, width)
        self.places = nn.Parameter(torch.randn(CONTEXT, width) * 0.01)
        self.blocks = nn.ModuleList(Block(width, heads) for _ in range(layers))
        self.after = nn.LayerNorm(width)
        self.projection = nn.Linear(width, EMBEDDING, bias=False)
        self.register_buffer("mask", torch.full((CONTEXT, CONTEXT), float("-inf")).triu(1))

    def forward(self, ids):
        x = self.tokens(ids) + self.places
        for block in self.blocks:
            x = block(x, self.mask)
        x = self.after(x)
        end = ids.argmax(-1).reshape(-1, 1, 1).expand(-1, 1, x.shape[-1])
        return self.projection(x.gather(1, end).squeeze(1))


def image_tower():
    torch.manual_seed(SEED)
    return ImageTower().eval()


def text_tower():
    torch.manual_seed(SEED + 1)
    return TextTower().eval()


def export(tower, example, given, result, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    axes = {given: {0: "batch_size"}, result: {0: "batch_size"}}
    torch.onnx.export(tower, (example,), str(path), input_names=[given], output_names=[result], dynamic_axes=axes, opset_version=17)


def main(folder, tokenizer):
    ids = torch.arange(2 * CONTEXT).reshape(2, CONTEXT)
    export(image_tower(), torch.zeros(2, 3, PIXELS, PIXELS), "pixel_values", "image_embeds", folder / "onnx/vision_model.onnx")
    export(text_tower(), ids, "input_ids", "text_embeds", folder / "onnx/text_model.onnx")
    shutil.copy(tokenizer, folder / "tokenizer.json")
    (folder / "config.json").write_text(json.dumps({
        "model_type": "clip",
        "projection_dim": EMBEDDING,
        "text_config": {"hidden_act": "quick_gelu", "max_position_embeddings": CONTEXT},
        "vision_config": {"hidden_act": "quick_gelu", "image_size": PIXELS, "patch_size": PATCH},
    }, indent=1) + "\n")
    (folder / "preprocessor_config.json").write_text(json.dumps({
        "do_center_crop": True, "do_normalize": True, "do_resize": True, "resample": 3,
        "size": {"shortest_edge": PIXELS}, "crop_size": {"height": PIXELS, "width": PIXELS},
        "image_mean": [0.48145466, 0.4578275, 0.40821073], "image_std": [0.26862954, 0.26130258, 0.27577711],
    }, indent=1) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
