"""Small CLIP models: a ViT-like or a convolutional image tower, a causal text tower, 64 shared dimensions."""

from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional

from tokenizer import CONTEXT

EMBEDDING, IMAGE_SIZE = 64, 32


@dataclass(frozen=True)
class Shape:
    family: str
    activation: str
    text_width: int
    text_layers: int
    vision_width: int
    vision_layers: int
    patch: int
    heads: int


SHAPES = {
    "vit-s": Shape("ViT", "quick_gelu", 48, 1, 48, 2, 8, 4),
    "vit-m": Shape("ViT", "gelu", 64, 1, 72, 3, 8, 4),
    "conv-s": Shape("Conv", "quick_gelu", 48, 1, 24, 3, 4, 4),
    "conv-m": Shape("Conv", "gelu", 64, 1, 32, 4, 4, 4),
}


class Activation(nn.Module):
    def __init__(self, name):
        super().__init__()
        self.quick = name == "quick_gelu"

    def forward(self, x):
        return x * torch.sigmoid(1.702 * x) if self.quick else functional.gelu(x)


class Block(nn.Module):
    """One pre-norm transformer layer."""

    def __init__(self, width, heads, activation):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.mlp = nn.Sequential(nn.Linear(width, 4 * width), Activation(activation), nn.Linear(4 * width, width))

    def forward(self, x, bias=None):
        size = self.out.in_features // self.heads
        q, k, v = (self.split(part, size) for part in self.qkv(self.norm1(x)).chunk(3, -1))
        scores = q @ k.transpose(-1, -2) * size**-0.5
        if bias is not None:
            scores = scores + bias
        x = x + self.out((scores.softmax(-1) @ v).transpose(1, 2).flatten(2))
        return x + self.mlp(self.norm2(x))

    def split(self, x, size):
        return x.reshape(x.shape[0], x.shape[1], self.heads, size).transpose(1, 2)


class VisionTransformer(nn.Module):
    """A transformer over a 4×4 grid; three small strided convolutions make its patches, which learns faster than one."""

    def __init__(self, shape):
        super().__init__()
        width, tokens = shape.vision_width, (IMAGE_SIZE // shape.patch) ** 2 + 1
        self.patches = nn.Sequential(
            nn.Conv2d(3, width // 2, 3, 2, 1),
            Activation(shape.activation),
            nn.Conv2d(width // 2, width, 3, 2, 1),
            Activation(shape.activation),
            nn.Conv2d(width, width, 2, 2),
        )
        self.token = nn.Parameter(torch.randn(width) * 0.02)
        self.place = nn.Parameter(torch.randn(tokens, width) * 0.02)
        self.before, self.after = nn.LayerNorm(width), nn.LayerNorm(width)
        self.blocks = nn.ModuleList(Block(width, shape.heads, shape.activation) for _ in range(shape.vision_layers))
        self.project = nn.Linear(width, EMBEDDING, bias=False)

    def forward(self, pixels):
        x = self.patches(pixels).flatten(2).transpose(1, 2)
        token = self.token + torch.zeros_like(x[:, :1])
        x = self.before(torch.cat([token, x], 1) + self.place)
        for block in self.blocks:
            x = block(x)
        return self.project(self.after(x[:, 0]))


class ConvNet(nn.Module):
    """A patch stem of stride 2, then 3×3 layers that halve the picture and widen."""

    def __init__(self, shape):
        super().__init__()
        width, layers = shape.vision_width, [nn.Conv2d(3, shape.vision_width, 4, 2, 1), Activation(shape.activation)]
        for number in range(shape.vision_layers):
            wider = shape.vision_width * min(number + 2, 3)
            stride = 2 if number < 2 else 1
            layers += [nn.Conv2d(width, wider, 3, stride, 1, bias=False), nn.BatchNorm2d(wider), Activation(shape.activation)]
            width = wider
        self.layers = nn.Sequential(*layers)
        self.project = nn.Linear(2 * width, EMBEDDING, bias=False)

    def forward(self, pixels):
        x = self.layers(pixels).flatten(2)
        return self.project(torch.cat([x.mean(-1), x.amax(-1)], -1))


class TextTransformer(nn.Module):
    """Causal; the embedding is read at the first end token."""

    def __init__(self, shape, vocabulary):
        super().__init__()
        self.end = vocabulary - 1
        width = shape.text_width
        self.words = nn.Embedding(vocabulary, width)
        self.place = nn.Parameter(torch.randn(CONTEXT, width) * 0.01)
        nn.init.normal_(self.words.weight, std=0.02)
        self.blocks = nn.ModuleList(Block(width, shape.heads, shape.activation) for _ in range(shape.text_layers))
        self.after = nn.LayerNorm(width)
        self.project = nn.Linear(width, EMBEDDING, bias=False)
        self.register_buffer("causal", torch.full((CONTEXT, CONTEXT), -1e4).triu(1), persistent=False)

    def forward(self, ids, attention_mask=None):
        length = ids.shape[1]
        bias = self.causal[:length, :length]
        if attention_mask is not None:
            bias = bias + (1 - attention_mask[:, None, None, :].float()) * -1e4
        x = self.words(ids) + self.place[:length]
        for block in self.blocks:
            x = block(x, bias)
        first = (ids == self.end).float().argmax(1)
        first = first[:, None, None].expand(-1, 1, x.shape[-1])
        return self.project(self.after(x.gather(1, first)[:, 0]))


class Clip(nn.Module):
    def __init__(self, shape, vocabulary):
        super().__init__()
        self.vision = VisionTransformer(shape) if shape.family == "ViT" else ConvNet(shape)
        self.text = TextTransformer(shape, vocabulary)
        self.scale = nn.Parameter(torch.tensor(2.6592))

    def logits(self, pixels, ids, attention_mask=None):
        image = functional.normalize(self.vision(pixels), dim=-1)
        text = functional.normalize(self.text(ids, attention_mask), dim=-1)
        return self.scale.exp() * image @ text.t(), image, text


def parameters(model):
    return sum(parameter.numel() for parameter in model.parameters())
