"""Makes src/test/resources/generate/old_sampling.json: what transformers takes from a config.json that stands alone.

Needs: pip install torch transformers==5.24.0
Run from the project's folder: python src/test/python/make_old_sampling.py

Releases from before generation_config.json have settings for choosing tokens among the model's. Each case is what the model stories260K's
config.json says in addition, the generation settings that transformers makes of it, and, where they choose the likeliest token and the
model can be opened, the ids that generate adds to a prompt.
"""

import json
import shutil
import tempfile
from pathlib import Path

import torch
from transformers import AutoModelForCausalLM, GenerationConfig

MODEL = Path("src/test/resources/models/stories260K")
PROMPT = [1, 403, 407]
TOKENS = 24
SHOWN = ["temperature", "do_sample", "top_k", "top_p", "min_p", "repetition_penalty", "no_repeat_ngram_size", "num_beams",
         "max_length", "typical_p", "suppress_tokens"]
CASES = [
    {},
    {"do_sample": True, "temperature": 0.6, "top_k": 40, "top_p": 0.9, "min_p": 0.05, "repetition_penalty": 1.2},
    {"do_sample": False, "temperature": 0.6, "top_p": 0.9},
    {"do_sample": False, "repetition_penalty": 3.0, "max_length": 4},
    {"do_sample": False, "suppress_tokens": [261, 432]},
    {"do_sample": False, "temperature": 1.0, "top_k": 50, "top_p": 1.0, "repetition_penalty": 1.0, "max_length": 20,
     "typical_p": 1.0, "num_beams": 1, "no_repeat_ngram_size": 0},
    {"do_sample": True, "temperature": None, "top_k": 7, "no_repeat_ngram_size": 3, "typical_p": 0.5},
    {"do_sample": False, "num_beams": 4},
    {"text_config": {"do_sample": True, "temperature": 0.25, "top_k": 9}},
    {"temperature": 0.5, "do_sample": None, "text_config": {"do_sample": True, "temperature": 0.25, "suppress_tokens": [3]}},
    {"decoder": {}, "generator": {"do_sample": True, "top_p": 0.5}, "text_config": {"top_p": 0.25}},
    {"task_specific_params": {"text-generation": {"do_sample": True, "max_length": 50}}},
]


def settings(folder):
    found = GenerationConfig.from_pretrained(folder, config_file_name="config.json", _from_model_config=True).to_dict()
    return {name: found[name] for name in SHOWN if found.get(name) is not None}


def greedy(folder):
    model = AutoModelForCausalLM.from_pretrained(folder)
    ids = model.generate(torch.tensor([PROMPT]), attention_mask=torch.ones(1, len(PROMPT)), max_new_tokens=TOKENS)
    return ids[0, len(PROMPT):].tolist()


def case(config):
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(shutil.copytree(MODEL, Path(scratch) / "model"))
        whole = {**json.loads((folder / "config.json").read_text()), **config}
        (folder / "config.json").write_text(json.dumps(whole))
        found = {"config": config, "settings": settings(folder)}
        if config.get("do_sample") is False and config.get("num_beams", 1) == 1:
            found["ids"] = greedy(folder)
        return found


def main():
    lines = ",\n".join(json.dumps(case(config)) for config in CASES)
    Path("src/test/resources/generate/old_sampling.json").write_text(
        json.dumps({"prompt": PROMPT})[:-1] + ", \"cases\": [\n" + lines + "\n]}\n")


if __name__ == "__main__":
    main()
