"""Writes a tiny model of every family to src/test/resources/families: random weights, and what transformers computes.

    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install torch==2.15.0 transformers==5.24.0 safetensors
    /tmp/venv/bin/python src/test/python/make_families.py
    /tmp/venv/bin/python src/test/python/make_families.py --random 200 /tmp/random-families

Each folder holds config.json, model.safetensors, expected.json (ids) and logits.npy [T, V]; where reading token by
token must give other logits than one batch, steps.npy too. FamiliesTest compares the engine with them. With --random,
switches are drawn for as many models, to try the engine on configurations that no one has chosen.
"""

import argparse
import copy
import json
import pathlib
import random
import warnings

import numpy
import torch
import transformers as t
from safetensors.torch import load_file, save_file

KEPT = pathlib.Path(__file__).parent.parent / "resources" / "families"
T, V, LAYERS = 14, 40, 4
SIZES = dict(vocab_size=V, hidden_size=16, intermediate_size=20, num_hidden_layers=LAYERS, num_attention_heads=4,
             num_key_value_heads=2, max_position_embeddings=64, bos_token_id=1, eos_token_id=2, pad_token_id=0)
LINEAR = dict(rope_type="linear", factor=3.0, rope_theta=1000.0)
DYNAMIC = dict(rope_type="dynamic", factor=2.0, rope_theta=1000.0)
LLAMA3 = dict(rope_type="llama3", rope_theta=1000.0, factor=8.0, low_freq_factor=1.0, high_freq_factor=4.0,
              original_max_position_embeddings=32)
YARN = dict(rope_type="yarn", rope_theta=1000.0, factor=4.0, original_max_position_embeddings=16)
ROPES = [
    None, dict(rope_type="default", rope_theta=500.0), LINEAR, DYNAMIC, LLAMA3, YARN,
    dict(YARN, truncate=False, beta_fast=16.0, beta_slow=2.0), dict(YARN, attention_factor=1.3),
    dict(YARN, mscale=1.0, mscale_all_dim=0.7), dict(YARN, factor=40.0, mscale=1.0, mscale_all_dim=1.0),
]
KINDS = ["full_attention", "sliding_attention"]


def longrope(pairs, **more):
    return dict(rope_type="longrope", rope_theta=1000.0, short_factor=[1.0 + 0.1 * i for i in range(pairs)],
                long_factor=[2.0 + 0.7 * i for i in range(pairs)], original_max_position_embeddings=8, **more)


# For every family: its config, its model, keys for a tiny one, and the values that switches may take.
FAMILIES = {
    "apertus": ("Apertus", {}, dict(attention_bias=[True], hidden_act=["silu", "relu2"], head_dim=[6])),
    "bloom": ("Bloom", dict(n_layer=3, n_head=4), dict(n_head=[8], tie_word_embeddings=[False])),
    "cohere": ("Cohere", dict(logit_scale=0.25), dict(
        attention_bias=[True], tie_word_embeddings=[False], hidden_act=["gelu"], head_dim=[6], use_qk_norm=[True])),
    "cohere2": ("Cohere2", dict(sliding_window=5, logit_scale=0.25),
                dict(attention_bias=[True], sliding_window=[3], tie_word_embeddings=[False],
                     layer_types=[KINDS * 2, KINDS[:1] * 4], hidden_act=["gelu"])),
    "deepseek_v3": ("DeepseekV3", dict(
        q_lora_rank=6, kv_lora_rank=5, qk_rope_head_dim=4, qk_nope_head_dim=6, v_head_dim=7, moe_intermediate_size=12,
        n_routed_experts=8, n_group=4, topk_group=2, num_experts_per_tok=3, first_k_dense_replace=1,
        num_key_value_heads=4, num_mtp_layers=0),
        dict(q_lora_rank=[None], rope_interleave=[False], norm_topk_prob=[False], n_shared_experts=[2],
             attention_bias=[True], first_k_dense_replace=[0, 4], routed_scaling_factor=[1.0], n_group=[1, 2],
             tie_word_embeddings=[True])),
    "falcon": ("Falcon", dict(ffn_hidden_size=24), dict(
        alibi=[True], multi_query=[False], parallel_attn=[False], bias=[True], new_decoder_architecture=[True],
        num_ln_in_parallel_attn=[1], activation=["relu", "gelu_new"], tie_word_embeddings=[False],
        num_attention_heads=[8])),
    "gemma": ("Gemma", dict(head_dim=6), dict(
        attention_bias=[True], hidden_act=["gelu", "silu"], tie_word_embeddings=[False], num_key_value_heads=[1])),
    "gemma2": ("Gemma2", dict(head_dim=6, sliding_window=5, query_pre_attn_scalar=9, attn_logit_softcapping=2.0,
                              final_logit_softcapping=3.0),
               dict(attn_logit_softcapping=[None], final_logit_softcapping=[None], attention_bias=[True],
                    layer_types=[KINDS[1:] * 4, KINDS * 2], hidden_activation=["silu"], tie_word_embeddings=[False])),
    "gemma3_text": ("Gemma3Text", dict(head_dim=6, sliding_window=5, query_pre_attn_scalar=9),
                    dict(final_logit_softcapping=[4.0], attention_bias=[True], layer_types=[KINDS * 2],
                         tie_word_embeddings=[False])),
    "gemma4_text": ("Gemma4Text", dict(
        head_dim=6, global_head_dim=8, num_global_key_value_heads=1, attention_k_eq_v=True, sliding_window=5,
        hidden_size_per_layer_input=0, vocab_size_per_layer_input=V, final_logit_softcapping=3.0,
        layer_types=KINDS[::-1] * 2, num_experts=4, top_k_experts=2, moe_intermediate_size=12),
        dict(attention_k_eq_v=[False], hidden_size_per_layer_input=[4, 6], num_kv_shared_layers=[1, 2],
             use_double_wide_mlp=[True], enable_moe_block=[True], top_k_experts=[1, 4], attention_bias=[True],
             layer_types=[None, KINDS * 2, KINDS[:1] * 4], final_logit_softcapping=[None], sliding_window=[3],
             num_global_key_value_heads=[None, 4], global_head_dim=[6, 12], hidden_activation=["silu"],
             use_bidirectional_attention=["vision"], tie_word_embeddings=[False])),
    "glm4": ("Glm4", dict(head_dim=8), dict(attention_bias=[False], head_dim=[4, 12], partial_rotary_factor=[1.0, 0.25],
                                            tie_word_embeddings=[True], hidden_act=["gelu"])),
    "gpt2": ("GPT2", dict(n_embd=16, n_layer=3, n_head=4, n_positions=32),
             dict(n_inner=[20], scale_attn_weights=[False], scale_attn_by_inverse_layer_idx=[True],
                  activation_function=["gelu", "relu", "silu"], tie_word_embeddings=[False])),
    "gpt_neox": ("GPTNeoX", dict(hidden_size=32), dict(
        use_parallel_residual=[False], attention_bias=[False], hidden_act=["gelu_new", "relu"],
        tie_word_embeddings=[True], rotary_pct=[0.5, 1.0])),
    "gpt_oss": ("GptOss", dict(head_dim=6, sliding_window=5, num_local_experts=4, num_experts_per_tok=2), dict(
        swiglu_alpha=[1.0], swiglu_limit=[0.8], attention_bias=[False], layer_types=[KINDS[1:] * 4],
        num_experts_per_tok=[1, 4], tie_word_embeddings=[True])),
    "granite": ("Granite", dict(embedding_multiplier=3.0, attention_multiplier=0.2, residual_multiplier=0.3,
                                logits_scaling=2.0, tie_word_embeddings=True),
                dict(attention_bias=[True], mlp_bias=[True], tie_word_embeddings=[False], head_dim=[6],
                     residual_multiplier=[1.0])),
    "llama": ("Llama", {}, dict(attention_bias=[True], mlp_bias=[True], tie_word_embeddings=[True], head_dim=[6],
                                hidden_act=["gelu", "relu"], num_key_value_heads=[1, 4])),
    "llama4_text": ("Llama4Text", dict(
        head_dim=4, intermediate_size_mlp=18, num_local_experts=4, interleave_moe_layer_step=2,
        attention_chunk_size=5), dict(
        num_experts_per_tok=[2, 4], interleave_moe_layer_step=[1], use_qk_norm=[False], attn_temperature_tuning=[False],
        floor_scale=[3], attn_scale=[0.5], attention_chunk_size=[3, None], no_rope_layers=[[0, 1, 1, 0]],
        moe_layers=[[0, 3]], attention_bias=[True], tie_word_embeddings=[True])),
    "ministral": ("Ministral", dict(sliding_window=5, head_dim=4), dict(layer_types=[KINDS * 2, KINDS[:1] * 4], head_dim=[6])),
    "ministral3": ("Ministral3", dict(head_dim=6), dict(sliding_window=[5], tie_word_embeddings=[True])),
    "mistral": ("Mistral", dict(sliding_window=5), dict(sliding_window=[None, 3], head_dim=[6],
                                                        tie_word_embeddings=[True])),
    "mistral4": ("Mistral4", dict(
        q_lora_rank=6, kv_lora_rank=5, qk_rope_head_dim=4, qk_nope_head_dim=6, v_head_dim=7, moe_intermediate_size=12,
        n_routed_experts=8, num_experts_per_tok=3, first_k_dense_replace=1, num_key_value_heads=4),
        dict(q_lora_rank=[None], rope_interleave=[False], norm_topk_prob=[False], n_shared_experts=[2],
             attention_bias=[True], first_k_dense_replace=[0, 4], routed_scaling_factor=[1.5], n_group=[2, 4],
             tie_word_embeddings=[True])),
    "mixtral": ("Mixtral", dict(num_local_experts=4), dict(sliding_window=[5], num_experts_per_tok=[1, 4], head_dim=[6])),
    "olmo": ("Olmo", {}, dict(clip_qkv=[0.7], attention_bias=[True], tie_word_embeddings=[True], hidden_act=["gelu"])),
    "olmo2": ("Olmo2", {}, dict(attention_bias=[True], tie_word_embeddings=[True], head_dim=[6])),
    "olmo3": ("Olmo3", dict(sliding_window=5), dict(attention_bias=[True], layer_types=[KINDS * 2, KINDS[:1] * 4],
                                                    tie_word_embeddings=[True])),
    "olmoe": ("Olmoe", dict(num_experts=4, num_experts_per_tok=2), dict(
        clip_qkv=[0.7], norm_topk_prob=[True], attention_bias=[True], num_experts_per_tok=[1, 4])),
    "phi3": ("Phi3", {}, dict(sliding_window=[5], partial_rotary_factor=[0.5], tie_word_embeddings=[True])),
    "qwen2": ("Qwen2", {}, dict(use_sliding_window=[True], sliding_window=[5], max_window_layers=[2],
                                layer_types=[KINDS * 2], tie_word_embeddings=[True], head_dim=[6])),
    "qwen3": ("Qwen3", dict(head_dim=6), dict(use_sliding_window=[True], sliding_window=[5], max_window_layers=[2],
                                              attention_bias=[True], tie_word_embeddings=[True])),
    "qwen3_5_text": ("Qwen3_5Text", dict(
        head_dim=16, linear_num_key_heads=2, linear_num_value_heads=4, linear_key_head_dim=6, linear_value_head_dim=5,
        linear_conv_kernel_dim=3, layer_types=["full_attention", "linear_attention"] * 2),
        dict(attention_bias=[True], head_dim=[24], linear_num_key_heads=[1, 4], linear_key_head_dim=[8],
             linear_conv_kernel_dim=[2, 4], layer_types=[None, ["linear_attention"] * 3 + ["full_attention"]],
             tie_word_embeddings=[True], num_key_value_heads=[1, 4])),
    "qwen3_moe": ("Qwen3Moe", dict(head_dim=6, num_experts=4, num_experts_per_tok=2, moe_intermediate_size=12), dict(
        use_sliding_window=[True], sliding_window=[5], norm_topk_prob=[True], decoder_sparse_step=[2],
        mlp_only_layers=[[1]], attention_bias=[True], num_experts_per_tok=[1, 4])),
    "smollm3": ("SmolLM3", {}, dict(
        use_sliding_window=[True], sliding_window=[5], no_rope_layers=[[0, 1, 0, 1]], no_rope_layer_interval=[2],
        attention_bias=[True], mlp_bias=[True], tie_word_embeddings=[False], head_dim=[6])),
    "stablelm": ("StableLm", dict(hidden_size=32), dict(
        qk_layernorm=[True], use_parallel_residual=[True], use_qkv_bias=[True], partial_rotary_factor=[0.5, 1.0],
        tie_word_embeddings=[True])),
    "starcoder2": ("Starcoder2", {}, dict(sliding_window=[5], use_bias=[False], hidden_act=["gelu", "silu"],
                                          tie_word_embeddings=[False])),
}
LAYERED = {"olmo3", "gemma3_text", "gemma4_text"}  # their layers of two types have rope parameters of their own
UNROTATED = {"bloom", "gpt2"}
# Families with further switches that are kept too, beside the plain one.
FURTHER = {
    "apertus-silu": ("apertus", dict(hidden_act="silu", attention_bias=True)),
    "cohere2-untied": ("cohere2", dict(tie_word_embeddings=False, attention_bias=True, layer_types=KINDS * 2)),
    "cohere-normed": ("cohere", dict(use_qk_norm=True)),
    "cohere-wide": ("cohere", dict(head_dim=6, attention_bias=True, tie_word_embeddings=False, rope_parameters=LINEAR)),
    "deepseek_v3-yarn": ("deepseek_v3", dict(q_lora_rank=None, n_group=2, norm_topk_prob=False, rope_interleave=False,
                                             rope_parameters=dict(YARN, mscale=1.0, mscale_all_dim=0.7))),
    "falcon-alibi": ("falcon", dict(alibi=True, multi_query=False, parallel_attn=False, bias=True)),
    "falcon-new": ("falcon", dict(new_decoder_architecture=True, num_kv_heads=2)),
    "gemma-old": ("gemma", dict(hidden_act="gelu", num_key_value_heads=1)),
    "gemma2-uncapped": ("gemma2", dict(attn_logit_softcapping=None, final_logit_softcapping=None)),
    "gemma3_text-linear": ("gemma3_text", dict(
        layer_types=KINDS * 2, rope_parameters=dict(full_attention=dict(LINEAR, rope_theta=1e5),
                                                    sliding_attention=dict(rope_type="default", rope_theta=100.0)))),
    "gemma4_text-experts": ("gemma4_text", dict(enable_moe_block=True, attention_bias=True)),
    "gemma4_text-mixture": ("gemma4_text", dict(enable_moe_block=True)),
    "gemma4_text-small": ("gemma4_text", dict(
        hidden_size_per_layer_input=4, num_kv_shared_layers=2, use_double_wide_mlp=True, attention_k_eq_v=False,
        num_key_value_heads=1, rope_parameters=dict(
            full_attention=dict(rope_type="proportional", rope_theta=1000.0, partial_rotary_factor=0.5, factor=2.0),
            sliding_attention=dict(rope_type="default", rope_theta=100.0)))),
    "glm4-quarter": ("glm4", dict(head_dim=16, partial_rotary_factor=0.25, attention_bias=False)),
    "gpt_neox-sequential": ("gpt_neox", dict(use_parallel_residual=False, rope_parameters=LINEAR)),
    "gpt_oss-tight": ("gpt_oss", dict(swiglu_limit=0.8, swiglu_alpha=1.0, attention_bias=False)),
    "llama-yarn": ("llama", dict(rope_parameters=dict(YARN, truncate=False))),
    "llama4_text-tuned": ("llama4_text", dict(floor_scale=3, attn_scale=0.5, use_qk_norm=False, num_experts_per_tok=2,
                                              interleave_moe_layer_step=1)),
    "ministral3-window": ("ministral3", dict(sliding_window=5, rope_parameters=dict(
        YARN, original_max_position_embeddings=4, llama_4_scaling_beta=0.3))),
    "mistral-layers": ("ministral", dict(layer_types=KINDS * 2)),
    "mistral4-groups": ("mistral4", dict(n_group=4, topk_group=2, norm_topk_prob=False, rope_parameters=dict(
        YARN, original_max_position_embeddings=4, llama_4_scaling_beta=0.3, mscale=1.0, mscale_all_dim=0.7))),
    "olmo-clipped": ("olmo", dict(clip_qkv=0.7)),
    "olmo3-yarn": ("olmo3", dict(rope_parameters=dict(
        full_attention=YARN, sliding_attention=dict(rope_type="default", rope_theta=100.0)))),
    "olmoe-clipped": ("olmoe", dict(clip_qkv=0.7, norm_topk_prob=True)),
    "phi3-long": ("phi3", dict(max_position_embeddings=64, original_max_position_embeddings=8,
                               partial_rotary_factor=1.0, rope_parameters=longrope(2))),
    "qwen2-window": ("qwen2", dict(use_sliding_window=True, sliding_window=5, max_window_layers=2)),
    "qwen3-window": ("qwen3", dict(use_sliding_window=True, sliding_window=5, max_window_layers=1, attention_bias=True)),
    "qwen3_5_text-equal": ("qwen3_5_text", dict(
        linear_value_head_dim=6, linear_num_value_heads=6, layer_types=["full_attention"] + ["linear_attention"] * 3)),
    "qwen3_5_text-tied": ("qwen3_5_text", dict(
        tie_word_embeddings=True, attention_bias=True, linear_num_key_heads=4, linear_conv_kernel_dim=4, rope_parameters=dict(
            rope_type="default", rope_theta=500.0, partial_rotary_factor=0.5))),
    "qwen3_moe-sparse": ("qwen3_moe", dict(decoder_sparse_step=2, norm_topk_prob=True)),
    "smollm3-window": ("smollm3", dict(use_sliding_window=True, sliding_window=5, no_rope_layers=[0, 1, 0, 1])),
    "stablelm-parallel": ("stablelm", dict(qk_layernorm=True, use_parallel_residual=True, use_qkv_bias=True)),
    "starcoder2-window": ("starcoder2", dict(sliding_window=5, use_bias=False)),
}


def random_weights(model, seed, gain_mean):
    """Every weight is random, biases, norm gains and buffers too, so that a dropped or swapped one shows."""
    torch.manual_seed(seed)
    saved = model.state_dict()
    with torch.no_grad():
        for name, tensor in saved.items():
            if name.endswith((".beta", ".eps")):
                continue
            gain = tensor.dim() == 1 and name.endswith(("weight", "scale", "scalar"))
            tensor.copy_(torch.randn_like(tensor) * (0.1 if gain else 0.3) + (gain_mean if gain else 0.0))


def build(family, keys, seed):
    name, base, _ = FAMILIES[family]
    all_keys = copy.deepcopy({**SIZES, **base, **keys})
    if name in ("GPT2", "Bloom"):
        for key in ("intermediate_size", "num_hidden_layers", "num_attention_heads", "num_key_value_heads",
                    "max_position_embeddings") + (("hidden_size",) if name == "GPT2" else ()):
            all_keys.pop(key, None)
    if name == "GPTNeoX":
        all_keys.pop("num_key_value_heads")
    if name == "Falcon":
        all_keys.pop("intermediate_size"), all_keys.pop("num_key_value_heads")
    config = getattr(t, name + "Config")(**all_keys, attn_implementation="eager")
    model_name = {"GPT2": "GPT2LMHeadModel", "Gemma3Text": "Gemma3ForCausalLM", "Gemma4Text": "Gemma4ForCausalLM", "Qwen3_5Text": "Qwen3_5ForCausalLM",
                  "Llama4Text": "Llama4ForCausalLM"}
    model = getattr(t, model_name.get(name, name + "ForCausalLM"))(config)
    random_weights(model, seed, 0.0 if family in ("gemma", "gemma2", "gemma3_text", "qwen3_5_text") else 1.0)  # those store the gain minus 1
    if family == "gemma4_text":  # its scores are not divided by the root of the head size
        with torch.no_grad():
            for layer in model.model.layers:
                layer.self_attn.q_norm.weight.mul_(0.3)
    return model.to(torch.float32)


def write(folder, family, keys, seed=0):
    folder.mkdir(parents=True, exist_ok=True)
    built = build(family, keys, seed)
    built.save_pretrained(folder)
    (folder / "generation_config.json").unlink(missing_ok=True)
    if family == "gemma" and keys.get("hidden_act") == "gelu":  # as the first files say it; saved is what it means
        config = json.loads((folder / "config.json").read_text())
        (folder / "config.json").write_text(json.dumps({**config, "hidden_act": "gelu", "hidden_activation": None}, indent=2) + "\n")
    # An attention that adds a mask is slow and exact; Falcon's ALiBi is computed by the other one only.
    kind = "sdpa" if family == "falcon" else "eager"
    model = type(built).from_pretrained(folder, dtype=torch.float32, attn_implementation=kind).eval()
    ids = torch.randint(3, V, (1, T), generator=torch.Generator().manual_seed(7))
    with torch.no_grad():
        batch = model(ids).logits[0].numpy()
        steps, cache = [], None
        for i in range(T):
            out = model(ids[:, i : i + 1], past_key_values=cache, use_cache=True)
            cache = out.past_key_values
            steps.append(out.logits[0, -1].numpy())
    steps = numpy.stack(steps)
    numpy.save(folder / "logits.npy", batch)
    if numpy.abs(steps - batch).max() > 1e-5:
        numpy.save(folder / "steps.npy", steps)
    (folder / "expected.json").write_text(json.dumps({"ids": ids[0].tolist()}) + "\n")
    return float(numpy.abs(steps - batch).max())


def draw(family, chance):
    """Some of a family's switches, and a kind of rotation."""
    _, _, switches = FAMILIES[family]
    keys = {key: chance.choice(values) for key, values in switches.items() if chance.random() < 0.4}
    if keys.get("new_decoder_architecture"):
        keys["num_kv_heads"] = chance.choice([1, 2, 4])
    if keys.get("num_kv_shared_layers"):
        keys.setdefault("hidden_size_per_layer_input", 4)  # transformers fails without
    if family in LAYERED and chance.random() < 0.7:
        keys["rope_parameters"] = {kind: copy.deepcopy(chance.choice(ROPES[1:])) for kind in KINDS}
        if family == "gemma4_text" and chance.random() < 0.6:
            keys["rope_parameters"]["full_attention"] = dict(
                rope_type="proportional", rope_theta=1000.0, partial_rotary_factor=chance.choice([0.25, 0.5, 0.9, 1.0]))
    elif family in ("ministral3", "mistral4") and chance.random() < 0.7:
        keys["rope_parameters"] = dict(chance.choice(ROPES[5:]), llama_4_scaling_beta=0.3)
        keys["rope_parameters"]["original_max_position_embeddings"] = chance.choice([3, 16])
    elif family == "phi3" and chance.random() < 0.7:
        pairs = 1 if keys.get("partial_rotary_factor") else 2
        more = chance.choice([{}, dict(factor=4.0), dict(attention_factor=1.2)])
        keys.update(rope_parameters=longrope(pairs, **more), original_max_position_embeddings=8)
    elif family not in UNROTATED | LAYERED | {"phi3", "ministral3", "mistral4"}:
        rope = copy.deepcopy(chance.choice(ROPES))
        if rope:
            keys["rope_parameters"] = rope
    return keys


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", metavar="NAME", help="only models whose names begin so")
    parser.add_argument("--random", nargs=2, metavar=("N", "FOLDER"))
    options = parser.parse_args()
    torch.set_num_threads(1)
    warnings.simplefilter("ignore")
    t.logging.set_verbosity_error()
    t.logging.disable_progress_bar()
    if options.random:
        count, folder = int(options.random[0]), pathlib.Path(options.random[1])
        chance = random.Random(count)
        families = [family for family in sorted(FAMILIES) if family.startswith(options.only or "")]
        for i in range(count):
            family = families[i % len(families)]
            keys = draw(family, chance)
            try:
                gap = write(folder / f"{family}-{i}", family, keys, seed=i)
                print(f"{family}-{i}: {keys}, steps differ by {gap:.1e}", flush=True)
            except Exception as refused:
                print(f"{family}-{i}: {keys} is refused by transformers: {type(refused).__name__}: {str(refused)[:200]}", flush=True)
                (folder / f"{family}-{i}").rename(folder / f"refused-{family}-{i}")
        return
    kept = {family: (family, {}) for family in FAMILIES} | FURTHER
    for seed, (name, (family, keys)) in enumerate(sorted(kept.items())):
        if not name.startswith(options.only or ""):
            continue
        print(f"{name}: steps differ by {write(KEPT / name, family, keys, seed):.1e}", flush=True)


if __name__ == "__main__":
    main()
