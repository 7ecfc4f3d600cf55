"""Families whose tensors GGUF files have in another form, as several, or as numbers among the keys; for gguf_families.py.

The names and forms are those of llama.cpp's convert_hf_to_gguf.py.
"""

import re

import numpy as np
from gguf import MODEL_ARCH

YARN = dict(rope_type="yarn", rope_theta=1000.0, factor=4.0, original_max_position_embeddings=4, mscale=1.0,
            mscale_all_dim=1.0)
LATENT = dict(
    num_hidden_layers=3, num_key_value_heads=4, q_lora_rank=6, kv_lora_rank=5, qk_rope_head_dim=4, qk_nope_head_dim=6,
    v_head_dim=7, moe_intermediate_size=12, n_routed_experts=8, num_experts_per_tok=3, first_k_dense_replace=1)
FAMILIES = {
    "gptoss": ("GptOss", MODEL_ARCH.GPT_OSS, dict(
        head_dim=8, num_local_experts=4, num_experts_per_tok=2, sliding_window=6)),
    "deepseek2": ("DeepseekV3", MODEL_ARCH.DEEPSEEK2, dict(LATENT, n_group=4, topk_group=2, rope_parameters=YARN)),
    "mistral4": ("Mistral4", MODEL_ARCH.MISTRAL4, dict(
        LATENT, n_group=1, topk_group=1, qk_head_dim=10, head_dim=10, rope_parameters=dict(
            YARN, llama_4_scaling_beta=0.3, partial_rotary_factor=0.4))),
    "llama4": ("Llama4", MODEL_ARCH.LLAMA4, dict(
        head_dim=8, num_hidden_layers=4, num_local_experts=4, num_experts_per_tok=1, interleave_moe_layer_step=2,
        intermediate_size_mlp=20, attention_chunk_size=8192)),
    "mistral3": ("Ministral3", MODEL_ARCH.MISTRAL3, dict(
        head_dim=8, rope_parameters=dict(YARN, llama_4_scaling_beta=0.3))),
    "olmo3": ("Olmo3", MODEL_ARCH.OLMO2, dict(num_hidden_layers=4, sliding_window=6, rope_parameters=dict(
        full_attention=dict(YARN, mscale=0.0), sliding_attention=dict(rope_type="default", rope_theta=1000.0)))),
    "apertus": ("Apertus", MODEL_ARCH.APERTUS, dict(rope_parameters=dict(rope_type="default", rope_theta=1e4))),
    "gemma4": ("Gemma4", MODEL_ARCH.GEMMA4, dict(
        num_hidden_layers=4, layer_types=["sliding_attention", "full_attention"] * 2, head_dim=8, global_head_dim=12,
        num_global_key_value_heads=1, attention_k_eq_v=True, hidden_size_per_layer_input=4,
        vocab_size_per_layer_input=40, sliding_window=6, enable_moe_block=True, num_experts=4, top_k_experts=2,
        moe_intermediate_size=12, final_logit_softcapping=3.0, tie_word_embeddings=True)),
    "qwen35": ("Qwen3_5", MODEL_ARCH.QWEN35, dict(
        num_hidden_layers=4, head_dim=16, linear_num_key_heads=2, linear_num_value_heads=6, linear_key_head_dim=6,
        linear_value_head_dim=6, linear_conv_kernel_dim=3)),
}
TEXT = {"Gemma4", "Llama4", "Qwen3_5"}
XIELU = {}


def tensors(name, model, config):
    """Names in the file, and numbers."""
    XIELU.clear()
    for key, value in model.state_dict().items():
        value = value.numpy()
        layer = re.match(r"model\.layers\.(\d+)\.(.*)", key)
        blk, own = (f"blk.{layer[1]}.", layer[2]) if layer else ("", key)
        if "rotary_emb" in key or (key == "lm_head.weight" and config.tie_word_embeddings):
            continue
        if own.startswith("mlp.act_fn."):
            XIELU.setdefault("xielu." + own.rsplit(".", 1)[1], []).append(float(value.reshape(-1)[0]))
        elif own.endswith("experts.gate_up_proj") and name in ("gptoss", "llama4"):
            turned, half = value.swapaxes(1, 2), value.shape[2] // 2
            parts = (turned[:, ::2], turned[:, 1::2]) if name == "gptoss" else (turned[:, :half], turned[:, half:])
            yield from zip((blk + "ffn_gate_exps.weight", blk + "ffn_up_exps.weight"), parts)
        elif own.endswith("gate_up_proj_bias"):
            yield from ((blk + "ffn_gate_exps.bias", value[:, ::2]), (blk + "ffn_up_exps.bias", value[:, 1::2]))
        elif own.endswith("experts.gate_up_proj") and name == "deepseek2":
            half = value.shape[1] // 2
            yield from ((blk + "ffn_gate_exps.weight", value[:, :half]), (blk + "ffn_up_exps.weight", value[:, half:]))
        elif own.endswith("kv_b_proj.weight"):
            heads = value.reshape(config.num_attention_heads, -1, value.shape[1])
            fixed = config.qk_nope_head_dim
            yield from ((blk + "attn_k_b.weight", heads[:, :fixed].swapaxes(1, 2)), (blk + "attn_v_b.weight", heads[:, fixed:]))
        elif own in NAMES:
            stored, change = NAMES[own]
            if own.endswith("experts.down_proj") and name in ("gptoss", "llama4"):
                value = value.swapaxes(1, 2)
            yield blk + stored, change(value, config) if change else value
        else:
            yield key, changed(name, own, value, config)


def changed(name, own, value, config):
    if name == "mistral3" and re.search(r"[qk]_proj", own):
        heads = config.num_attention_heads if "q_proj" in own else config.num_key_value_heads
        return value.reshape(heads, 2, -1, value.shape[1]).swapaxes(1, 2).reshape(value.shape)
    if name == "qwen35" and own.endswith("norm.weight") and "linear_attn" not in own:
        return value + 1
    return value


def tiled(value, config, first=0):
    """Values that share a key apart, one value of each key side by side."""
    keys, heads = config.linear_num_key_heads, config.linear_num_value_heads
    rest = value[first:].reshape(keys, heads // keys, -1, *value.shape[1:]).swapaxes(0, 1)
    return np.concatenate([value[:first], rest.reshape(value[first:].shape)])


def channels(value, config):
    return tiled(value, config, 2 * config.linear_num_key_heads * config.linear_key_head_dim)


NAMES = {
    "self_attn.sinks": ("attn_sinks.weight", None),
    "mlp.experts.down_proj_bias": ("ffn_down_exps.bias", None),
    "mlp.experts.gate_up_proj": ("ffn_gate_up_exps.weight", None),
    "mlp.experts.down_proj": ("ffn_down_exps.weight", None),
    "feed_forward.experts.down_proj": ("ffn_down_exps.weight", None),
    "mlp.router.weight": ("ffn_gate_inp.weight", None),
    "mlp.router.bias": ("ffn_gate_inp.bias", None),
    "mlp.gate.e_score_correction_bias": ("exp_probs_b.bias", None),
    "experts.gate_up_proj": ("ffn_gate_up_exps.weight", None),
    "experts.down_proj": ("ffn_down_exps.weight", None),
    "router.scale": ("ffn_gate_inp.scale", None),
    "router.per_expert_scale": ("ffn_down_exps.scale", None),
    "layer_scalar": ("layer_output_scale.weight", None),
    "linear_attn.in_proj_qkv.weight": ("attn_qkv.weight", channels),
    "linear_attn.in_proj_z.weight": ("attn_gate.weight", tiled),
    "linear_attn.in_proj_a.weight": ("ssm_alpha.weight", tiled),
    "linear_attn.in_proj_b.weight": ("ssm_beta.weight", tiled),
    "linear_attn.dt_bias": ("ssm_dt.bias", tiled),
    "linear_attn.A_log": ("ssm_a", lambda value, config: -np.exp(tiled(value, config))),
    "linear_attn.conv1d.weight": ("ssm_conv1d.weight", lambda value, config: channels(value[:, 0], config)),
    "linear_attn.out_proj.weight": ("ssm_out.weight", lambda value, config: tiled(value.T, config).T),
}


def settings(writer, name, config):
    """What differs from the keys that all families have."""
    get = lambda key, otherwise=None: getattr(config, key, otherwise)
    keys = {}
    rope = config.rope_parameters.get("full_attention", config.rope_parameters)
    if rope.get("rope_type") == "yarn":
        keys.update({
            "rope.scaling.type": "yarn", "rope.scaling.factor": rope["factor"],
            "rope.scaling.original_context_length": rope["original_max_position_embeddings"]})
    experts = get("n_routed_experts") or get("num_local_experts") or get("num_experts")
    if experts:
        keys.update({"expert_count": experts, "expert_used_count": get("num_experts_per_tok") or config.top_k_experts,
                     "expert_feed_forward_length": get("moe_intermediate_size") or config.intermediate_size})
    if name in ("gptoss", "olmo3", "gemma4"):
        keys["attention.sliding_window"] = config.sliding_window
    if name in ("olmo3", "gemma4"):
        keys["attention.sliding_window_pattern"] = [kind == "sliding_attention" for kind in config.layer_types]
    if name in ("mistral3", "mistral4"):
        keys["attention.temperature_scale"] = rope["llama_4_scaling_beta"]
    if name == "mistral3":
        keys["rope.scaling.yarn_log_multiplier"] = rope["mscale_all_dim"]
    if name == "olmo3":
        keys["rope.scaling.attn_factor"] = 1 + 0.1 * float(np.log(rope["factor"]))
    if name == "llama4":
        keys.update({"interleave_moe_layer_step": config.interleave_moe_layer_step,
                     "feed_forward_length": config.intermediate_size_mlp})
    if name in ("deepseek2", "mistral4"):
        keys.update(latent(config))
        keys.update({"expert_gating_func": 2 if name == "deepseek2" else 1,
                     "rope.scaling.yarn_log_multiplier": 0.1 * rope["mscale_all_dim"]})
    if name == "gemma4":
        keys.update(gemma4(config))
        still = [1e30] * 5  # a quarter of 6 pairs is rotated: 1
        writer.add_tensor("rope_freqs.weight", np.array([1.0, *still], np.float32))
    if name == "qwen35":
        keys.update({
            "ssm.conv_kernel": config.linear_conv_kernel_dim, "ssm.state_size": config.linear_key_head_dim,
            "ssm.group_count": config.linear_num_key_heads, "ssm.time_step_rank": config.linear_num_value_heads,
            "ssm.inner_size": config.linear_num_value_heads * config.linear_value_head_dim,
            "full_attention_interval": 4, "rope.dimension_sections": [1, 1, 0, 0]})
    return keys


def latent(config):
    return {
        "attention.head_count_kv": 1, "attention.q_lora_rank": config.q_lora_rank,
        "attention.kv_lora_rank": config.kv_lora_rank,
        "attention.key_length": config.kv_lora_rank + config.qk_rope_head_dim,
        "attention.value_length": config.kv_lora_rank,
        "attention.key_length_mla": config.qk_nope_head_dim + config.qk_rope_head_dim,
        "attention.value_length_mla": config.v_head_dim, "rope.dimension_count": config.qk_rope_head_dim,
        "leading_dense_block_count": config.first_k_dense_replace, "expert_shared_count": config.n_shared_experts,
        "expert_group_count": config.n_group, "expert_group_used_count": config.topk_group,
        "expert_weights_scale": float(config.routed_scaling_factor), "expert_weights_norm": config.norm_topk_prob}


def gemma4(config):
    size = FAMILIES["gemma4"][2]["global_head_dim"]
    full = [kind == "full_attention" for kind in config.layer_types]
    return {
        "attention.head_count_kv": [1 if each else config.num_key_value_heads for each in full],
        "attention.key_length": size, "attention.value_length": size,
        "attention.key_length_swa": config.head_dim, "attention.value_length_swa": config.head_dim,
        "rope.dimension_count": size, "rope.dimension_count_swa": config.head_dim,
        "rope.freq_base_swa": config.rope_parameters["sliding_attention"]["rope_theta"],
        "embedding_length_per_layer_input": config.hidden_size_per_layer_input,
        "final_logit_softcapping": config.final_logit_softcapping}
