"""Makes src/test/resources/blocks: blocks of every type and what PyPI's gguf decodes them to, and weights and what it encodes them to.

Needs: pip install numpy gguf==0.19.0 safetensors==0.8.0
Run from the project's folder: python src/test/python/block_fixtures.py
"""

from pathlib import Path

import numpy as np
from gguf import GGML_QUANT_SIZES, GGMLQuantizationType
from gguf.quants import dequantize, quantize
from safetensors.numpy import save_file

TYPES = "Q4_0 Q4_1 Q5_0 Q5_1 Q8_0 Q2_K Q3_K Q4_K Q5_K Q6_K IQ4_NL IQ4_XS MXFP4".split()
COUNT = 6
ENCODED = "Q8_0 Q4_0 MXFP4".split()


def main():
    """Any bytes are a block, so they are drawn; a scale may be subnormal, infinite, or no number."""
    random = np.random.default_rng(3)
    tensors = {}
    for name in TYPES:
        kind = GGMLQuantizationType[name]
        weights, size = GGML_QUANT_SIZES[kind]
        count = COUNT * 256 // weights if weights < 256 else COUNT
        blocks = random.integers(0, 256, (count, size), dtype=np.uint8)
        if name == "MXFP4":
            blocks[:4, 0] = [0, 1, 2, 255]
        with np.errstate(all="ignore"):
            floats = dequantize(blocks, kind)
        tensors[name + ".blocks"] = blocks
        tensors[name + ".floats"] = floats
    target = Path("src/test/resources/blocks/blocks.safetensors")
    target.parent.mkdir(exist_ok=True)
    save_file(tensors, target)
    save_file(encoded(random), target.with_name("encoded.safetensors"))


def encoded(random):
    """Weights of different size: zeros, nearly equal ones, and some that end in a tie."""
    weights = random.normal(0, 1, (24, 32)).astype(np.float32)
    weights *= np.exp(random.normal(0, 3, (24, 1))).astype(np.float32)
    weights[0] = 0
    weights[1] = -0.25
    weights[2] = np.arange(-16, 16) / 2
    weights[3, :5] = 0
    weights[4] = np.arange(32) * 127 / 31
    weights[5] *= np.float32(1e-7)
    tensors = {"weights": weights}
    for name in ENCODED:
        tensors[name] = quantize(weights, GGMLQuantizationType[name]).astype(np.uint8)
    return tensors


if __name__ == "__main__":
    main()
