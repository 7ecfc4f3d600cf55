"""Writes src/test/resources/tokenizers/gemma4.gguf: the tokenizer of src/test/resources/tokenizers/gemma4, with PyPI's gguf.

    python make_gguf.py

It has the keys that llama.cpp's converter writes for Gemma 4, and no tensors. Needs: pip install gguf==0.19.0
"""

import json
import pathlib

from gguf import GGUFWriter, TokenType

RESOURCES = pathlib.Path(__file__).resolve().parents[2] / "resources"
VISIBLE = ["<|channel>", "<channel|>"]  # for programs that look for them in the text


def main():
    root = json.loads((RESOURCES / "tokenizers" / "gemma4" / "tokenizer.json").read_text("utf-8"))
    vocab = root["model"]["vocab"]
    tokens = sorted(vocab, key=vocab.get)
    special = {t["content"] for t in root["added_tokens"]}
    types = [
        TokenType.BYTE if t.startswith("<0x")
        else TokenType.USER_DEFINED if t in VISIBLE
        else TokenType.CONTROL if t in special
        else TokenType.NORMAL
        for t in tokens
    ]
    writer = GGUFWriter(RESOURCES / "tokenizers" / "gemma4.gguf", "gemma4")
    writer.add_tokenizer_model("gemma4")
    writer.add_token_list(tokens)
    writer.add_token_scores([-1000.0] * len(tokens))
    writer.add_token_types(types)
    writer.add_token_merges([" ".join(merge) for merge in root["model"]["merges"]])
    for name in ("bos", "eos", "unk", "pad", "mask"):
        getattr(writer, f"add_{name}_token_id")(vocab[f"<{name}>"])
    writer.add_add_space_prefix(False)
    writer.add_add_bos_token(True)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.close()


if __name__ == "__main__":
    main()
