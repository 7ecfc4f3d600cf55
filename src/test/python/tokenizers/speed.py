"""Compares the speed of the course's tokenizer with Python's tokenizers, one thread each, round about.

    python speed.py CLASSPATH [TOKENIZER TEXT]

Without a tokenizer and a text: the sources of Python's standard library, and three tokenizers trained on them. Prints for each the
best of several rounds of both and the ratio; above 1 the course's is faster.
"""

import os

os.environ.update(TOKENIZERS_PARALLELISM="false", RAYON_NUM_THREADS="1")

import pathlib
import subprocess
import sys
import sysconfig
import tempfile
import time

from tokenizers import Tokenizer

import kinds

ROUNDS = 5


def library_text(megabytes=1):
    files = sorted(pathlib.Path(sysconfig.get_path("stdlib")).glob("*.py"))
    return "".join(f.read_text("utf-8", "replace") for f in files)[: megabytes * 1_000_000]


def trained(folder, text):
    kinds.corpus = lambda: text[:400_000].splitlines(True)
    size, train = 4000, kinds.train
    kinds.train = lambda tokenizer, _, *args, **options: train(tokenizer, size, *args, **options)
    for make in (kinds.gpt2, kinds.llama3, kinds.llama2):
        file = os.path.join(folder, make.__name__ + ".json")
        make().save(file)
        yield make.__name__, file


def encode_lines(tokenizer, lines):
    return sum(len(tokenizer.encode(line, add_special_tokens=False).ids) for line in lines)


def compare(name, class_path, file, text_file):
    tokenizer = Tokenizer.from_file(file)
    text = pathlib.Path(text_file).read_text("utf-8")
    lines = text.splitlines(True)
    ids = tokenizer.encode(text, add_special_tokens=False).ids
    tasks = {
        "lines": lambda: encode_lines(tokenizer, lines),
        "whole": lambda: len(tokenizer.encode(text, add_special_tokens=False).ids),
        "decode": lambda: len(tokenizer.decode(ids, skip_special_tokens=False)),
    }
    peer = subprocess.Popen(
        [os.environ.get("JAVA", "java"), "-cp", class_path, "openweights.engine.token.SpeedPeer", file, text_file],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )
    for task, run in tasks.items():
        ours, theirs = [], []
        for _ in range(ROUNDS):
            peer.stdin.write(task + "\n")
            peer.stdin.flush()
            ours.append(float(peer.stdout.readline().split()[0]))
            start = time.perf_counter()
            run()
            theirs.append(time.perf_counter() - start)
        size = len(text.encode()) / 1e6
        print(f"{name:8} {task:6} course {size / min(ours):6.1f} MB/s {len(ids) / min(ours) / 1e6:6.2f} Mtok/s   tokenizers {size / min(theirs):6.1f} MB/s"
              f" {len(ids) / min(theirs) / 1e6:6.2f} Mtok/s   ratio {min(theirs) / min(ours):.2f}", flush=True)
    peer.stdin.close()
    peer.wait()


def main(class_path, tokenizer=None, text_file=None):
    if tokenizer:
        compare(pathlib.Path(tokenizer).parent.name, class_path, tokenizer, text_file)
        return
    with tempfile.TemporaryDirectory() as folder:
        text = library_text()
        text_file = os.path.join(folder, "text")
        pathlib.Path(text_file).write_text(text, "utf-8")
        for name, file in trained(folder, text):
            compare(name, class_path, file, text_file)


if __name__ == "__main__":
    main(*sys.argv[1:])
