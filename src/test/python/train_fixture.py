"""Writes src/test/resources/train/llama.safetensors: a tiny Llama, its gradient and three steps of AdamW in PyTorch.

    pip install torch safetensors numpy
    python src/test/python/train_fixture.py

The network is written out in plain torch operations and differentiated by torch; the optimizer and the clipping are
torch's own. The loss is the mean over all tokens of three texts, which the metadata holds. Everything is float64 and
stored as float32, so that what differs is the rounding of the code under test.
"""

import json
import pathlib

import torch
import torch.nn.functional as F
from safetensors.torch import save_file

V, D, INNER, LAYERS, HEADS, KV_HEADS, EPS, THETA = 20, 24, 20, 2, 4, 2, 1e-5, 10000.0
SIZE = D // HEADS
RATE, BETAS, ADAM_EPS, DECAY, CLIP, STEPS = 0.01, (0.9, 0.95), 1e-8, 0.1, 1.0, 3


def shapes():
    yield "model.embed_tokens.weight", (V, D)
    for i in range(LAYERS):
        p = f"model.layers.{i}."
        yield p + "input_layernorm.weight", (D,)
        for name, rows in (("q", D), ("k", KV_HEADS * SIZE), ("v", KV_HEADS * SIZE), ("o", D)):
            yield p + f"self_attn.{name}_proj.weight", (rows, D)
        yield p + "post_attention_layernorm.weight", (D,)
        yield p + "mlp.gate_proj.weight", (INNER, D)
        yield p + "mlp.up_proj.weight", (INNER, D)
        yield p + "mlp.down_proj.weight", (D, INNER)
    yield "model.norm.weight", (D,)


def norm(x, weight):
    return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + EPS) * weight


def rotate(x):  # [heads, T, SIZE]
    angles = torch.outer(torch.arange(x.shape[1]).double(), THETA ** (-torch.arange(0, SIZE, 2).double() / SIZE))
    cos, sin = angles.cos(), angles.sin()
    a, b = x[..., : SIZE // 2], x[..., SIZE // 2 :]
    return torch.cat((a * cos - b * sin, b * cos + a * sin), -1)


def logits(w, ids):
    x = w["model.embed_tokens.weight"][ids]
    for i in range(LAYERS):
        p = f"model.layers.{i}."
        h = norm(x, w[p + "input_layernorm.weight"])
        q, k, v = (
            (h @ w[p + f"self_attn.{name}_proj.weight"].T).view(len(ids), -1, SIZE).transpose(0, 1) for name in "qkv"
        )
        q, k = rotate(q), rotate(k)
        k, v = (t.repeat_interleave(HEADS // KV_HEADS, 0) for t in (k, v))
        mixed = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        x = x + mixed.transpose(0, 1).reshape(len(ids), D) @ w[p + "self_attn.o_proj.weight"].T
        h = norm(x, w[p + "post_attention_layernorm.weight"])
        inner = F.silu(h @ w[p + "mlp.gate_proj.weight"].T) * (h @ w[p + "mlp.up_proj.weight"].T)
        x = x + inner @ w[p + "mlp.down_proj.weight"].T
    return norm(x, w["model.norm.weight"]) @ w["model.embed_tokens.weight"].T


def loss(w, texts):
    nats = [F.cross_entropy(logits(w, t[:-1]), t[1:], reduction="sum") for t in texts]
    return sum(nats) / sum(len(t) - 1 for t in texts)


def main():
    torch.manual_seed(3)
    texts = [torch.randint(0, V, (n,)) for n in (45, 4, 21)]
    w = {}
    for name, shape in shapes():
        draw = torch.randn(shape) * (0.1 if len(shape) == 1 else 0.3) + (1.0 if len(shape) == 1 else 0.0)
        w[name] = draw.float().double().requires_grad_()
    tensors = {"before." + name: t.detach().clone() for name, t in w.items()}
    groups = [
        {"params": [t for t in w.values() if t.dim() > 1], "weight_decay": DECAY},
        {"params": [t for t in w.values() if t.dim() == 1], "weight_decay": 0.0},
    ]
    optimizer = torch.optim.AdamW(groups, lr=RATE, betas=BETAS, eps=ADAM_EPS)
    losses, norms = [], []
    for step in range(STEPS):
        optimizer.zero_grad()
        value = loss(w, texts)
        value.backward()
        if step == 0:
            tensors |= {"gradient." + name: t.grad.clone() for name, t in w.items()}
        norms.append(torch.nn.utils.clip_grad_norm_(w.values(), CLIP).item())
        optimizer.step()
        losses.append(value.item())
    tensors |= {"after." + name: t.detach() for name, t in w.items()}
    path = pathlib.Path(__file__).parent.parent / "resources" / "train" / "llama.safetensors"
    facts = {"texts": [t.tolist() for t in texts], "losses": losses, "norms": norms}
    save_file({k: t.float().contiguous() for k, t in tensors.items()}, path, {k: json.dumps(v) for k, v in facts.items()})
    print(path, losses, norms)


if __name__ == "__main__":
    main()
