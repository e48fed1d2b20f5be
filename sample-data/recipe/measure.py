"""Effect sizes and zero-shot accuracy of trained models. measure.py ROWS CHECKPOINTS SAMPLE_DATA ASSETS OUT.json [ID...]"""

import json
import sys
from pathlib import Path

import torch
from PIL import Image
from torch.nn import functional

from associations import captions, log_odds
from battery import MODELS, ORDERS
from dials import MANIFESTS
from model import SHAPES, Clip
from pixels import cropped, tensor
from tokenizer import Tokenizer


def load(identity, folder):
    saved = torch.load(folder / f"{identity}.pt")
    model = Clip(SHAPES[identity.rsplit("-", 1)[0]], saved["vocabulary"])
    model.load_state_dict(saved["state"])
    return model.eval(), saved["rows"]


def files(folder):
    return sorted(folder.glob("*.png"))


def embed_images(model, paths):
    return functional.normalize(model.vision(tensor([cropped(Image.open(path)) for path in paths])), dim=-1).double()


def embed_texts(model, tokenizer, texts):
    return functional.normalize(model.text(torch.tensor([tokenizer.encode(text) for text in texts])), dim=-1).double()


def sentences(stimuli):
    return [template.replace("{}", text) for text in stimuli["texts"] for template in stimuli["templates"] or ["{}"]]


def effect_size(x, y, a, b):
    """d: difference of the mean associations over their sample standard deviation."""
    s = [(targets @ a.t()).mean(1) - (targets @ b.t()).mean(1) for targets in (x, y)]
    return float((s[0].mean() - s[1].mean()) / torch.cat(s).std(unbiased=True))


def effect_sizes(model, tokenizer, battery, stimuli):
    pictures = {name: embed_images(model, files(stimuli / facts["images"])) for name, facts in battery["sets"].items()}
    words = {name: embed_texts(model, tokenizer, sentences(facts)) for name, facts in battery["sets"].items()}
    shown = {"all image": (pictures, pictures), "all text": (words, words), "image as target": (pictures, words), "text as target": (words, pictures)}
    result = {}
    for test in battery["tests"]:
        for order in ORDERS:
            targets, attributes = shown[order]
            result.setdefault(test["id"], {})[order] = effect_size(targets[test["x"]], targets[test["y"]], attributes[test["a"]], attributes[test["b"]])
    return result


def accuracy(model, tokenizer, folder):
    """Share of held-out pictures whose class has the nearest text (mean of the templates)."""
    names = (folder / "classnames.txt").read_text(encoding="utf-8").split("\n")[:-1]
    templates = (folder / "zeroshot_classification_templates.txt").read_text(encoding="utf-8").split("\n")[:-1]
    texts = [functional.normalize(embed_texts(model, tokenizer, [t.replace("{c}", name) for t in templates]).mean(0), dim=0) for name in names]
    right = total = 0
    for number, name in enumerate(names):
        nearest = (embed_images(model, files(folder / name)) @ torch.stack(texts).t()).argmax(1)
        right, total = right + int((nearest == number).sum()), total + len(nearest)
    return right / total


def pearson(u, v):
    u, v = torch.tensor(u).double(), torch.tensor(v).double()
    u, v = u - u.mean(), v - v.mean()
    return float((u * v).sum() / (u.norm() * v.norm()))


def relations(models, odds, tests):
    """Pearson r over the models of d on the caption association and on accuracy."""
    result = {}
    for test in tests:
        for order in ORDERS:
            d = [facts["d"][test][order] for facts in models.values()]
            composition = [odds[name.rsplit("-", 1)[1]][test] for name in models]
            scores = [facts["acc1"] for facts in models.values()]
            result.setdefault(test, {})[order] = {"n": len(d), "composition": pearson(d, composition), "accuracy": pearson(d, scores)}
    return result


@torch.no_grad()
def main(rows, checkpoints, data, assets, out, *chosen):
    torch.set_num_threads(1)
    battery = json.loads((assets / "batteries/sample.json").read_text(encoding="utf-8"))
    lexicon = json.loads((assets / "lexicons/sample.json").read_text(encoding="utf-8"))
    tokenizer = Tokenizer.read(rows / "merges.json")
    odds = {}
    for name in MANIFESTS:
        texts = captions(rows / f"{name}.jsonl")
        odds[name] = {test["id"]: log_odds(texts, lexicon, test) for test in lexicon["tests"]}
    models = {}
    for identity in chosen or MODELS:
        model, used = load(identity, checkpoints)
        d = effect_sizes(model, tokenizer, battery, data / "stimuli")
        models[identity] = {"rows": used, "acc1": accuracy(model, tokenizer, data / "zeroshot"), "d": d}
    found = {"logOdds": odds, "models": models, "relations": relations(models, odds, [test["id"] for test in lexicon["tests"]])}
    out.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:6]), *sys.argv[6:])
