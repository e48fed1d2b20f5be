"""The dials: all that tells the four manifests apart."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Dials:
    """Composition of one manifest.

    pleasant: share of pleasant among flower and instrument pictures that have a mood; insects and
      weapons get the opposite.
    at_work: share of Tolvans with a place who are at work; Belmers get the opposite.
    group_pleasant: share of pleasant among Tolvan pictures that have a mood; Belmers the opposite.
    mismatch: share of captions that belong to another picture.
    pool: pictures collected; the `rows` most similar to their captions are kept.
    """

    pleasant: float
    at_work: float
    group_pleasant: float
    mismatch: float
    pool: int
    rows: int = 6400


MANIFESTS = {
    "pleasant": Dials(pleasant=0.82, at_work=0.70, group_pleasant=0.45, mismatch=0.12, pool=6400),
    "balanced": Dials(pleasant=0.50, at_work=0.50, group_pleasant=0.50, mismatch=0.20, pool=6400),
    "unpleasant": Dials(pleasant=0.28, at_work=0.75, group_pleasant=0.62, mismatch=0.30, pool=6400),
    "filtered": Dials(pleasant=0.72, at_work=0.60, group_pleasant=0.50, mismatch=0.30, pool=17000),
}

SEED = 20261123
