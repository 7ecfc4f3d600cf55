"""Compares the course's tokenizer with Python's tokenizers on random tokenizers and random texts, live.

    python fuzz.py CLASSPATH [SECONDS] [SEED]

CLASSPATH holds target/classes, target/test-classes and the libraries. Prints each difference, ends with 1 if there was one.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import time

from tokenizers import Tokenizer

import hard_strings
import kinds


class Peer:
    """The course's tokenizer in a process of its own."""

    def __init__(self, class_path):
        self.process = subprocess.Popen(
            [os.environ.get("JAVA", "java"), "-cp", class_path, "openweights.engine.token.TokenizerPeer"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def ask(self, file, texts):
        self.process.stdin.write(json.dumps({"file": file, "texts": texts}) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())


def difference(tokenizer, text, reply):
    encoding = tokenizer.encode(hard_strings.valid(text))
    if encoding.ids != reply["ids"]:
        return f"ids {encoding.ids}\n     {reply['ids']}  {encoding.tokens}"
    for skip in (False, True):
        decoded = tokenizer.decode(encoding.ids, skip_special_tokens=skip)
        if decoded != reply["decoded"][int(skip)]:
            return f"text (skip={skip}) {decoded!r}\n     {reply['decoded'][int(skip)]!r}  {encoding.tokens}"
    return reply["fault"]


def compare(peer, name, file, tokenizer, texts):
    replies = peer.ask(file, texts)
    if "error" in replies:
        print(name, "refused:", replies["error"], flush=True)
        return 1
    found = 0
    for text, reply in zip(texts, replies["replies"]):
        try:
            problem = difference(tokenizer, text, reply)
        except BaseException as e:  # the reference panics: nothing to compare with
            if isinstance(e, KeyboardInterrupt):
                raise
            print("the reference fails:", e)
            continue
        if problem:
            found += 1
            if found <= 2:
                print(name, repr(text), "\n    ", problem, flush=True)
    return found


def main(class_path, seconds=60, seed=None):
    seed = int(seed) if seed is not None else int(time.time())
    r = random.Random(seed)
    peer = Peer(class_path)
    folder = tempfile.mkdtemp()
    differences = tokenizers = texts = 0
    bases = []
    for name, make in kinds.KINDS.items():
        tokenizer = make()
        bases.append(tokenizer.to_str())
        file = os.path.join(folder, name + ".json")
        tokenizer.save(file)
        batch = hard_strings.texts(1500, seed)
        differences += compare(peer, name, file, tokenizer, batch)
        texts += len(batch)
        tokenizers += 1
    end = time.time() + float(seconds)
    while time.time() < end:
        root = kinds.random_root(r, bases)
        try:
            tokenizer = Tokenizer.from_str(json.dumps(root, ensure_ascii=False))
        except BaseException as e:
            if isinstance(e, KeyboardInterrupt):
                raise
            print("the reference refuses:", e)
            continue
        file = os.path.join(folder, "random.json")
        with open(file, "w", encoding="utf-8") as out:
            json.dump(root, out, ensure_ascii=False)
        batch = [hard_strings.text(r) for _ in range(60)] + r.sample(hard_strings.FIXED, 8)
        shown = {key: root[key] for key in ("normalizer", "pre_tokenizer", "decoder", "added_tokens")}
        shown["model"] = {key: value for key, value in root["model"].items() if key not in ("vocab", "merges")}
        found = compare(peer, json.dumps(shown, ensure_ascii=False), file, tokenizer, batch)
        differences += found
        tokenizers += 1
        texts += len(batch)
    print(f"seed {seed}: {tokenizers} tokenizers, {texts} texts, {differences} differences")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
