"""Makes the files in src/test/resources/gguf from the models in src/test/resources/models, with PyPI's gguf.

Needs: pip install numpy torch gguf==0.19.0 safetensors==0.8.0
Run from the project's folder: python src/test/python/gguf_fixtures.py

The names come from that package's own table. What else llama.cpp's converter changes is written out here: the rows of
queries and keys that it reorders for its rotary positions, the matrices of GPT-2 that it transposes, the fused
projections of BLOOM that it takes apart, and the experts that it stacks.
"""

import json
import re
from pathlib import Path

import numpy as np
import torch
from gguf import MODEL_ARCH, GGMLQuantizationType, GGUFWriter, get_tensor_name_map
from gguf.quants import quantize
from safetensors import safe_open

MODELS = Path("src/test/resources/models")
TARGET = Path("src/test/resources/gguf")


def tensors(folder):
    with safe_open(folder / "model.safetensors", "pt") as file:
        for name in file.keys():
            yield name, file.get_tensor(name)


def numbers(tensor):
    """bfloat16 as its bits, which NumPy has no type for."""
    return tensor.view(torch.uint16).numpy() if tensor.dtype == torch.bfloat16 else tensor.numpy()


def float32(value):
    return (value.astype(np.uint32) << 16).view(np.float32) if value.dtype == np.uint16 else value.astype(np.float32)


def pairs(rows, heads):
    """Hugging Face's halves of a head as adjacent pairs."""
    shape = rows.shape
    return rows.reshape(heads, 2, shape[0] // heads // 2, *shape[1:]).swapaxes(1, 2).reshape(shape)


def apart(rows, heads):
    """Queries, keys, and values of each head as all queries, all keys, all values."""
    shape = rows.shape
    return rows.reshape(heads, 3, shape[0] // heads // 3, *shape[1:]).swapaxes(0, 1).reshape(shape)


def changed(name, value, config):
    if config["model_type"] == "gpt2":
        if re.search(r"\.attn\.(masked_)?bias$", name):
            return None
        return value.T if re.search(r"(c_attn|c_proj|c_fc)\.weight$", name) else value
    if config["model_type"] == "bloom":
        return apart(value, config["n_head"]) if "query_key_value" in name else value
    if "rotary_emb" in name:
        return None
    if re.search(r"q_proj\.(weight|bias)$", name):
        return pairs(value, config["num_attention_heads"])
    if re.search(r"k_proj\.(weight|bias)$", name):
        return pairs(value, config["num_key_value_heads"])
    return value


def stacked(all_tensors):
    """The experts of a layer as one tensor."""
    experts = {}
    for name, value in all_tensors.items():
        match = re.fullmatch(r"(.*\.experts)\.(\d+)\.(w\d\.weight)", name)
        if match:
            experts.setdefault(f"{match[1]}.{match[3]}", {})[int(match[2])] = value
        else:
            yield name, value
    for name, parts in experts.items():
        yield name, np.stack([parts[e] for e in sorted(parts)])


def settings(writer, config):
    get = lambda *names: next((config[n] for n in names if config.get(n) is not None), None)
    heads = get("num_attention_heads", "n_head")
    width = get("hidden_size", "n_embd")
    writer.add_context_length(get("max_position_embeddings", "n_positions", "seq_length") or 2048)
    writer.add_embedding_length(width)
    writer.add_block_count(get("num_hidden_layers", "n_layer"))
    writer.add_feed_forward_length(get("intermediate_size", "n_inner") or 4 * width)
    writer.add_head_count(heads)
    writer.add_head_count_kv(get("num_key_value_heads") or heads)
    if get("rms_norm_eps"):
        writer.add_layer_norm_rms_eps(config["rms_norm_eps"])
    else:
        writer.add_layer_norm_eps(get("layer_norm_epsilon"))
    if get("head_dim"):
        writer.add_key_length(config["head_dim"])
        writer.add_value_length(config["head_dim"])
    rope = config.get("rope_parameters") or config.get("rope_scaling") or {}
    theta = rope.get("rope_theta") or config.get("rope_theta")
    if theta:
        writer.add_rope_freq_base(theta)
    if rope.get("rope_type") == "linear":
        writer.add_string("llama.rope.scaling.type", "linear")
        writer.add_rope_scaling_factor(rope["factor"])
    if get("sliding_window"):
        writer.add_sliding_window(config["sliding_window"])
    if get("num_local_experts"):
        writer.add_expert_count(config["num_local_experts"])
        writer.add_expert_used_count(config["num_experts_per_tok"])


def convert(model, target, kind=None):
    folder = MODELS / model
    config = json.loads((folder / "config.json").read_text())
    arch = {"gpt2": MODEL_ARCH.GPT2, "bloom": MODEL_ARCH.BLOOM}.get(config["model_type"], MODEL_ARCH.LLAMA)
    writer = GGUFWriter(TARGET / target, {MODEL_ARCH.GPT2: "gpt2", MODEL_ARCH.BLOOM: "bloom"}.get(arch, "llama"))
    settings(writer, config)
    names = get_tensor_name_map(arch, config.get("num_hidden_layers") or config.get("n_layer"))
    kept = {}
    for name, tensor in tensors(folder):
        value = changed(name, numbers(tensor), config)
        if value is not None and not (name == "lm_head.weight" and config.get("tie_word_embeddings")):
            kept[name] = value
    for name, value in stacked(kept):
        stored = names.get_name(name, (".weight", ".bias")) or names.get_name(name.removeprefix("transformer."), (".weight", ".bias"))
        value = np.ascontiguousarray(value)
        if kind is not None and value.ndim > 1:
            writer.add_tensor(stored, quantize(float32(value), kind), raw_dtype=kind)
        elif value.dtype == np.uint16 and value.ndim > 1:
            writer.add_tensor(stored, value.view(np.uint8), raw_dtype=GGMLQuantizationType.BF16)
        else:
            writer.add_tensor(stored, float32(value))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def main():
    for model in "llama-linear llama-tied-bf16 mistral mixtral gpt2 bloom".split():
        convert(model, model + ".gguf")


if __name__ == "__main__":
    main()
