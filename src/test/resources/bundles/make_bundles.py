"""Makes the small model bundles that the tests read, one folder a layout, and what they must give.

    python3 make_bundles.py          (needs numpy, onnx and Pillow)

Each model is linear: an image embedding is the 8 x 8 picture, normalised, times a matrix; a text
embedding is the sum of a table's rows over the tokens below the end token. So every value can be
checked by hand.
"""

import json
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto as T
from onnx import helper as h
from onnx import numpy_helper
from PIL import Image

HERE = Path(__file__).parent
SIZE, DIMS, CONTEXT = 8, 4, 6
MEAN = [0.48145466, 0.4578275, 0.40821073]
STD = [0.26862954, 0.26130258, 0.27577711]
random = np.random.RandomState(20261123)
LETTERS = "abcdefghijklmnopqrstuvwxyz"
VOCABULARY = [*LETTERS, *(letter + "</w>" for letter in LETTERS), "<|startoftext|>", "<|endoftext|>"]
START, END = len(VOCABULARY) - 2, len(VOCABULARY) - 1
PIXELS = random.normal(size=(3 * SIZE * SIZE, DIMS)).astype("float32")
TOKENS = random.normal(size=(len(VOCABULARY), DIMS)).astype("float32")


def tensor(name, values):
    return numpy_helper.from_array(np.asarray(values), name)


def image_nodes(source, target, half=False):
    """source [n,3,8,8] -> target [n,4]"""
    nodes = []
    if half:
        nodes.append(h.make_node("Cast", [source], ["full"], to=T.FLOAT))
        source = "full"
    nodes.append(h.make_node("Flatten", [source], ["flat"], axis=1))
    nodes.append(h.make_node("MatMul", ["flat", "visual.weight"], ["embedded" if half else target]))
    if half:
        nodes.append(h.make_node("Cast", ["embedded"], [target], to=T.FLOAT16))
    return nodes, [tensor("visual.weight", PIXELS)]


def text_nodes(source, target, mask=None, integers=T.INT64):
    """source [n,tokens] -> target [n,4]; the end token and padding count nothing"""
    nodes = [h.make_node("Gather", ["token_embedding.weight", source], ["rows"])]
    kind = "int64" if integers == T.INT64 else "int32"
    stored = [tensor("token_embedding.weight", TOKENS), tensor("end", np.array(END, dtype=kind))]
    nodes.append(h.make_node("Less", [source, "end"], ["below"]))
    nodes.append(h.make_node("Cast", ["below"], ["counted"], to=T.FLOAT))
    weight = "counted"
    if mask:
        nodes.append(h.make_node("Cast", [mask], ["seen"], to=T.FLOAT))
        nodes.append(h.make_node("Mul", ["counted", "seen"], ["weight"]))
        weight = "weight"
    nodes.append(h.make_node("Unsqueeze", [weight, "last"], ["column"]))
    nodes.append(h.make_node("Mul", ["rows", "column"], ["weighted"]))
    nodes.append(h.make_node("ReduceSum", ["weighted", "middle"], [target], keepdims=0))
    stored += [tensor("last", np.array([2])), tensor("middle", np.array([1]))]
    return nodes, stored


def value(name, kind, shape):
    return h.make_tensor_value_info(name, kind, shape)


def save(path, nodes, stored, inputs, outputs, external=None):
    path.parent.mkdir(parents=True, exist_ok=True)
    graph = h.make_graph(nodes, "graph", inputs, outputs, stored)
    model = h.make_model(graph, opset_imports=[h.make_opsetid("", 13)], producer_name="plumbline-tests")
    model.ir_version = 8
    onnx.checker.check_model(model)
    if external:
        onnx.save(model, str(path), save_as_external_data=True, location=external, size_threshold=64)
    else:
        onnx.save(model, str(path))


def tokenizer(folder):
    flags = {"single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
    document = {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [
            {"id": START, "content": "<|startoftext|>", **flags},
            {"id": END, "content": "<|endoftext|>", **flags},
        ],
        "normalizer": {"type": "Lowercase"},
        "pre_tokenizer": {"type": "Whitespace"},
        "post_processor": {
            "type": "RobertaProcessing",
            "sep": ["<|endoftext|>", END],
            "cls": ["<|startoftext|>", START],
            "trim_offsets": False,
            "add_prefix_space": False,
        },
        "decoder": None,
        "model": {
            "type": "BPE",
            "dropout": None,
            "unk_token": "<|endoftext|>",
            "continuing_subword_prefix": "",
            "end_of_word_suffix": "</w>",
            "fuse_unk": False,
            "vocab": {token: number for number, token in enumerate(VOCABULARY)},
            "merges": [],
        },
    }
    write(folder / "tokenizer.json", document)
    write(folder / "tokenizer_config.json", {"model_max_length": CONTEXT, "pad_token": "<|endoftext|>"})


def write(path, document):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")


def hugging_face(folder):
    tokenizer(folder)
    write(
        folder / "preprocessor_config.json",
        {
            "image_processor_type": "CLIPImageProcessor",
            "do_resize": True, "size": {"shortest_edge": SIZE}, "resample": 3,
            "do_center_crop": True, "crop_size": {"height": SIZE, "width": SIZE},
            "do_rescale": True, "rescale_factor": 1 / 255,
            "do_normalize": True, "image_mean": MEAN, "image_std": STD,
        },
    )
    write(
        folder / "config.json",
        {
            "model_type": "clip", "projection_dim": DIMS,
            "text_config": {"max_position_embeddings": CONTEXT, "hidden_act": "quick_gelu"},
            "vision_config": {"image_size": SIZE, "hidden_act": "quick_gelu"},
        },
    )


def split(folder):
    hugging_face(folder)
    nodes, stored = image_nodes("pixel_values", "image_embeds")
    save(
        folder / "onnx/vision_model.onnx", nodes, stored,
        [value("pixel_values", T.FLOAT, ["batch_size", 3, SIZE, SIZE])],
        [value("image_embeds", T.FLOAT, ["batch_size", DIMS])],
    )
    nodes, stored = text_nodes("input_ids", "text_embeds")
    save(
        folder / "onnx/text_model.onnx", nodes, stored,
        [value("input_ids", T.INT64, ["batch_size", "sequence_length"])],
        [value("text_embeds", T.FLOAT, ["batch_size", DIMS])],
    )
    nodes, stored = image_nodes("pixel_values", "image_embeds", half=True)
    save(
        folder / "onnx/vision_model_fp16.onnx", nodes, stored,
        [value("pixel_values", T.FLOAT16, ["batch_size", 3, SIZE, SIZE])],
        [value("image_embeds", T.FLOAT16, ["batch_size", DIMS])],
    )


def monolithic(folder, shared):
    hugging_face(folder)
    (image, image_stored), (text, text_stored) = (
        image_nodes("pixel_values", "image_embeds"),
        text_nodes("input_ids", "text_embeds", mask="attention_mask"),
    )
    logits = [
        h.make_node("Transpose", ["text_embeds"], ["turned"]),
        h.make_node("MatMul", ["image_embeds", "turned"], ["logits_per_image"]),
    ]
    images, texts = ("batch", "batch") if shared else ("image_batch_size", "text_batch_size")
    save(
        folder / "model.onnx", image + text + logits, image_stored + text_stored,
        [
            value("input_ids", T.INT64, [texts, "sequence_length"]),
            value("pixel_values", T.FLOAT, [images, "num_channels", "height", "width"]),
            value("attention_mask", T.INT64, [texts, "sequence_length"]),
        ],
        [
            value("logits_per_image", T.FLOAT, [images, texts]),
            value("text_embeds", T.FLOAT, [texts, DIMS]),
            value("image_embeds", T.FLOAT, [images, DIMS]),
        ],
    )


def immich(folder):
    nodes, stored = image_nodes("image", "embedding")
    save(
        folder / "visual/model.onnx", nodes, stored,
        [value("image", T.FLOAT, [1, 3, SIZE, SIZE])], [value("embedding", T.FLOAT, [1, DIMS])],
    )
    nodes, stored = text_nodes("text", "embedding", integers=T.INT32)
    save(
        folder / "textual/model.onnx", nodes, stored,
        [value("text", T.INT32, [1, CONTEXT])], [value("embedding", T.FLOAT, [1, DIMS])],
    )
    tokenizer(folder / "textual")
    write(
        folder / "visual/preprocess_cfg.json",
        {
            "size": [SIZE, SIZE], "mode": "RGB", "mean": MEAN, "std": STD,
            "interpolation": "bicubic", "resize_mode": "shortest", "fill_color": 0,
        },
    )
    write(folder / "config.json", {"embed_dim": DIMS, "vision_cfg": {"image_size": SIZE}, "text_cfg": {"context_length": CONTEXT}})


def open_clip(folder):
    nodes, stored = image_nodes("input", "output")
    save(
        folder / "visual.onnx", nodes, stored,
        [value("input", T.FLOAT, ["n", 3, SIZE, SIZE])], [value("output", T.FLOAT, ["n", DIMS])],
        external="visual.data",
    )
    nodes, stored = text_nodes("input", "output")
    save(
        folder / "text.onnx", nodes, stored,
        [value("input", T.INT64, ["n", CONTEXT])], [value("output", T.FLOAT, ["n", DIMS])],
    )
    tokenizer(folder)
    write(
        folder / "open_clip_config.json",
        {
            "model_cfg": {"embed_dim": DIMS, "vision_cfg": {"image_size": SIZE}, "text_cfg": {"context_length": CONTEXT}},
            "preprocess_cfg": {"mean": MEAN, "std": STD, "interpolation": "bicubic", "resize_mode": "shortest"},
        },
    )


def pooled(folder):
    hugging_face(folder)
    for name, make, source, kind, shape in (
        ("vision_model", image_nodes, "pixel_values", T.FLOAT, ["batch_size", 3, SIZE, SIZE]),
        ("text_model", text_nodes, "input_ids", T.INT64, ["batch_size", "sequence_length"]),
    ):
        nodes, stored = make(source, "pooler_output")
        save(
            folder / f"onnx/{name}.onnx", nodes, stored,
            [value(source, kind, shape)], [value("pooler_output", T.FLOAT, ["batch_size", DIMS])],
        )


def expected():
    picture = random.randint(0, 256, (SIZE, SIZE, 3)).astype("uint8")
    Image.fromarray(picture).save(HERE / "picture.png")
    values = (picture.astype("float64") / 255 - MEAN) / STD
    image = values.transpose(2, 0, 1).reshape(-1) @ PIXELS.astype("float64")
    texts = {}
    for text, pieces in {"ab": ["a", "b</w>"], "A  cab": ["a</w>", "c", "a", "b</w>"], "": []}.items():
        ids = [START, *(VOCABULARY.index(piece) for piece in pieces)]
        texts[text] = TOKENS[ids].astype("float64").sum(0)
    unit = lambda vector: (vector / np.linalg.norm(vector)).tolist()
    write(HERE / "expected.json", {"image": unit(image), "texts": {text: unit(vector) for text, vector in texts.items()}})


split(HERE / "split")
monolithic(HERE / "monolithic", shared=False)
monolithic(HERE / "monolithic-shared", shared=True)
immich(HERE / "immich")
open_clip(HERE / "open-clip")
pooled(HERE / "pooled")
expected()
