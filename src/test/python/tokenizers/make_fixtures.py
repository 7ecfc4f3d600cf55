"""Writes src/test/resources/tokenizers: small tokenizers of each kind, and what Python's tokenizers says of hard texts.

    python make_fixtures.py [KIND...]

KIND/tokenizer.json is the tokenizer. texts.json.gz holds the texts (lone surrogates as \\ud800), KIND/expected.json.gz for
each text its ids and the text decoded from them, special tokens kept. Needs the package tokenizers (made with 0.23.3).
"""

import gzip
import json
import pathlib
import sys

from tokenizers import Tokenizer

import hard_strings
import kinds

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "resources" / "tokenizers"


def write(path, value):
    path.parent.mkdir(parents=True, exist_ok=True)
    data = json.dumps(value, separators=(",", ":")).encode("ascii")
    path.write_bytes(gzip.compress(data, compresslevel=9, mtime=0))


def main():
    texts = hard_strings.texts(1000, seed=7)
    write(FOLDER / "texts.json.gz", texts)
    for name, make in [*kinds.KINDS.items(), ("legacy_merges", None)]:
        if sys.argv[1:] and name not in sys.argv[1:]:
            continue
        root = kinds.legacy_merges() if make is None else json.loads(make().to_str())
        text = json.dumps(root, ensure_ascii=False, separators=(",", ":"))
        tokenizer = Tokenizer.from_str(text)
        (FOLDER / name).mkdir(parents=True, exist_ok=True)
        (FOLDER / name / "tokenizer.json").write_text(text, encoding="utf-8")
        encodings = [tokenizer.encode(hard_strings.valid(t)) for t in texts]
        decoded = [tokenizer.decode(e.ids, skip_special_tokens=False) for e in encodings]
        write(FOLDER / name / "expected.json.gz", [{"ids": e.ids, "text": d} for e, d in zip(encodings, decoded)])
        print(name, sum(len(e.ids) for e in encodings), "ids")


if __name__ == "__main__":
    main()
