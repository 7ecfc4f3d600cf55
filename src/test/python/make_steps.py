"""Writes src/test/resources/generate/steps.json: what transformers' own logits processors make of random logits.

Same environment as make_models.py. Minus infinity is written as null.
"""

import json
import math
import pathlib

import torch
from transformers import (
    MinPLogitsWarper, RepetitionPenaltyLogitsProcessor, TemperatureLogitsWarper, TopKLogitsWarper, TopPLogitsWarper,
)

TARGET = pathlib.Path(__file__).parent.parent / "resources" / "generate" / "steps.json"
STEPS = {
    "temperature": (TemperatureLogitsWarper, [0.3, 1.7]),
    "topK": (TopKLogitsWarper, [1, 5, 60]),
    "topP": (TopPLogitsWarper, [0.05, 0.5, 0.9, 0.999]),
    "minP": (MinPLogitsWarper, [0.02, 0.5, 1.0]),
    "repetitionPenalty": (RepetitionPenaltyLogitsProcessor, [1.3, 0.5]),
}


def main():
    torch.manual_seed(11)
    text = [3, 17, 3, 40, 0]
    logits = torch.randn(1, 50) * 2
    cases = []
    for name, (step, settings) in STEPS.items():
        for setting in settings:
            out = step(setting)(torch.tensor([text]), logits.clone())[0].tolist()
            expected = [None if math.isinf(value) else value for value in out]
            cases.append({"step": name, "setting": setting, "expected": expected})
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(json.dumps({"text": text, "logits": logits[0].tolist(), "cases": cases}) + "\n")


if __name__ == "__main__":
    main()
