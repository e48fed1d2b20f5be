"""The configuration files that CLIP models come with."""

from model import IMAGE_SIZE
from pixels import MEAN, STD
from tokenizer import CONTEXT, END, START


def clip_config(shape, embedding, tokenizer):
    """config.json in the shape of a Hugging Face CLIPConfig."""
    common = {"hidden_act": shape.activation, "num_attention_heads": shape.heads, "layer_norm_eps": 1e-5, "projection_dim": embedding}
    return {
        "architectures": ["CLIPModel"],
        "model_type": "clip",
        "projection_dim": embedding,
        "logit_scale_init_value": 2.6592,
        "text_config": {
            "model_type": "clip_text_model",
            "bos_token_id": tokenizer.start,
            "eos_token_id": tokenizer.end,
            "pad_token_id": tokenizer.end,
            "vocab_size": tokenizer.size,
            "max_position_embeddings": CONTEXT,
            "hidden_size": shape.text_width,
            "intermediate_size": 4 * shape.text_width,
            "num_hidden_layers": shape.text_layers,
            **common,
        },
        "vision_config": {
            "model_type": "clip_vision_model",
            "image_size": IMAGE_SIZE,
            "patch_size": shape.patch,
            "num_channels": 3,
            "hidden_size": shape.vision_width,
            "intermediate_size": 4 * shape.vision_width,
            "num_hidden_layers": shape.vision_layers,
            **common,
        },
    }


def preprocessor():
    """preprocessor_config.json of a CLIPImageProcessor."""
    return {
        "image_processor_type": "CLIPImageProcessor",
        "do_convert_rgb": True,
        "do_resize": True,
        "size": {"shortest_edge": IMAGE_SIZE},
        "resample": 3,
        "do_center_crop": True,
        "crop_size": {"height": IMAGE_SIZE, "width": IMAGE_SIZE},
        "do_rescale": True,
        "rescale_factor": 1 / 255,
        "do_normalize": True,
        "image_mean": MEAN,
        "image_std": STD,
    }


def tokenizer_config(tokenizer):
    return {
        "tokenizer_class": "CLIPTokenizer",
        "model_max_length": CONTEXT,
        "do_lower_case": True,
        "bos_token": START,
        "eos_token": END,
        "pad_token": END,
        "unk_token": END,
    }


def open_clip(shape, embedding, tokenizer):
    """open_clip_config.json: model_cfg and preprocess_cfg."""
    return {
        "model_cfg": {
            "embed_dim": embedding,
            "quick_gelu": shape.activation == "quick_gelu",
            "vision_cfg": {"image_size": IMAGE_SIZE, "layers": shape.vision_layers, "width": shape.vision_width, "patch_size": shape.patch},
            "text_cfg": {
                "context_length": CONTEXT,
                "vocab_size": tokenizer.size,
                "width": shape.text_width,
                "heads": shape.heads,
                "layers": shape.text_layers,
            },
        },
        "preprocess_cfg": {"size": IMAGE_SIZE, "mode": "RGB", "mean": MEAN, "std": STD, "interpolation": "bicubic", "resize_mode": "shortest"},
    }
