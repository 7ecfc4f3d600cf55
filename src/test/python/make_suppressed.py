"""Makes src/test/resources/generate/suppressed.json: what transformers writes of a model that must not generate some tokens.

Needs: pip install torch transformers==5.24.0
Run from the project's folder: python src/test/python/make_suppressed.py

Each case is a generation_config.json beside the model stories260K, a prompt, and the ids that generate adds.
"""

import json
import shutil
import tempfile
from pathlib import Path

import torch
from transformers import AutoModelForCausalLM

MODEL = Path("src/test/resources/models/stories260K")
PROMPT = [1, 403, 407]
TOKENS = 24


def generated(config):
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(shutil.copytree(MODEL, Path(scratch) / "model"))
        (folder / "generation_config.json").write_text(json.dumps(config))
        model = AutoModelForCausalLM.from_pretrained(folder)
        ids = model.generate(torch.tensor([PROMPT]), attention_mask=torch.ones(1, len(PROMPT)), max_new_tokens=TOKENS)
        return ids[0, len(PROMPT):].tolist()


def main():
    usual = {"do_sample": False, "eos_token_id": 2}
    plain = generated(usual)
    often = max(set(plain), key=plain.count)
    cases = [
        {},
        {"suppress_tokens": [often]},
        {"begin_suppress_tokens": plain[:1]},
        {"suppress_tokens": [plain[3]], "begin_suppress_tokens": [plain[0], plain[5]]},
        {"suppress_tokens": [plain[2]], "repetition_penalty": 1.3},
    ]
    found = [{"config": {**usual, **case}, "ids": generated({**usual, **case})} for case in cases]
    text = json.dumps({"prompt": PROMPT, "cases": found}, indent=1)
    Path("src/test/resources/generate/suppressed.json").write_text(text + "\n")


if __name__ == "__main__":
    main()
