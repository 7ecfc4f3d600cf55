"""The kinds of tokenizers that released models use, made small; and random mixtures of all parts."""

import json
import random

from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

import hard_strings

LLAMA3 = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
QWEN2 = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
BLOOM = r" ?[^(\s|[.,!?…。，、।۔،])]+"
O200K = (
    r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?"
    r"|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?"
    r"|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+"
)
CJK = r"[一-龥\u3040-ゟ゠-ヿ]+"
REGEXES = [
    LLAMA3, QWEN2, BLOOM, O200K, CJK, r"\s+", r"\s", r"\d", r"\w+", r"\W", r"[\p{P}\p{S}]", r"[^\p{L}]", r"\p{N}{1,3}", r"(?<=\p{L})(?=\p{N})", r"\b", r"\B",
    r"^", r"$", r"a*", r"(?>a+)b", r"[[:alpha:]]++", r"[[:punct:]]", r"[[:^space:]]+", r"[a-z&&[^aeiou]]+", r"\p{Han}", r"\p{^L}+", r"\P{L}+", r"(?m:.+)", r".+", r"(?i)the|dog",
    r"\h+", r"\R", r"[^\S\n]+", r"[-a]", r"[a\-z]", r"[\]\[]", r"(e|é)+?", r"\x{4f60}|\u597d", r"(?<x>o)\1?", r"\p{Latin}+|\p{Cyrillic}+", r"[\p{L}\p{M}]+", r"'(?i:[sdmt]|ll|ve|re)",
    r"(?:'[sS]|'[tT])", r"\s+$", r"^\s+", r"(?<!\d)\d", r"\p{Lu}\p{Ll}+", r"[\w']+", r"(?x) a b # ab", r"[\n-\r]", r"\A.", r".\z", r".\Z", r"o{2}", r"l{,1}o", r"l{1,2}+", r"[é-ü]", r"(?i:[a-f])+", r"\p{Alnum}+",
]


def corpus(seed=1, lines=2000):
    """Text to train on: the hard words, the common ones more often."""
    r = random.Random(seed)
    common = hard_strings.WORDS[:32]
    return [" ".join(r.choice(common) if r.random() < 0.7 else r.choice(hard_strings.WORDS) for _ in range(12)) for _ in range(lines)]


def train(tokenizer, size, special=(), alphabet=(), byte_level=True, **options):
    tokenizer.train_from_iterator(
        corpus(),
        trainers.BpeTrainer(
            vocab_size=size,
            special_tokens=list(special),
            initial_alphabet=pre_tokenizers.ByteLevel.alphabet() if byte_level else list(alphabet),
            show_progress=False,
            **options,
        ),
    )
    return tokenizer


def edited(tokenizer, edit):
    """The tokenizer after its JSON was changed by a function."""
    root = json.loads(tokenizer.to_str())
    edit(root)
    return Tokenizer.from_str(json.dumps(root, ensure_ascii=False))


def byte_level(regex=None, **model):
    tokenizer = Tokenizer(models.BPE(**model))
    if regex is None:
        tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    else:
        tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
            [pre_tokenizers.Split(Regex(regex), "isolated"), pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)]
        )
    tokenizer.decoder = decoders.ByteLevel()
    return tokenizer


def gpt2():
    return train(byte_level(), 600, ["<|endoftext|>"])


def bloom():
    return train(byte_level(BLOOM), 600, ["<unk>", "<s>", "</s>", "<pad>"])


def llama3():
    tokenizer = train(byte_level(LLAMA3), 600, ["<|begin_of_text|>", "<|end_of_text|>", "<|eot_id|>"])
    tokenizer.post_processor = processors.Sequence(
        [
            processors.ByteLevel(trim_offsets=False),
            processors.TemplateProcessing(
                single="<|begin_of_text|> $A",
                pair="<|begin_of_text|> $A <|begin_of_text|>:1 $B:1",
                special_tokens=[("<|begin_of_text|>", 0)],
            ),
        ]
    )

    def without_some_merges(root):
        root["model"]["ignore_merges"] = True
        root["model"]["merges"] = [m for i, m in enumerate(root["model"]["merges"]) if i % 7]

    return edited(tokenizer, without_some_merges)


def qwen2():
    tokenizer = byte_level(QWEN2)
    tokenizer.normalizer = normalizers.NFC()
    return train(tokenizer, 600, ["<|endoftext|>", "<|im_start|>", "<|im_end|>"])


def o200k():
    return train(byte_level(O200K), 600, ["<|endoftext|>"])


def smol():
    tokenizer = byte_level()
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]
    )
    return train(tokenizer, 600, ["<|endoftext|>"])


def deepseek():
    tokenizer = byte_level()
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(r"\p{N}{1,3}"), "isolated"),
            pre_tokenizers.Split(Regex(CJK), "isolated"),
            pre_tokenizers.Split(Regex(r"[!\"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~][A-Za-z]+|[^\r\n\p{L}\p{P}\p{S}]?[\p{L}\p{M}]+| ?[\p{P}\p{S}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"), "isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    return train(tokenizer, 600, ["<|endoftext|>"])


def with_byte_tokens(root):
    """Byte tokens as Llama 2 has them, and the model's options."""
    vocab = root["model"]["vocab"]
    for b in range(256):
        vocab.setdefault("<0x%02X>" % b, len(vocab))
    root["model"].update(byte_fallback=True, fuse_unk=True, unk_token="<unk>")


def llama2():
    tokenizer = Tokenizer(models.BPE(unk_token="<unk>", fuse_unk=True))
    tokenizer.normalizer = normalizers.Sequence([normalizers.Prepend("▁"), normalizers.Replace(" ", "▁")])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="never")
    tokenizer = train(tokenizer, 500, ["<unk>", "<s>", "</s>"], byte_level=False, limit_alphabet=90)
    tokenizer.decoder = decoders.Sequence(
        [decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse(), decoders.Strip(" ", 1, 0)]
    )
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A", pair="<s> $A <s>:1 $B:1", special_tokens=[("<s>", 1)]
    )

    def as_released(root):
        with_byte_tokens(root)
        root["pre_tokenizer"] = None
        # Several merges make the same token, as in files that were converted from SentencePiece.
        vocab = root["model"]["vocab"]
        merges = [(t[:i], t[i:]) for t in vocab if len(t) > 1 and not t.startswith("<") for i in range(1, len(t)) if t[:i] in vocab and t[i:] in vocab]
        root["model"]["merges"] = sorted(merges, key=lambda m: vocab[m[0] + m[1]])

    return edited(tokenizer, as_released)


def gemma4():
    """Merges as listed, of characters and of whole lines; runs of spaces and of newlines are tokens."""
    tokenizer = Tokenizer(models.BPE(unk_token="<unk>", fuse_unk=True))
    tokenizer.normalizer = normalizers.Replace(" ", "▁")
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="never")
    special = "<pad> <eos> <bos> <unk> <mask> <|turn> <turn|> <|channel> <channel|>".split()
    tokenizer = train(tokenizer, 500, special, byte_level=False, limit_alphabet=90)
    tokenizer.decoder = decoders.Sequence([decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse()])
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<bos> $A", pair="<bos> $A <bos>:1 $B:1", special_tokens=[("<bos>", 2)]
    )

    def as_released(root):
        with_byte_tokens(root)
        root["pre_tokenizer"] = {"type": "Split", "pattern": {"String": " "}, "behavior": "MergedWithPrevious", "invert": False}
        vocab = root["model"]["vocab"]
        root["model"]["vocab"] = vocab = {  # what llama.cpp takes for the end of a text wherever it stands
            f"<unused{i}>" if t in ("</s>", "<|endoftext|>") else t: i for t, i in vocab.items()
        }
        for run in [character * length for character in "\n▁" for length in range(1, 9)]:
            vocab.setdefault(run, len(vocab))
        merges = [(t[:i], t[i:]) for t in vocab if len(t) > 1 and "<" not in t for i in range(1, len(t)) if t[:i] in vocab and t[i:] in vocab]
        root["model"]["merges"] = sorted(merges, key=lambda m: vocab[m[0] + m[1]])

    return edited(tokenizer, as_released)


def mistral_metaspace():
    tokenizer = llama2()

    def newer(root):
        root["normalizer"] = None
        root["pre_tokenizer"] = {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "first", "split": False}

    return edited(tokenizer, newer)


def legacy_merges():
    """GPT-2's kind with merges as strings."""

    def strings(root):
        root["model"]["merges"] = [" ".join(m) for m in root["model"]["merges"]]

    tokenizer = gpt2()
    root = json.loads(tokenizer.to_str())
    strings(root)
    return root


def words():
    """Lower case, no accents, words, an unknown token."""
    tokenizer = Tokenizer(models.BPE(unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKD(), normalizers.Lowercase(), normalizers.StripAccents(), normalizers.Strip()]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer = train(tokenizer, 400, ["[UNK]", "[CLS]", "[SEP]"], byte_level=False, limit_alphabet=60)
    tokenizer.post_processor = processors.BertProcessing(("[SEP]", 2), ("[CLS]", 1))
    return tokenizer


def continuing():
    """Tokens inside of a word begin with ##, at its end they end with </w>; unknown ones are dropped."""
    tokenizer = Tokenizer(models.BPE(continuing_subword_prefix="##", end_of_word_suffix="</w>"))
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return train(
        tokenizer, 500, byte_level=False, limit_alphabet=60, continuing_subword_prefix="##", end_of_word_suffix="</w>"
    )


def added():
    """Added tokens with each of the flags."""
    tokenizer = gpt2()
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.add_tokens(
        [
            AddedToken("<mask>", lstrip=True, normalized=False),
            AddedToken("<sep>", rstrip=True, normalized=False),
            AddedToken("word", single_word=True),
            AddedToken("words", single_word=True, normalized=False),
            AddedToken("Hello", normalized=True),
            AddedToken("café", normalized=False),
            AddedToken("  ", normalized=False),
        ]
    )
    tokenizer.add_special_tokens([AddedToken("<s>", normalized=False), AddedToken("<s>>", normalized=True, special=True)])
    return tokenizer


KINDS = {
    f.__name__: f
    for f in [gpt2, bloom, llama3, qwen2, o200k, smol, deepseek, llama2, gemma4, mistral_metaspace, words, continuing, added]
}


# --- random mixtures ------------------------------------------------------------------------------


def maybe(r, p, make):
    return make() if r.random() < p else None


def random_pattern(r):
    if r.random() < 0.3:
        return {"String": r.choice([" ", "a", "-", "the", "  ", "▁", "é", "\n", ""])}
    return {"Regex": r.choice(REGEXES)}


def random_normalizer(r, depth=0):
    kind = r.choice(["NFC", "NFD", "NFKC", "NFKD", "Lowercase", "Strip", "StripAccents", "Replace", "Replace", "Prepend", "Sequence", "Sequence"])
    if kind == "Sequence":
        return {"type": kind, "normalizers": [random_normalizer(r, depth + 1) for _ in range(r.randint(0, 3))]} if depth < 2 else {"type": "NFC"}
    if kind == "Strip":
        return {"type": kind, "strip_left": r.random() < 0.5, "strip_right": r.random() < 0.5}
    if kind == "Replace":
        return {"type": kind, "pattern": random_pattern(r), "content": r.choice(["▁", "", " ", "xy", "é"])}
    if kind == "Prepend":
        return {"type": kind, "prepend": r.choice(["▁", "ab", " "])}
    return {"type": kind}


BEHAVIORS = ["Removed", "Isolated", "MergedWithPrevious", "MergedWithNext", "Contiguous"]


def random_pre_tokenizer(r, depth=0):
    kind = r.choice(
        ["ByteLevel", "Split", "Split", "Split", "Digits", "Metaspace", "Whitespace", "WhitespaceSplit", "Punctuation", "BertPreTokenizer", "CharDelimiterSplit", "Sequence"]
    )
    if kind == "Sequence":
        return {"type": kind, "pretokenizers": [random_pre_tokenizer(r, depth + 1) for _ in range(r.randint(0, 3))]} if depth < 2 else {"type": "Whitespace"}
    if kind == "ByteLevel":
        return {"type": kind, "add_prefix_space": r.random() < 0.5, "trim_offsets": r.random() < 0.5, "use_regex": r.random() < 0.5}
    if kind == "Split":
        return {"type": kind, "pattern": random_pattern(r), "behavior": r.choice(BEHAVIORS), "invert": r.random() < 0.3}
    if kind == "Digits":
        return {"type": kind, "individual_digits": r.random() < 0.5}
    if kind == "Metaspace":
        return {"type": kind, "replacement": "▁", "prepend_scheme": r.choice(["first", "never", "always"]), "split": r.random() < 0.5}
    if kind == "Punctuation":
        return {"type": kind, "behavior": r.choice(BEHAVIORS)}
    if kind == "CharDelimiterSplit":
        return {"type": kind, "delimiter": r.choice([" ", "-", "e", "你"])}
    return {"type": kind}


def random_decoder(r, depth=0):
    kind = r.choice(["ByteLevel", "ByteFallback", "Fuse", "Strip", "Metaspace", "Replace", "Sequence", "Sequence"])
    if kind == "Sequence":
        return {"type": kind, "decoders": [random_decoder(r, depth + 1) for _ in range(r.randint(0, 4))]} if depth < 1 else {"type": "Fuse"}
    if kind == "Strip":
        # The reference fails on tokens shorter than start or stop: only what cannot fail.
        return {"type": kind, "content": " ", "start": r.randint(0, 2), "stop": 0}
    if kind == "Metaspace":
        return {"type": kind, "replacement": "▁", "prepend_scheme": r.choice(["first", "never", "always"]), "split": True}
    if kind == "Replace":
        return {"type": kind, "pattern": {"String": r.choice(["▁", "a", "Ġ"])}, "content": r.choice([" ", "", "xy"])}
    return {"type": kind}


ADDED = ["<s>", "</s>", "<mask>", "word", "the", "Dog", "café", "▁", "  ", " the", "hello", "ー", "12", "<0x41>", "é", "\n", "👍"]


def random_added(r, vocab):
    tokens = []
    known = dict(vocab)
    for content in r.sample(ADDED, r.randint(0, 6)):
        known.setdefault(content, max(known.values()) + 1)
        special = r.random() < 0.4
        tokens.append(
            {
                "id": known[content],
                "content": content,
                "single_word": r.random() < 0.3,
                "lstrip": r.random() < 0.3,
                "rstrip": r.random() < 0.15,
                # The reference does not skip a special token whose normalized form is another.
                "normalized": not special and r.random() < 0.5,
                "special": special,
            }
        )
    return sorted(tokens, key=lambda t: t["id"])


def random_root(r, bases):
    """The JSON of a random tokenizer: the model of one of the kinds among parts drawn at random."""
    root = json.loads(r.choice(bases))
    root["normalizer"] = maybe(r, 0.6, lambda: random_normalizer(r))
    root["pre_tokenizer"] = maybe(r, 0.8, lambda: random_pre_tokenizer(r))
    root["decoder"] = maybe(r, 0.8, lambda: random_decoder(r))
    model = root["model"]
    if r.random() < 0.5:
        with_byte_tokens(root)
        for b in r.sample(range(256), r.choice([0, 0, 3, 100])):
            token = "<0x%02X>" % b
            last = max(model["vocab"], key=model["vocab"].get)
            if last != token:
                model["vocab"][last] = model["vocab"].pop(token)
            else:
                model["vocab"].pop(token)
        if "<unk>" not in model["vocab"]:
            model["unk_token"] = None
    if "<unk>" in model["vocab"]:
        model["unk_token"] = r.choice([None, "<unk>"])
    model["fuse_unk"] = r.random() < 0.5
    model["ignore_merges"] = r.random() < 0.3
    root["added_tokens"] = random_added(r, model["vocab"])
    root["post_processor"] = None
    return root
