"""PyTorch's speed on the shape of `./course bench engine`, for comparison in one sitting.

    pip install torch
    python torch_speed.py [--threads 2] [--prompt 128] [--rounds 12]

The model is Llama's forward pass in plain torch operations with float32 weights, without what a
framework around it would add; attention is torch's own fused kernel. It prints one JSON object.
"""

import argparse
import json
import time

import torch
import torch.nn.functional as F


class Layer:
    def __init__(self, width, inner):
        def weight(outputs, inputs):
            return (torch.rand(outputs, inputs) - 0.5) * 0.1

        self.qkv = weight(3 * width, width)
        self.output = weight(width, width)
        self.gate_up = weight(2 * inner, width)
        self.down = weight(width, inner)
        self.norm1 = torch.ones(width)
        self.norm2 = torch.ones(width)


class Llama:
    def __init__(self, width, layers, heads, inner, vocabulary, context=512):
        self.heads, self.size = heads, width // heads
        self.embedding = (torch.rand(vocabulary, width) - 0.5) * 0.1
        self.head = (torch.rand(vocabulary, width) - 0.5) * 0.1
        self.layers = [Layer(width, inner) for _ in range(layers)]
        self.norm = torch.ones(width)
        angles = torch.outer(
            torch.arange(context), 10000.0 ** (-torch.arange(0, self.size, 2) / self.size)
        )
        self.cos, self.sin = angles.cos().repeat(1, 2), angles.sin().repeat(1, 2)

    def turn(self, x, start):
        cos = self.cos[start : start + x.shape[1]]
        sin = self.sin[start : start + x.shape[1]]
        half = self.size // 2
        return x * cos + torch.cat((-x[..., half:], x[..., :half]), -1) * sin

    def forward(self, tokens, cache):
        x = self.embedding[tokens]  # [T, d]
        count, start = len(tokens), cache[0][0].shape[1] if cache else 0
        for i, layer in enumerate(self.layers):
            y = F.rms_norm(x, x.shape[-1:], layer.norm1, 1e-5)
            q, k, v = (
                F.linear(y, layer.qkv).view(count, 3, self.heads, self.size).permute(1, 2, 0, 3)
            )
            q, k = self.turn(q, start), self.turn(k, start)
            if i < len(cache):
                k, v = torch.cat((cache[i][0], k), 1), torch.cat((cache[i][1], v), 1)
                cache[i] = (k, v)
            else:
                cache.append((k, v))
            y = F.scaled_dot_product_attention(q[None], k[None], v[None], is_causal=count > 1)[0]
            x = x + F.linear(y.transpose(0, 1).reshape(count, -1), layer.output)
            y = F.rms_norm(x, x.shape[-1:], layer.norm2, 1e-5)
            gate, up = F.linear(y, layer.gate_up).chunk(2, -1)
            x = x + F.linear(F.silu(gate) * up, layer.down)
        return F.linear(F.rms_norm(x[-1], x.shape[-1:], self.norm, 1e-5), self.head)


def median(times):
    return sorted(times)[len(times) // 2]


def main():
    parser = argparse.ArgumentParser()
    for name, value in [
        ("threads", 2), ("prompt", 128), ("rounds", 12), ("width", 768), ("layers", 12),
        ("heads", 12), ("inner", 2048), ("vocabulary", 32000),
    ]:
        parser.add_argument("--" + name, type=int, default=value)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    model = Llama(
        options.width, options.layers, options.heads, options.inner, options.vocabulary
    )
    tokens = torch.arange(options.prompt) * 7919 % options.vocabulary
    prompts, decodes, processor = [], [], []
    with torch.inference_mode():
        for _ in range(options.rounds + 3):
            cache = []
            start, begun = time.perf_counter(), time.process_time()
            model.forward(tokens, cache)
            prompts.append(time.perf_counter() - start)
            read = time.process_time()
            start = time.perf_counter()
            for token in range(8):
                model.forward(torch.tensor([token]), cache)
            decodes.append((time.perf_counter() - start) / 8)
            processor.append((read - begun, (time.process_time() - read) / 8))
    result = {
        "promptTokensPerSecond": round(options.prompt / median(prompts[3:]), 1),
        "tokensPerSecond": round(1 / median(decodes[3:]), 1),
        "promptTokensPerProcessorSecond": round(
            options.prompt / median([prompt for prompt, _ in processor[3:]]), 1
        ),
        "tokensPerProcessorSecond": round(
            1 / median([decode for _, decode in processor[3:]]), 1
        ),
    }
    print(
        json.dumps(
            {
                "torch": torch.__version__,
                "threads": options.threads,
                "results": {"float32": result},
            }
        )
    )


main()
