"""Writes the adapters of src/test/resources/adapters with PEFT: for each the two files and the
logits of the adapted model; of the kinds that are refused, only adapter_config.json.

    pip install torch transformers peft
    python src/test/python/make_adapters.py
"""

import json
import shutil
from pathlib import Path

import numpy as np
import torch
from peft import LoraConfig, PeftModel, get_peft_model
from transformers import AutoModelForCausalLM

RESOURCES = Path(__file__).resolve().parents[1] / "resources"
BASE = RESOURCES / "models" / "llama"
OUT = RESOURCES / "adapters"
TEXT = [1, 5, 9, 13, 2, 30, 22]

COMPUTED = {
    "suffixes": dict(target_modules=["self_attn.q_proj", "mlp.down_proj"]),
    "full-names": dict(
        target_modules=["model.layers.0.self_attn.v_proj", "model.layers.1.mlp.up_proj"]
    ),
    "expression": dict(target_modules=r".*\.1\.(?P<part>self_attn|mlp)\.(q|up)_proj"),
    "all-linear": dict(target_modules="all-linear"),
    "with-head": dict(target_modules=["q_proj", "lm_head"]),
    "excluded": dict(target_modules=["q_proj", "k_proj"], exclude_modules=r".*\.0\..*"),
    "layers": dict(target_modules=["o_proj"], layers_to_transform=[1], layers_pattern="layers"),
    "one-layer": dict(target_modules=["o_proj"], layers_to_transform=0),
    "rank-stabilized": dict(target_modules=["v_proj"], use_rslora=True),
    "patterns": dict(
        target_modules=["q_proj", "v_proj", "gate_proj"],
        rank_pattern={"v_proj": 3, r"layers\.0\..*gate_proj": 1},
        alpha_pattern={"self_attn.q_proj": 9},
        use_rslora=True,
    ),
    "orthogonal": dict(target_modules=["q_proj"], init_lora_weights="orthogonal"),
    "mica": dict(target_modules=["q_proj"], init_lora_weights="mica"),
}

REFUSED = {
    "pissa": dict(init_lora_weights="pissa"),
    "pissa_niter_4": dict(init_lora_weights="pissa_niter_4"),
    "olora": dict(init_lora_weights="olora"),
    "loftq": dict(init_lora_weights="loftq", loftq_config={"loftq_bits": 4, "loftq_iter": 1}),
    "corda": dict(init_lora_weights="corda"),
    "lora_ga": dict(init_lora_weights="lora_ga"),
    "alora_invocation_tokens": dict(alora_invocation_tokens=[9, 13], task_type="CAUSAL_LM"),
    "layer_replication": dict(layer_replication=[[0, 2], [0, 2]]),
    "use_dora": dict(use_dora=True),
    "lora_bias": dict(lora_bias=True),
    "bias": dict(bias="lora_only"),
    "modules_to_save": dict(modules_to_save=["lm_head"]),
    "trainable_token_indices": dict(trainable_token_indices=[1, 2]),
    "target_parameters": dict(target_parameters=["mlp.gate_proj.weight"]),
}


def randomize(model, generator):
    for name, parameter in model.named_parameters():
        if "lora_" in name:
            parameter.data = 0.3 * torch.randn(parameter.shape, generator=generator)


def main():
    shutil.rmtree(OUT, ignore_errors=True)
    for name, settings in COMPUTED.items():
        base = AutoModelForCausalLM.from_pretrained(BASE)
        model = get_peft_model(base, LoraConfig(**{"r": 2, "lora_alpha": 5, **settings}))
        randomize(model, torch.Generator().manual_seed(1))
        model.save_pretrained(OUT / name, save_embedding_layers=False)
        (OUT / name / "README.md").unlink(missing_ok=True)
        # What counts is what PEFT computes with the files.
        again = PeftModel.from_pretrained(AutoModelForCausalLM.from_pretrained(BASE), OUT / name)
        with torch.no_grad():
            logits = again.eval()(torch.tensor([TEXT])).logits[0]
        np.save(OUT / name / "logits.npy", logits.numpy())
        config = OUT / name / "adapter_config.json"
        keys = json.loads(config.read_text())
        keys["base_model_name_or_path"] = "llama"
        config.write_text(json.dumps(keys, indent=2, sort_keys=True) + "\n")
    (OUT / "refused").mkdir()
    for name, settings in REFUSED.items():
        config = LoraConfig(r=2, lora_alpha=5, target_modules=["self_attn.q_proj", "mlp.down_proj"], **settings)
        keys = config.to_dict()
        keys = json.loads(json.dumps(keys, default=lambda o: sorted(o) if isinstance(o, set) else vars(o)))
        (OUT / "refused" / f"{name}.json").write_text(json.dumps(keys, indent=2, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
