"""What a Llama in a GGUF file says, computed with NumPy alone: an independent pass to compare the engine with.

Needs: pip install numpy gguf==0.19.0 tokenizers
Run: python src/test/python/gguf_reference.py FILE.gguf OUT.json [PROMPT...]

Weights are what PyPI's gguf decodes them to. Ids come from the package tokenizers, which gets the file's vocabulary and
merges. OUT.json holds, for each prompt, its ids, the ids that greedy decoding adds, their text, and the logits of the
first ten tokens at the prompt's last position.
"""

import json
import sys

import numpy as np
from gguf import GGUFReader
from gguf.quants import dequantize
from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers

PROMPTS = ["The capital of France is", "1 + 1 = 2, and 12 + 30 =", "def fibonacci(n):\n    ", "Ein Äpfelchen 🍎 kostet"]
NEW = 12


def tokenizer(reader):
    get = lambda key: reader.fields["tokenizer.ggml." + key].contents()
    assert get("pre") == "smollm"
    merges = [tuple(line.split(" ")) for line in get("merges")]
    made = Tokenizer(models.BPE({token: id for id, token in enumerate(get("tokens"))}, merges))
    made.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Split(Regex(r"\p{N}"), "isolated"), pre_tokenizers.ByteLevel(add_prefix_space=False)]
    )
    made.decoder = decoders.ByteLevel()
    made.add_special_tokens([t for t, kind in zip(get("tokens"), get("token_type")) if kind == 3])
    return made


class Llama:
    def __init__(self, reader):
        get = lambda key: reader.fields["llama." + key].contents()
        self.layers = get("block_count")
        self.heads, self.kv = get("attention.head_count"), get("attention.head_count_kv")
        self.size = get("embedding_length") // self.heads
        self.eps = np.float32(get("attention.layer_norm_rms_epsilon"))
        self.theta = get("rope.freq_base")
        self.w = {t.name: dequantize(t.data, t.tensor_type).reshape(t.shape[::-1]) for t in reader.tensors}

    def norm(self, x, name):
        return x / np.sqrt((x * x).mean(-1, keepdims=True) + self.eps) * self.w[name]

    def turned(self, x):  # [T, heads, size]: pairs side by side, as llama.cpp stores them
        angles = np.outer(np.arange(len(x)), self.theta ** (-np.arange(0, self.size, 2) / self.size))
        cos, sin = np.cos(angles)[:, None].astype(np.float32), np.sin(angles)[:, None].astype(np.float32)
        even, odd = x[..., 0::2], x[..., 1::2]
        return np.stack([even * cos - odd * sin, even * sin + odd * cos], -1).reshape(x.shape)

    def logits(self, ids):
        x = self.w["token_embd.weight"][ids]
        T = len(ids)
        hidden = np.triu(np.full((T, T), -np.inf, np.float32), 1)
        for i in range(self.layers):
            w = lambda name: self.w[f"blk.{i}.{name}.weight"]
            h = self.norm(x, f"blk.{i}.attn_norm.weight")
            q = self.turned((h @ w("attn_q").T).reshape(T, self.heads, self.size))
            k = self.turned((h @ w("attn_k").T).reshape(T, self.kv, self.size))
            v = (h @ w("attn_v").T).reshape(T, self.kv, self.size)
            k, v = (np.repeat(t, self.heads // self.kv, 1) for t in (k, v))
            scores = np.einsum("thd,shd->hts", q, k) / np.sqrt(np.float32(self.size)) + hidden
            share = np.exp(scores - scores.max(-1, keepdims=True))
            share /= share.sum(-1, keepdims=True)
            x = x + np.einsum("hts,shd->thd", share, v).reshape(T, -1) @ w("attn_output").T
            h = self.norm(x, f"blk.{i}.ffn_norm.weight")
            gate = h @ w("ffn_gate").T
            x = x + (gate / (1 + np.exp(-gate)) * (h @ w("ffn_up").T)) @ w("ffn_down").T
        return self.norm(x, "output_norm.weight") @ self.w.get("output.weight", self.w["token_embd.weight"]).T


def main():
    file, out, *prompts = sys.argv[1:]
    reader = GGUFReader(file)
    model, words = Llama(reader), tokenizer(reader)
    results = []
    for prompt in prompts or PROMPTS:
        ids = words.encode(prompt, add_special_tokens=False).ids
        first = model.logits(ids)[-1]
        written = list(ids)
        for _ in range(NEW):
            written.append(int(model.logits(written)[-1].argmax()))
        new = written[len(ids) :]
        results.append(
            {"prompt": prompt, "ids": ids, "greedy": new, "text": words.decode(new), "logits": [float(l) for l in first[:10]]}
        )
    with open(out, "w") as target:
        json.dump(results, target, indent=1)
        target.write("\n")


if __name__ == "__main__":
    main()
