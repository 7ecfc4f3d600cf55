"""PyTorch's speed on the shape of `./course bench train`, for comparison in one sitting.

    pip install torch
    python torch_train_speed.py [--threads 2] [--width 128] [--layers 4] ...

The network is Llama in plain torch operations, float32, with torch's own attention, cross-entropy and fused AdamW. All texts
of a batch lie one after another without filling, and only attention takes them one by one; --fill has one text a row
instead, filled up to the longest, which is work that gives no tokens. It prints one JSON object; with the same
number of threads, tokensPerProcessorSecond is what a busy machine lets one compare.
"""

import argparse
import json
import random
import statistics
import time

import torch
import torch.nn.functional as F


class Network(torch.nn.Module):
    def __init__(self, a):
        super().__init__()

        def weight(*shape):
            return torch.nn.Parameter(torch.randn(*shape) * 0.08)

        self.heads = a.heads
        self.embedding = weight(a.vocabulary, a.width)
        self.layers = torch.nn.ParameterList()
        for _ in range(a.layers):
            self.layers.append(
                torch.nn.ParameterDict(
                    {
                        "norm1": torch.nn.Parameter(torch.ones(a.width)),
                        "qkv": weight(3 * a.width, a.width),
                        "output": weight(a.width, a.width),
                        "norm2": torch.nn.Parameter(torch.ones(a.width)),
                        "gate_up": weight(2 * a.inner, a.width),
                        "down": weight(a.width, a.inner),
                    }
                )
            )
        self.norm = torch.nn.Parameter(torch.ones(a.width))
        size = a.width // a.heads
        angles = torch.outer(torch.arange(a.longest + 1).float(), 10000 ** (-torch.arange(0, size, 2).float() / size))
        self.cos, self.sin = torch.cat((angles.cos(),) * 2, -1), torch.cat((angles.sin(),) * 2, -1)

    def turn(self, x):  # [B, H, T, size]
        a, b = x.chunk(2, -1)
        n = x.shape[2]
        return x * self.cos[:n] + torch.cat((-b, a), -1) * self.sin[:n]

    def attend(self, q, k, v):
        return F.scaled_dot_product_attention(self.turn(q), self.turn(k), v, is_causal=True)

    def forward(self, ids, targets, lengths=None):
        """ids [B, T], or [1, sum of lengths] for texts one after another."""
        x = F.embedding(ids, self.embedding)
        width = x.shape[-1]
        for w in self.layers:
            h = F.rms_norm(x, (width,), w["norm1"], 1e-5)
            q, k, v = ((h @ w["qkv"].T).view(*ids.shape, 3, self.heads, -1)).permute(2, 0, 3, 1, 4)
            parts = zip(*(t.split(lengths or ids.shape[1], 2) for t in (q, k, v)))
            mixed = torch.cat([self.attend(*part) for part in parts], 2)
            x = x + mixed.transpose(1, 2).reshape(x.shape) @ w["output"].T
            gate, up = (F.rms_norm(x, (width,), w["norm2"], 1e-5) @ w["gate_up"].T).chunk(2, -1)
            x = x + (F.silu(gate) * up) @ w["down"].T
        logits = F.rms_norm(x, (width,), self.norm, 1e-5) @ self.embedding.T
        return F.cross_entropy(logits.flatten(0, 1), targets.flatten(), ignore_index=-100)


def main():
    parser = argparse.ArgumentParser()
    for name, value in dict(
        threads=2, width=128, layers=4, heads=4, inner=352, vocabulary=512, texts=16, shortest=35, longest=75, steps=100
    ).items():
        parser.add_argument("--" + name, type=int, default=value)
    parser.add_argument("--fill", action="store_true")
    a = parser.parse_args()
    torch.set_num_threads(a.threads)
    network = Network(a)
    optimizer = torch.optim.AdamW(network.parameters(), lr=1e-3, betas=(0.9, 0.95), weight_decay=0.1, fused=True)
    times, tokens, processor = [], 0, 0.0
    for step in range(-20, a.steps):
        lengths = [random.randint(a.shortest, a.longest) for _ in range(a.texts)]
        ids = torch.randint(0, a.vocabulary, (a.texts, max(lengths)) if a.fill else (1, sum(lengths)))
        targets = torch.randint(0, a.vocabulary, ids.shape)
        for row, n in enumerate(lengths if a.fill else []):
            targets[row, n:] = -100
        begun, begun_cpu = time.perf_counter(), time.process_time()
        optimizer.zero_grad()
        network(ids, targets, None if a.fill else lengths).backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        if step >= 0:
            times.append(time.perf_counter() - begun)
            processor += time.process_time() - begun_cpu
            tokens += sum(lengths)
    print(
        json.dumps(
            {
                "torch": torch.__version__,
                "threads": a.threads,
                "weights": sum(p.numel() for p in network.parameters()),
                "medianMillisecondsPerStep": 1e3 * statistics.median(times),
                "tokensPerSecond": tokens / sum(times),
                "tokensPerProcessorSecond": tokens / processor,
            }
        )
    )


if __name__ == "__main__":
    main()
