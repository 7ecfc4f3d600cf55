"""Makes src/test/resources/blocks/blocks.safetensors: blocks of every type, and what PyPI's gguf decodes them to.

Needs: pip install numpy gguf==0.19.0 safetensors==0.8.0
Run from the project's folder: python src/test/python/block_fixtures.py
"""

from pathlib import Path

import numpy as np
from gguf import GGML_QUANT_SIZES, GGMLQuantizationType
from gguf.quants import dequantize
from safetensors.numpy import save_file

TYPES = "Q4_0 Q4_1 Q5_0 Q5_1 Q8_0 Q2_K Q3_K Q4_K Q5_K Q6_K IQ4_NL IQ4_XS MXFP4".split()
COUNT = 6


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


if __name__ == "__main__":
    main()
