"""Writes src/test/resources/tokenizer-training: what Python's tokenizers learns from texts.txt.

    python train_fixture.py

Each line of texts.txt is one text. merges.json holds the merges in their order, vocabulary.json the tokens by id.
Needs the package tokenizers (made with 0.23.3).
"""

import json
import pathlib

from tokenizers import Tokenizer, models, pre_tokenizers, trainers

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "resources" / "tokenizer-training"
SPECIAL = ["<|begin_of_text|>", "<|end_of_text|>"]


def main():
    texts = (FOLDER / "texts.txt").read_text(encoding="utf-8").splitlines()
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=True)
    trainer = trainers.BpeTrainer(
        vocab_size=500,
        special_tokens=SPECIAL,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    model = json.loads(tokenizer.to_str())["model"]
    tokens = sorted(model["vocab"], key=model["vocab"].get)
    (FOLDER / "merges.json").write_text(json.dumps(model["merges"], ensure_ascii=False) + "\n", encoding="utf-8")
    (FOLDER / "vocabulary.json").write_text(json.dumps(tokens, ensure_ascii=False) + "\n", encoding="utf-8")
    print(len(tokens), "tokens")


if __name__ == "__main__":
    main()
