"""Shows that llama.cpp opens what ./course convert writes, and says the same as the engine with the same file.

    pip install torch transformers==5.24.0
    npm install node-llama-cpp
    python src/test/python/convert_in_llama_cpp.py [FOLDER or FAMILY...]

It takes the folders and families that are named; without one, seedling, and a random model of each family that can be
written, with seedling's tokenizer. Each is written in each type. For each file a line says whether greedy decoding gives
the same tokens in both programs; where not, it says at which token they part and how far apart the logits of the two
candidates are in the engine. llama.cpp rounds what a matrix of q8_0, q4_0, and q4_k is multiplied with to 8 bits, and the
engine does not, and keys and values to 16 bits; so with random weights two candidates that are nearly equal can change
places, and so can two experts, after which everything differs.

What llama.cpp does not do as the family does, so that texts part beyond it: windows of Mistral, Mixtral, Phi 3, and
StarCoder 2.

COURSE can name another command than ./course, and TYPES fewer types; NODE_LLAMA_CPP is read by gguf_in_llama_cpp.mjs.
"""

import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SEEDLING = Path("lessons/models/seedling")
COURSE = shlex.split(os.environ.get("COURSE", "./course"))
TYPES = os.environ.get("TYPES", "f32 f16 bf16 q8_0 q4_0 q4_k").split()
PROMPTS = [" One morning, Anna was in the hall.", " Ben took the red key from the"]
TOKENS = 24

SIZES = dict(
    vocab_size=512, hidden_size=256, intermediate_size=512, num_hidden_layers=2, num_attention_heads=4,
    num_key_value_heads=2, max_position_embeddings=256, bos_token_id=0, eos_token_id=1, tie_word_embeddings=False,
)
# Not "phi3": whatever has that in its name must have the special tokens of Phi 3, or llama.cpp does not open it.
FAMILIES = {
    "llama": ("Llama", {}),
    "llama3": ("Llama", dict(rope_parameters=dict(
        rope_type="llama3", rope_theta=500000.0, factor=8.0, low_freq_factor=1.0, high_freq_factor=4.0,
        original_max_position_embeddings=8192), max_position_embeddings=16384)),
    "mistral": ("Mistral", dict(sliding_window=None)),
    "qwen2": ("Qwen2", {}),
    "qwen3": ("Qwen3", dict(head_dim=64)),
    "qwen3_moe": ("Qwen3Moe", dict(
        head_dim=64, num_experts=4, num_experts_per_tok=2, moe_intermediate_size=256, norm_topk_prob=True)),
    "mixtral": ("Mixtral", dict(num_local_experts=4, num_experts_per_tok=2, sliding_window=None)),
    "gemma": ("Gemma", dict(head_dim=64, tie_word_embeddings=True)),
    "gemma2": ("Gemma2", dict(head_dim=64, query_pre_attn_scalar=64, sliding_window=16, tie_word_embeddings=True)),
    "gemma3": ("Gemma3", dict(
        head_dim=64, query_pre_attn_scalar=64, sliding_window=16, num_hidden_layers=6, tie_word_embeddings=True)),
    "granite": ("Granite", dict(
        embedding_multiplier=3.0, attention_multiplier=0.2, residual_multiplier=0.3, logits_scaling=2.0)),
    "olmo": ("Olmo", dict(clip_qkv=0.5)),
    "olmo2": ("Olmo2", {}),
    "olmoe": ("Olmoe", dict(num_key_value_heads=4, num_experts=4, num_experts_per_tok=2, norm_topk_prob=False)),
    "cohere": ("Cohere", dict(logit_scale=0.5, tie_word_embeddings=True)),
    "cohere2": ("Cohere2", dict(num_hidden_layers=4, sliding_window=16, logit_scale=0.5, tie_word_embeddings=True)),
    "glm4": ("Glm4", dict(head_dim=64, pad_token_id=0)),
    "phi_3": ("Phi3", dict(pad_token_id=0)),
    "smollm3": ("SmolLM3", dict(num_hidden_layers=4, pad_token_id=0)),
    "starcoder2": ("Starcoder2", dict(sliding_window=None)),
    "stablelm": ("StableLm", dict(qk_layernorm=True, use_qkv_bias=True)),
    "falcon": ("Falcon", dict(
        new_decoder_architecture=True, num_kv_heads=2, ffn_hidden_size=512, tie_word_embeddings=True)),
    "falcon7": ("Falcon", dict(multi_query=True, ffn_hidden_size=512, tie_word_embeddings=True)),
    "gpt_neox": ("GPTNeoX", {}),
    "gpt2": ("GPT2", dict(n_inner=512)),
    "bloom": ("Bloom", {}),
    "gpt_oss": ("GptOss", dict(
        head_dim=64, num_local_experts=4, num_experts_per_tok=2, sliding_window=16, intermediate_size=256)),
    "deepseek_v3": ("DeepseekV3", dict(
        num_hidden_layers=3, first_k_dense_replace=1, moe_intermediate_size=256, n_routed_experts=8, n_group=4,
        topk_group=2, num_experts_per_tok=3, q_lora_rank=128, kv_lora_rank=64, qk_rope_head_dim=32,
        qk_nope_head_dim=32, v_head_dim=64, num_key_value_heads=4)),
    "deepseek_yarn": ("DeepseekV3", dict(
        num_hidden_layers=3, first_k_dense_replace=1, moe_intermediate_size=256, n_routed_experts=8, n_group=2,
        topk_group=1, num_experts_per_tok=3, q_lora_rank=128, kv_lora_rank=64, qk_rope_head_dim=32,
        qk_nope_head_dim=32, v_head_dim=64, num_key_value_heads=4, norm_topk_prob=False,
        rope_parameters=dict(rope_type="yarn", rope_theta=10000.0, factor=4.0, mscale=1.0, mscale_all_dim=1.0,
                             original_max_position_embeddings=64))),
    "llama4": ("Llama4", dict(
        num_hidden_layers=4, head_dim=64, num_local_experts=4, num_experts_per_tok=1, interleave_moe_layer_step=2,
        intermediate_size=256, intermediate_size_mlp=512, attention_chunk_size=8192, pad_token_id=0)),
    "ministral3": ("Ministral3", dict(
        head_dim=64, pad_token_id=0, rope_parameters=dict(
            rope_type="yarn", rope_theta=10000.0, factor=4.0, original_max_position_embeddings=16, mscale=1.0,
            mscale_all_dim=1.0, llama_4_scaling_beta=0.3))),
    "mistral4": ("Mistral4", dict(
        num_hidden_layers=3, first_k_dense_replace=1, moe_intermediate_size=256, n_routed_experts=8, n_group=1,
        topk_group=1, num_experts_per_tok=3, q_lora_rank=128, kv_lora_rank=64, qk_rope_head_dim=32, qk_head_dim=64,
        head_dim=64, qk_nope_head_dim=32, v_head_dim=64, num_key_value_heads=4, pad_token_id=0,
        rope_parameters=dict(
            rope_type="yarn", rope_theta=10000.0, factor=4.0, original_max_position_embeddings=16, mscale=1.0,
            mscale_all_dim=1.0, llama_4_scaling_beta=0.3, partial_rotary_factor=0.5))),
    "olmo3": ("Olmo3", dict(num_hidden_layers=4, sliding_window=16)),
    "olmo3_yarn": ("Olmo3", dict(num_hidden_layers=4, sliding_window=16, rope_parameters=dict(
        full_attention=dict(rope_type="yarn", rope_theta=10000.0, factor=4.0, original_max_position_embeddings=16),
        sliding_attention=dict(rope_type="default", rope_theta=10000.0)))),
    "apertus": ("Apertus", dict(pad_token_id=0)),
    "gemma4": ("Gemma4", dict(
        num_hidden_layers=6, head_dim=64, global_head_dim=128, num_global_key_value_heads=1, attention_k_eq_v=True,
        hidden_size_per_layer_input=0, sliding_window=16, final_logit_softcapping=30.0, tie_word_embeddings=True)),
    "gemma4_small": ("Gemma4", dict(
        num_hidden_layers=4, head_dim=64, global_head_dim=128, hidden_size_per_layer_input=256,
        vocab_size_per_layer_input=512, sliding_window=16, num_kv_shared_layers=2, use_double_wide_mlp=True,
        layer_types=["sliding_attention", "full_attention"] * 2, tie_word_embeddings=True)),
    "gemma4_experts": ("Gemma4", dict(
        num_hidden_layers=6, head_dim=64, global_head_dim=128, num_global_key_value_heads=1, attention_k_eq_v=True,
        hidden_size_per_layer_input=0, sliding_window=16, enable_moe_block=True, num_experts=4, top_k_experts=2,
        moe_intermediate_size=256, tie_word_embeddings=True)),
    "gemma4_characters": ("Gemma4", dict(
        vocab_size=768, num_hidden_layers=2, head_dim=64, global_head_dim=64, hidden_size_per_layer_input=0,
        bos_token_id=2, sliding_window=16, tie_word_embeddings=True)),
    "qwen3_5": ("Qwen3_5", dict(
        num_hidden_layers=4, head_dim=64, linear_num_key_heads=2, linear_num_value_heads=6, linear_key_head_dim=64,
        linear_value_head_dim=64, linear_conv_kernel_dim=4, pad_token_id=0)),
}


# Instead of seedling's tokenizer.
TOKENIZERS = {"gemma4_characters": Path("src/test/resources/tokenizers/gemma4")}


def random_model(family, folder):
    import torch
    import transformers

    kind, changes = FAMILIES[family]
    name = kind + ("TextConfig" if kind in ("Gemma3", "Gemma4", "Llama4", "Qwen3_5") else "Config")
    config = getattr(transformers, name)(**{**SIZES, **changes})
    torch.manual_seed(len(family))
    head = "LMHeadModel" if kind == "GPT2" else "ForCausalLM"
    model = getattr(transformers, kind + head)(config).eval()
    with torch.no_grad():
        for parameter in model.parameters():  # larger weights than at the beginning of training: clearer choices
            parameter.add_(0.1 * torch.randn_like(parameter))
    model.save_pretrained(folder)
    shutil.copy(TOKENIZERS.get(family, SEEDLING) / "tokenizer.json", folder)
    return folder


def course(*arguments):
    done = subprocess.run([*COURSE, *map(str, arguments)], capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{arguments}: {done.stderr}")
    return done.stdout


def ours(file, prompt):
    options = ["--temperature", "0", "--repetition-penalty", "1", "-n", str(TOKENS), "--json"]
    said = json.loads(course("generate", file, prompt, *options))
    return said["prompt"], said["ids"]


def theirs(file, prompts):
    command = ["node", "src/test/node/gguf_in_llama_cpp.mjs", str(file), str(TOKENS), *prompts]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        return None, done.stderr.strip().splitlines()[-1:]
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")], None


def margin(file, ids, one, other):
    """How far apart two candidates are in the engine, as a share of the spread of all logits."""
    logits = json.loads(course("logits", file, "--ids", " ".join(map(str, ids)), "--json"))["logits"][-1]
    return abs(logits[one] - logits[other]) / (max(logits) - min(logits))


def compared(file, prompt, said):
    prompt_ids, ids = ours(file, prompt)
    if prompt_ids != said["ids"]:
        return f"OTHER PROMPT {prompt_ids} {said['ids']}"
    if ids == said["added"]:
        return f"same {len(ids)} tokens"
    place = next((i for i, (a, b) in enumerate(zip(ids, said["added"])) if a != b), min(len(ids), len(said["added"])))
    if place >= len(ids) or place >= len(said["added"]):
        return f"OTHER LENGTH {len(ids)} {len(said['added'])}"
    share = margin(file, prompt_ids + ids[:place], ids[place], said["added"][place])
    return f"same {place} tokens, then two candidates {100 * share:.2f} % apart"


def main():
    with tempfile.TemporaryDirectory() as scratch:
        for name in sys.argv[1:] or [SEEDLING, *FAMILIES]:
            model = random_model(name, Path(scratch) / name) if name in FAMILIES else Path(name)
            for kind in TYPES:
                file = Path(scratch) / f"{model.name}-{kind}.gguf"
                course("convert", model, "--to", "gguf", "--type", kind, "--out", file)
                said, error = theirs(file, PROMPTS)
                results = [error] if error else [compared(file, *pair) for pair in zip(PROMPTS, said)]
                print(f"{model.name:10} {kind:5}", *results, sep="  ", flush=True)
                file.unlink()


if __name__ == "__main__":
    main()
