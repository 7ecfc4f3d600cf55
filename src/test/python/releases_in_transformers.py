"""Opens the released models with Python's transformers and tokenizers, and keeps what they say for the Java tests.

    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install torch==2.13.0 transformers==5.18.0
    /tmp/venv/bin/python src/test/python/releases_in_transformers.py

Run it again after a release was made anew. Each folder of src/test/resources/releases then holds expected.json (texts
and the ids that both packages give to them; the ids that greedy decoding adds to the first text) and logits.npy
[T, V] of the first text, computed in float32 on one thread. ReleasesTest compares the engine with them.
"""

import json
import pathlib

import numpy
import tokenizers
import torch
import transformers

PROJECT = pathlib.Path(__file__).parents[3]
MODELS = PROJECT / "lessons" / "models"
KEPT = PROJECT / "src" / "test" / "resources" / "releases"
TEXTS = [
    "On Monday, Finn was in the shed. Dan was in the shed too. There was a yellow drum in the box. Finn went from the "
    "shed to the workshop. Dan took the yellow drum from the box. Who has the yellow drum?",
    "",
    " two  spaces\tand a tab\n\n3 lines, 1234567 digits",
    "Zoë, 猫, 🙂🏽, e\u0301 and <|end_of_text|> in the middle",
]
NEW_TOKENS = 12


def ids_of(folder):
    """The same ids from both packages, or an error."""
    ours = transformers.AutoTokenizer.from_pretrained(folder)
    plain = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
    ids = [ours(text)["input_ids"] for text in TEXTS]
    assert ids == [plain.encode(text).ids for text in TEXTS], f"{folder.name}: transformers and tokenizers disagree"
    return ids


def main():
    torch.set_num_threads(1)
    for folder in sorted(f for f in MODELS.iterdir() if f.is_dir()):
        ids = ids_of(folder)
        model = transformers.AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32).eval()
        prompt = torch.tensor([ids[0]])
        with torch.no_grad():
            logits = model(prompt).logits[0].numpy()
            greedy = model.generate(
                prompt, attention_mask=torch.ones_like(prompt), do_sample=False, max_new_tokens=NEW_TOKENS
            )
        added = greedy[0, prompt.shape[1] :].tolist()
        kept = KEPT / folder.name
        kept.mkdir(parents=True, exist_ok=True)
        numpy.save(kept / "logits.npy", logits.astype(numpy.float32))
        expected = {"texts": TEXTS, "ids": ids, "greedy": added}
        (kept / "expected.json").write_text(json.dumps(expected, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        weights = sum(p.numel() for p in model.parameters())
        print(f"{folder.name}: {weights:,} weights, {type(model).__name__}, logits {logits.shape}, greedy {added}")


if __name__ == "__main__":
    main()
