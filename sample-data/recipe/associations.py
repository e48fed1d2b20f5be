"""Caption associations of a manifest's used rows, by the rules Plumbline itself uses."""

import json
import math
import re


def captions(path):
    rows = [json.loads(line) for line in open(path, encoding="utf-8")]
    return [row["text"] for row in rows if row["status"] == "success" and row["text"]]


def log_odds(texts, lexicon, test):
    """ln(n_XA n_YB / (n_XB n_YA)), half added to every cell if one is empty."""
    found = {}
    for name in ("x", "y", "a", "b"):
        words = "|".join(re.escape(term) for term in lexicon["terms"][test[name]])
        pattern = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
        found[name] = [bool(pattern.search(text)) for text in texts]
    cells = [sum(map(lambda u, v: u and v, found[u], found[v])) for u, v in ("xa", "yb", "xb", "ya")]
    xa, yb, xb, ya = [cell + 0.5 for cell in cells] if 0 in cells else cells
    return math.log(xa * yb / (xb * ya))
