"""Writes the tiny models of src/test/resources/models: random weights, and what transformers computes with them.

    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install torch==2.13.0 transformers==5.18.0 safetensors
    /tmp/venv/bin/python src/test/python/make_models.py

Each folder holds config.json, model.safetensors, expected.json (ids, and the ids that greedy decoding adds to the
first half of them), logits.npy [T, V] and hidden.npy [L + 1, T, d]: the embedding, then each layer's output, the
last one after the final norm. Everything is computed in float32 on one thread.
"""

import json
import pathlib

import numpy
import torch
import transformers
from safetensors.torch import load_file, save_file

MODELS = pathlib.Path(__file__).parent.parent / "resources" / "models"
T, V = 14, 40
LLAMA = dict(
    vocab_size=V, hidden_size=16, intermediate_size=24, num_hidden_layers=2, num_attention_heads=4,
    num_key_value_heads=2, max_position_embeddings=64, bos_token_id=1, eos_token_id=2, attn_implementation="eager",
)
LLAMA31 = dict(
    rope_type="llama3", rope_theta=1000.0, factor=8.0, low_freq_factor=1.0, high_freq_factor=4.0,
    original_max_position_embeddings=64,
)


def random_weights(model, seed):
    """Every parameter is random, biases and norm gains too, so that a dropped or swapped one shows."""
    torch.manual_seed(seed)
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            gain = parameter.dim() == 1 and name.endswith("weight")
            parameter.copy_(torch.randn_like(parameter) * (0.1 if gain else 0.3) + (1.0 if gain else 0.0))


def write(name, model, rename=None, dtype=torch.float32, state=None, seed=0):
    folder = MODELS / name
    folder.mkdir(parents=True, exist_ok=True)
    random_weights(model, seed)
    model.to(dtype).save_pretrained(folder)
    if state or rename:
        tensors = load_file(folder / "model.safetensors") if rename else state(model)
        tensors = rename(tensors) if rename else tensors
        save_file(tensors, folder / "model.safetensors", metadata={"format": "pt"})
    model = type(model).from_pretrained(folder, dtype=torch.float32, attn_implementation="eager").eval()
    ids = torch.randint(3, V, (1, T), generator=torch.Generator().manual_seed(7))
    with torch.no_grad():
        out = model(ids, output_hidden_states=True)
        half = ids[:, : T // 2]
        greedy = model.generate(half, max_new_tokens=8, do_sample=False, eos_token_id=None, pad_token_id=0)
    numpy.save(folder / "logits.npy", out.logits[0].numpy())
    numpy.save(folder / "hidden.npy", torch.cat(out.hidden_states).numpy())
    expected = {"ids": ids[0].tolist(), "greedy_after_half": greedy[0, T // 2 :].tolist()}
    (folder / "expected.json").write_text(json.dumps(expected) + "\n")
    (folder / "generation_config.json").unlink(missing_ok=True)


def as_released_gpt2(tensors):
    """The released GPT-2 files: no prefix, and the causal mask among the weights."""
    bare = {name.removeprefix("transformer."): tensor for name, tensor in tensors.items()}
    bare["h.0.attn.bias"] = torch.tril(torch.ones(1, 1, 8, 8))
    bare["h.0.attn.masked_bias"] = torch.tensor(-1e4)
    return bare


def with_head(tensors):
    """Some files repeat the tied head and keep the rotary buffer."""
    prefixed = dict(tensors)
    prefixed["lm_head.weight"] = tensors["model.embed_tokens.weight"].clone()
    prefixed["model.layers.0.self_attn.rotary_emb.inv_freq"] = torch.ones(2)
    return prefixed


def in_memory(model):
    """The names and shapes that transformers 5 uses in memory: experts stacked into two tensors."""
    return {name: tensor.clone().contiguous() for name, tensor in model.state_dict().items()}


def write_tokenizer(folder):
    """Forty tokens: letters, a space, the two bytes of an e with acute accent, two merges."""
    symbols = ["\u0120", *"abcdefghijklmnopqrstuvwxyz", *".,!?", "\u00c3", "\u00a9", "he", "\u0120t", "\u010a", "'"]
    vocab = {"<unk>": 0, "<s>": 1, "</s>": 2} | {symbol: 3 + i for i, symbol in enumerate(symbols)}
    assert len(vocab) == V
    special = dict(single_word=False, lstrip=False, rstrip=False, normalized=False, special=True)
    byte_level = dict(type="ByteLevel", add_prefix_space=False, trim_offsets=True, use_regex=True)
    tokenizer = {
        "version": "1.0", "truncation": None, "padding": None,
        "added_tokens": [{"id": id, "content": token, **special} for token, id in list(vocab.items())[:3]],
        "normalizer": None, "pre_tokenizer": byte_level, "decoder": byte_level, "post_processor": None,
        "model": {"type": "BPE", "dropout": None, "unk_token": None, "continuing_subword_prefix": None,
                  "end_of_word_suffix": None, "fuse_unk": False, "byte_fallback": False, "ignore_merges": False,
                  "vocab": vocab, "merges": [["h", "e"], ["\u0120", "t"]]},
    }
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False) + "\n", encoding="utf-8")


def main():
    torch.set_num_threads(1)
    write_tokenizer(MODELS / "llama")
    t = transformers
    gpt2 = dict(vocab_size=V, n_positions=32, n_embd=16, n_layer=2, n_head=4, bos_token_id=1, eos_token_id=2)
    write("gpt2", t.GPT2LMHeadModel(t.GPT2Config(**gpt2, attn_implementation="eager")), rename=as_released_gpt2)
    odd = dict(n_inner=40, scale_attn_by_inverse_layer_idx=True, activation_function="gelu")
    write("gpt2-odd", t.GPT2LMHeadModel(t.GPT2Config(**gpt2, **odd, attn_implementation="eager")), seed=1)
    bloom = dict(vocab_size=V, hidden_size=24, n_layer=2, n_head=6, attn_implementation="eager")
    write("bloom", t.BloomForCausalLM(t.BloomConfig(**bloom)), seed=2)
    # Wavelengths of 6, 35, 199 and 1117 positions: one kept, one blended, two stretched.
    wide = dict(LLAMA, head_dim=8, max_position_embeddings=128)
    write("llama", t.LlamaForCausalLM(t.LlamaConfig(**wide, rope_parameters=LLAMA31)), seed=3)
    biased = dict(LLAMA, tie_word_embeddings=True, attention_bias=True, mlp_bias=True)
    write("llama-tied-bf16", t.LlamaForCausalLM(t.LlamaConfig(**biased)), rename=with_head,
          dtype=torch.bfloat16, seed=4)
    linear = dict(rope_type="linear", rope_theta=10000.0, factor=4.0)
    write("llama-linear", t.LlamaForCausalLM(t.LlamaConfig(**LLAMA, rope_parameters=linear)), seed=5)
    mistral = dict(LLAMA, head_dim=6, sliding_window=5)
    write("mistral", t.MistralForCausalLM(t.MistralConfig(**mistral)), seed=6)
    mixtral = dict(LLAMA, num_local_experts=4, num_experts_per_tok=2, sliding_window=None)
    write("mixtral", t.MixtralForCausalLM(t.MixtralConfig(**mixtral)), seed=7)
    write("mixtral-stacked", t.MixtralForCausalLM(t.MixtralConfig(**mixtral)), state=in_memory, seed=7)


if __name__ == "__main__":
    main()
