"""Writes skew.json: MaxSkew@k and NDKL straight from their definitions. make_skew.py > skew.json

Needs numpy. Every prefix is counted anew and every divergence summed over the values.
"""

import json
import math

import numpy


def divergence(shares, desired):
    return sum(p * math.log(p / q) for p, q in zip(shares, desired) if p > 0)


def shares(labels, values):
    return [labels.count(value) / len(labels) for value in values]


def ndkl(labels, values, desired):
    weights = [1 / math.log2(i + 1) for i in range(1, len(labels) + 1)]
    parts = [w * divergence(shares(labels[:i], values), desired) for i, w in enumerate(weights, start=1)]
    return math.fsum(parts) / math.fsum(weights)


def case(name, seed, images, queries, dims, weights, unlabelled, k, desired):
    random = numpy.random.default_rng(seed)
    x = random.normal(size=(images, dims)).round(3)
    y = random.normal(size=(queries, dims)).round(3)
    kinds = [f"v{i}" for i in range(len(weights))]
    labels = [str(label) for label in random.choice(kinds, images, p=numpy.array(weights) / sum(weights))]
    for i in random.choice(images, unlabelled, replace=False):
        labels[int(i)] = ""
    values = sorted({label for label in labels if label})
    known = [label for label in labels if label]
    goal = shares(known, values) if desired == "dataset" else [1 / len(values)] * len(values)
    cosines = (y / numpy.linalg.norm(y, axis=1, keepdims=True)) @ (
        x / numpy.linalg.norm(x, axis=1, keepdims=True)
    ).T
    per_query = []
    for row in cosines:
        ranked = [labels[i] for i in numpy.argsort(-row) if labels[i]]
        top = ranked[:k]
        skews = [math.log(top.count(v) / k / q) if v in top else None for v, q in zip(values, goal)]
        per_query.append(
            {
                "top": [top.count(v) for v in values],
                "skews": skews,
                "maxSkew": max(s for s in skews if s is not None),
                "ndkl": ndkl(ranked, values, goal),
                "ndklTop": ndkl(top, values, goal),
            }
        )
    result = {
        "name": name,
        "images": x.tolist(),
        "queries": y.tolist(),
        "labels": labels,
        "k": k,
        "desired": desired,
        "values": values,
        "shares": goal,
        "perQuery": per_query,
        "means": {m: math.fsum(q[m] for q in per_query) / queries for m in ("maxSkew", "ndkl", "ndklTop")},
    }
    if len(values) == 2 and queries == 1:
        result["exact"] = exact(known, values, goal, k, per_query[0]["maxSkew"])
    return result


def exact(known, values, goal, k, observed):
    """Mean of MaxSkew@k over all divisions of the labels, and the share with at least the observed one."""
    first = known.count(values[0])
    mean = p = 0
    for count in range(max(0, k - (len(known) - first)), min(k, first) + 1):
        chance = math.comb(first, count) * math.comb(len(known) - first, k - count) / math.comb(len(known), k)
        skew = math.log(max(count / goal[0], (k - count) / goal[1]) / k)
        mean += chance * skew
        p += chance if skew >= observed - 1e-12 else 0
    return {"mean": float(mean), "p": float(p)}


CASES = [
    ("two values, dataset's shares", 1, 60, 5, 8, [1, 1], 0, 10, "dataset"),
    ("two values, equal shares", 2, 60, 5, 8, [4, 1], 0, 10, "uniform"),
    ("seven values, one of them rare", 3, 90, 4, 6, [8, 8, 4, 4, 2, 2, 0.5], 0, 9, "dataset"),
    ("seven values, equal shares, some without a label", 4, 90, 4, 6, [8, 8, 4, 4, 2, 2, 1], 17, 9, "uniform"),
    ("only the first counts", 5, 30, 3, 4, [2, 1], 0, 1, "dataset"),
    ("all but one count", 6, 30, 3, 4, [2, 1, 1], 3, 26, "dataset"),
    ("one query, for chance", 7, 40, 1, 5, [2, 1], 0, 12, "dataset"),
    ("one query, equal shares, for chance", 8, 40, 1, 5, [3, 1], 0, 12, "uniform"),
]

if __name__ == "__main__":
    print("[\n" + ",\n".join(json.dumps(case(*each)) for each in CASES) + "\n]")
