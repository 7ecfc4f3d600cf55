"""Makes src/test/resources/fewer-bits/fewer-bits.safetensors: tensors in FP8 and MXFP4, and what transformers widens them to.

Needs: pip install torch transformers safetensors==0.8.0
Run from the project's folder: python src/test/python/fewer_bits_fixture.py
"""

from pathlib import Path

import torch
from safetensors.torch import save_file
from transformers.integrations.mxfp4 import convert_moe_packed_tensors


def main():
    torch.manual_seed(5)
    weight = (torch.randn(130, 140) * 40).to(torch.float8_e4m3fn)
    scale = torch.rand(2, 2) * 0.1
    rows = torch.arange(130) // 128
    columns = torch.arange(140) // 128
    blocks = torch.randint(0, 256, (2, 3, 2, 16), dtype=torch.uint8)
    scales = torch.randint(100, 140, (2, 3, 2), dtype=torch.uint8)
    target = Path("src/test/resources/fewer-bits/fewer-bits.safetensors")
    target.parent.mkdir(exist_ok=True)
    save_file(
        {
            "a.weight": weight,
            "a.weight_scale_inv": scale,
            "expected.a": weight.float() * scale[rows][:, columns],
            "e.up_blocks": blocks,
            "e.up_scales": scales,
            "expected.e": convert_moe_packed_tensors(blocks, scales, dtype=torch.float32).contiguous(),
        },
        target,
    )


if __name__ == "__main__":
    main()
