"""A small CLIP-like tokenizer: lower case, words ending in </w>, byte pairs, all 256 bytes known."""

import json
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path

START, END, WORD_END = "<|startoftext|>", "<|endoftext|>", "</w>"
CONTEXT = 24
MERGES = 560
PATTERN = r"<\|startoftext\|>|<\|endoftext\|>|'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+"
ENDINGS = re.compile("'s|'t|'re|'ve|'m|'ll|'d")


def byte_letters():
    """One printable letter for each byte, the way byte-level tokenizers write them."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    letters = {byte: chr(byte) for byte in plain}
    for byte in range(256):
        if byte not in letters:
            letters[byte] = chr(256 + len(letters) - len(plain))
    order = plain + [byte for byte in range(256) if byte not in plain]
    return {byte: letters[byte] for byte in order}


LETTERS = byte_letters()


def kind(letter):
    return "space" if letter.isspace() else {"L": "letter", "N": "number"}.get(unicodedata.category(letter)[0], "other")


def words(text):
    """Runs of letters, single digits, runs of other signs; English endings apart."""
    text = re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).lower().strip()
    found, at = [], 0
    while at < len(text):
        ending = ENDINGS.match(text, at)
        same, end = kind(text[at]), at + 1
        if ending:
            end = ending.end()
        elif same in ("letter", "other"):
            while end < len(text) and kind(text[end]) == same:
                end += 1
        if same != "space":
            found.append(text[at:end])
        at = end
    return found


def pieces(word):
    letters = [LETTERS[byte] for byte in word.encode("utf-8")]
    return tuple(letters[:-1] + [letters[-1] + WORD_END])


def merged(parts, pair):
    result, at = [], 0
    while at < len(parts):
        if parts[at : at + 2] == pair:
            result.append(parts[at] + parts[at + 1])
            at += 2
        else:
            result.append(parts[at])
            at += 1
    return tuple(result)


def learn(texts, count):
    """Byte pair merges, the most frequent first, the alphabetically first of equals."""
    vocabulary = Counter(pieces(word) for text in texts for word in words(text))
    merges = []
    while len(merges) < count:
        pairs = Counter()
        for parts, times in vocabulary.items():
            for pair in zip(parts, parts[1:]):
                pairs[pair] += times
        if not pairs:
            break
        best = min(pairs, key=lambda pair: (-pairs[pair], pair))
        merges.append(best)
        vocabulary = Counter({merged(parts, best): times for parts, times in vocabulary.items()})
    return merges


class Tokenizer:
    def __init__(self, merges):
        self.merges = [tuple(pair) for pair in merges]
        self.ranks = {pair: rank for rank, pair in enumerate(self.merges)}
        letters = list(LETTERS.values())
        entries = letters + [letter + WORD_END for letter in letters] + ["".join(pair) for pair in self.merges]
        self.ids = {entry: number for number, entry in enumerate(dict.fromkeys(entries))}
        self.start, self.end = len(self.ids), len(self.ids) + 1
        self.size = self.end + 1
        self.known = {}

    def word_ids(self, word):
        if word not in self.known:
            parts = pieces(word)
            while True:
                pairs = [pair for pair in zip(parts, parts[1:]) if pair in self.ranks]
                if not pairs:
                    break
                parts = merged(parts, min(pairs, key=self.ranks.get))
            self.known[word] = [self.ids[part] for part in parts]
        return self.known[word]

    def encode(self, text):
        """Start, tokens, end; cut to the context with the end kept; padded with the end."""
        ids = [number for word in words(text) for number in self.word_ids(word)][: CONTEXT - 2]
        ids = [self.start, *ids, self.end]
        return ids + [self.end] * (CONTEXT - len(ids))

    def json(self):
        special = {"single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
        return {
            "version": "1.0",
            "truncation": None,
            "padding": None,
            "added_tokens": [{"id": self.start, "content": START, **special}, {"id": self.end, "content": END, **special}],
            "normalizer": {
                "type": "Sequence",
                "normalizers": [{"type": "NFC"}, {"type": "Replace", "pattern": {"Regex": "\\s+"}, "content": " "}, {"type": "Lowercase"}],
            },
            "pre_tokenizer": {
                "type": "Sequence",
                "pretokenizers": [
                    {"type": "Split", "pattern": {"Regex": PATTERN}, "behavior": "Removed", "invert": True},
                    {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": True},
                ],
            },
            "post_processor": {
                "type": "RobertaProcessing",
                "sep": [END, self.end],
                "cls": [START, self.start],
                "trim_offsets": False,
                "add_prefix_space": False,
            },
            "decoder": {"type": "ByteLevel", "add_prefix_space": True, "trim_offsets": True, "use_regex": True},
            "model": {
                "type": "BPE",
                "dropout": None,
                "unk_token": END,
                "continuing_subword_prefix": "",
                "end_of_word_suffix": WORD_END,
                "fuse_unk": False,
                "byte_fallback": False,
                "ignore_merges": False,
                "vocab": {**self.ids, START: self.start, END: self.end},
                "merges": [" ".join(pair) for pair in self.merges],
            },
        }

    @classmethod
    def read(cls, path):
        return cls(json.loads(Path(path).read_text(encoding="utf-8")))


if __name__ == "__main__":
    rows, out = Path(sys.argv[1]), Path(sys.argv[2])
    texts = []
    for path in sorted(rows.glob("*.columns.jsonl")):
        for line in path.open(encoding="utf-8"):
            row = json.loads(line)
            texts.append(row.get("text") or row.get("TEXT") or "")
    out.write_text(json.dumps(learn(texts, MERGES), ensure_ascii=False), encoding="utf-8")
