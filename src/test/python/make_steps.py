"""Writes src/test/resources/generate/steps.json: what transformers' own logits processors make of random logits,
each alone and all together in transformers' order.

Same environment as make_models.py. Minus infinity is written as null.
"""

import json
import math
import pathlib

import torch
from transformers import (
    GenerationConfig, LlamaConfig, LlamaForCausalLM,
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
TOGETHER = [
    dict(temperature=0.7, top_k=20, top_p=0.9, min_p=0.05, repetition_penalty=1.2),
    dict(temperature=1.5, top_k=0, top_p=0.6, repetition_penalty=0.8),
    dict(temperature=1.0, top_k=5, min_p=0.3),
    dict(temperature=0.2, top_p=0.0, top_k=7),
    dict(temperature=2.5, min_p=0.02, repetition_penalty=3.0),
]


def together(settings, text, logits):
    config = GenerationConfig(do_sample=True, **settings)
    model = LlamaForCausalLM(LlamaConfig(vocab_size=50, hidden_size=8, intermediate_size=8, num_hidden_layers=1,
                                         num_attention_heads=1))
    ids = torch.tensor([text])
    processors = model._get_logits_processor(config, input_ids_seq_length=len(text), device="cpu")
    return processors(ids, logits.clone()).softmax(-1)[0].tolist()


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
    pipelines = [{"settings": each, "expected": together(each, text, logits)} for each in TOGETHER]
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(json.dumps({"text": text, "logits": logits[0].tolist(), "cases": cases,
                                  "pipelines": pipelines}) + "\n")


if __name__ == "__main__":
    main()
