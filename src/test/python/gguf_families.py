"""Makes src/test/resources/gguf/families: tiny models of many families as GGUF files, and transformers' logits for them.

Needs: pip install numpy torch transformers gguf==0.19.0
Run from the project's folder: python src/test/python/gguf_families.py [NAME...]

Every parameter is random, biases and norms too, so that a dropped or swapped one shows.
"""

import re
import sys
from pathlib import Path

import numpy as np
import torch
import transformers
from gguf import MODEL_ARCH, MODEL_ARCH_NAMES, GGUFValueType, GGUFWriter, get_tensor_name_map

import gguf_forms
from gguf_fixtures import apart, pairs

TARGET = Path("src/test/resources/gguf/families")
V, T = 40, 14
SIZES = dict(
    vocab_size=V, hidden_size=16, intermediate_size=24, num_hidden_layers=2, num_attention_heads=4,
    num_key_value_heads=2, max_position_embeddings=64, bos_token_id=1, eos_token_id=2, pad_token_id=0,
    attn_implementation="eager", tie_word_embeddings=False,
)
# The class, the architecture's name, and what differs in the configuration.
FAMILIES = {
    "qwen2": ("Qwen2", MODEL_ARCH.QWEN2, {}),
    "qwen3": ("Qwen3", MODEL_ARCH.QWEN3, dict(head_dim=8)),
    "qwen3moe": ("Qwen3Moe", MODEL_ARCH.QWEN3MOE, dict(
        head_dim=8, num_experts=4, num_experts_per_tok=2, moe_intermediate_size=12, norm_topk_prob=True)),
    "gemma": ("Gemma", MODEL_ARCH.GEMMA, dict(head_dim=8, tie_word_embeddings=True)),
    "gemma2": ("Gemma2", MODEL_ARCH.GEMMA2, dict(
        head_dim=8, query_pre_attn_scalar=8, sliding_window=6, tie_word_embeddings=True)),
    "gemma3": ("Gemma3", MODEL_ARCH.GEMMA3, dict(
        head_dim=8, query_pre_attn_scalar=8, sliding_window=6, num_hidden_layers=6, tie_word_embeddings=True)),
    "phi3": ("Phi3", MODEL_ARCH.PHI3, {}),
    "gptneox": ("GPTNeoX", MODEL_ARCH.GPTNEOX, dict(rotary_pct=0.5)),
    "falcon": ("Falcon", MODEL_ARCH.FALCON, dict(
        new_decoder_architecture=True, num_kv_heads=2, ffn_hidden_size=24, tie_word_embeddings=True)),
    "falcon7": ("Falcon", MODEL_ARCH.FALCON, dict(multi_query=True, ffn_hidden_size=24, tie_word_embeddings=True)),
    "stablelm": ("StableLm", MODEL_ARCH.STABLELM, dict(
        head_dim=8, hidden_size=32, partial_rotary_factor=0.25, qk_layernorm=True, use_qkv_bias=True)),
    "starcoder2": ("Starcoder2", MODEL_ARCH.STARCODER2, dict(sliding_window=None)),
    "olmo": ("Olmo", MODEL_ARCH.OLMO, dict(clip_qkv=0.5)),
    "olmo2": ("Olmo2", MODEL_ARCH.OLMO2, {}),
    "granite": ("Granite", MODEL_ARCH.GRANITE, dict(
        embedding_multiplier=3.0, attention_multiplier=0.2, residual_multiplier=0.3, logits_scaling=2.0)),
    "olmoe": ("Olmoe", MODEL_ARCH.OLMOE, dict(num_experts=4, num_experts_per_tok=2, norm_topk_prob=False)),
    "command-r": ("Cohere", MODEL_ARCH.COMMAND_R, dict(logit_scale=0.5, tie_word_embeddings=True)),
    "command-r-plus": ("Cohere", MODEL_ARCH.COMMAND_R, dict(
        logit_scale=0.5, tie_word_embeddings=True, use_qk_norm=True)),
    "cohere2": ("Cohere2", MODEL_ARCH.COHERE2, dict(
        num_hidden_layers=4, sliding_window=6, logit_scale=0.5, tie_word_embeddings=True)),
    "glm4": ("Glm4", MODEL_ARCH.GLM4, dict(head_dim=8, attention_bias=True)),
    "smollm3": ("SmolLM3", MODEL_ARCH.SMOLLM3, dict(num_hidden_layers=4)),
    **gguf_forms.FAMILIES,
}
ROTATED_IN_PAIRS = {"olmo", "granite", "smollm3"}


def built(name):
    kind, _, changes = FAMILIES[name]
    sizes = {**SIZES, **changes}
    config_class = kind + ("TextConfig" if kind in gguf_forms.TEXT | {"Gemma3"} else "Config")
    config = getattr(transformers, config_class)(**sizes)
    torch.manual_seed(len(name))
    model = getattr(transformers, kind + "ForCausalLM")(config).eval()
    with torch.no_grad():
        for parameter_name, parameter in model.named_parameters():
            gain = parameter.dim() == 1 and parameter_name.endswith("weight")
            parameter.copy_(torch.randn_like(parameter) * (0.1 if gain else 0.3) + (1.0 if gain else 0.0))
    return model, config


def falcon_apart(rows, heads, shared):
    """Queries, keys, and values of each group as all queries, all keys, all values."""
    size = rows.shape[0] // (heads + 2 * shared)
    groups = rows.reshape(shared, heads // shared + 2, size, *rows.shape[1:])
    parts = [groups[:, :-2].reshape(-1, *rows.shape[1:]), *(groups[:, i].reshape(-1, *rows.shape[1:]) for i in (-2, -1))]
    return np.concatenate(parts)


def tensors(name, model, config):
    stacks = {}
    for key, parameter in model.state_dict().items():
        value = parameter.numpy()
        if "rotary_emb" in key or (key == "lm_head.weight" and config.tie_word_embeddings):
            continue
        if name in ROTATED_IN_PAIRS and re.search(r"[qk]_proj", key):
            value = pairs(value, config.num_attention_heads if "q_proj" in key else config.num_key_value_heads)
        if name.startswith("gemma") and "norm" in key:
            value = value + 1
        if name == "gptneox" and "query_key_value" in key:
            value = apart(value, config.num_attention_heads)
        if name.startswith("falcon") and "query_key_value" in key:
            value = falcon_apart(value, config.num_attention_heads, shared_heads(name, config))
        fused = re.fullmatch(r"(.*\.experts)\.gate_up_proj", key)
        stacked = re.fullmatch(r"(.*layernorm)\.norms\.(\d+)\.weight", key)
        if fused:
            half = value.shape[1] // 2
            yield fused[1] + ".gate_proj.weight", value[:, :half]
            yield fused[1] + ".up_proj.weight", value[:, half:]
        elif key.endswith(".experts.down_proj"):
            yield key + ".weight", value
        elif stacked:
            stacks.setdefault(stacked[1] + ".weight", []).append(value)
        else:
            yield key, value
    for key, parts in stacks.items():
        yield key, np.stack(parts)


def shared_heads(name, config):
    return 1 if name == "falcon7" else config.num_kv_heads if name == "falcon" else config.num_key_value_heads


def settings(writer, name, config):
    get = lambda key: getattr(config, key, None)
    arch = writer.arch
    writer.add_context_length(config.max_position_embeddings)
    writer.add_embedding_length(config.hidden_size)
    writer.add_block_count(config.num_hidden_layers)
    writer.add_feed_forward_length(get("intermediate_size") or get("ffn_hidden_size"))
    writer.add_head_count(config.num_attention_heads)
    writer.add_head_count_kv(config.num_attention_heads if name == "gptneox" else shared_heads(name, config))
    rms = get("rms_norm_eps")
    layer = get("layer_norm_eps") or get("layer_norm_epsilon") or get("norm_epsilon")
    writer.add_layer_norm_rms_eps(rms) if rms else writer.add_layer_norm_eps(layer or 1e-5)
    size = get("head_dim") or config.hidden_size // config.num_attention_heads
    if get("head_dim") and name != "stablelm":
        writer.add_key_length(size)
        writer.add_value_length(size)
    rope = config.rope_parameters.get("full_attention", config.rope_parameters)
    writer.add_rope_freq_base(rope["rope_theta"])
    writer.add_rope_dimension_count(int(size * rope.get("partial_rotary_factor", 1)))
    if name in ("gemma2", "gemma3", "gemma4", "cohere2"):
        writer.add_sliding_window(config.sliding_window)
    if name == "gemma2":
        writer.add_attn_logit_softcapping(config.attn_logit_softcapping)
        writer.add_final_logit_softcapping(config.final_logit_softcapping)
    if name == "gptneox":
        writer.add_parallel_residual(config.use_parallel_residual)
    if name == "olmo":
        writer.add_clamp_kqv(config.clip_qkv)
    if name == "granite":
        writer.add_embedding_scale(config.embedding_multiplier)
        writer.add_attention_scale(config.attention_multiplier)
        writer.add_residual_scale(config.residual_multiplier)
        writer.add_logit_scale(config.logits_scaling)
    if name in ("command-r", "command-r-plus", "cohere2"):
        writer.add_logit_scale(config.logit_scale)
    if name in ("qwen3moe", "olmoe"):
        writer.add_expert_count(config.num_experts)
        writer.add_expert_used_count(config.num_experts_per_tok)
    if name == "qwen3moe":
        writer.add_expert_feed_forward_length(config.moe_intermediate_size)


def put(writer, key, value):
    if not key.startswith("xielu."):
        key = writer.arch + "." + key
    if isinstance(value, list):
        writer.add_key_value(key, value, GGUFValueType.ARRAY, sub_type=GGUFValueType.get_type(value[0]))
    else:
        writer.add_key_value(key, value, GGUFValueType.UINT32 if type(value) is int else GGUFValueType.get_type(value))


def main():
    TARGET.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[1:] or FAMILIES:
        arch = FAMILIES[name][1]
        model, config = built(name)
        config.allow_global_per_layer_attribute_access = True  # those of layers with a window
        writer = GGUFWriter(TARGET / (name + ".gguf"), MODEL_ARCH_NAMES[arch])
        settings(writer, name, config)
        names = get_tensor_name_map(arch, config.num_hidden_layers)
        formed = name in gguf_forms.FAMILIES
        for key, value in (gguf_forms if formed else sys.modules[__name__]).tensors(name, model, config):
            stored = key if key.startswith("blk.") else names.get_name(key, (".weight", ".bias"))
            assert stored, key
            writer.add_tensor(stored, np.ascontiguousarray(value, dtype=np.float32))
        if formed:
            for key, value in {**gguf_forms.settings(writer, name, config), **gguf_forms.XIELU}.items():
                writer.kv_data[0].pop(f"{writer.arch}.{key}", None)
                put(writer, key, value)
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
        writer.close()
        ids = torch.tensor([[(7 * i + 3) % V for i in range(T)]])
        with torch.no_grad():
            np.save(TARGET / (name + ".npy"), model(ids).logits[0].numpy())


if __name__ == "__main__":
    main()
