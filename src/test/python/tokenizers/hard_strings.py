"""Strings that tokenizers get wrong, and random ones made of the same stuff."""

import random

WORDS = (
    "the a once upon time was little dog Dog DOG it's I'LL we've they'd 'tis don't it’s can't've hello world Hello "
    "weight weights open model token 12345 3.14 1,000,000 0x1F ½ ² Ⅷ e=mc² naïve café cafe\u0301 über straße İstanbul ısı "
    "Ǆ ǆ ﬁne ſo 'ſ K Å Ω ß ẞ ΑΣ σς привет мир שלום עולם مرحبا ١٢٣٤ ۱۲۳ हिन्दी क्षि १२३ ไทย ภาษาไทย 你好 世界 日本語 ひらがな カタカナ ｶﾞ が か\u3099 "
    "한국어 한글 가\u11a8 ᄒ\u1161\u11ab 👋 👩‍👩‍👧‍👦 👍🏽 🇩🇪🇫🇷 ❤️ ☎︎ 1️⃣ 𝔘𝔫𝔦 𝟙𝟚 𐍈 𞤀𞤣 a\u0308\u0323 o\u0323\u0302 q\u0307\u0323 Z\u0351\u036b "
    "snake_case camelCase kebab-case http://x.y/z?q=1&r=%20 user@mail.org C++ #!/bin/sh {\"k\": [1]} <s> </s> <unk> <|endoftext|> "
    "<0x41> <0x0A> ▁ ▁the Ġ Ġthe Ċ … 。 ، 、 — “quote” «x» ¿qué? ¡ay! ... ?! !! --- === ((())) a|b|c [x] ^$ \\n"
).split(" ")
SPACES = [" ", "  ", "   ", "\t", "\n", "\n\n", "\r\n", "\r", " \n", "\n ", "\v", "\f", "\x85", "\xa0", "\u1680", "\u2003", "\u2028",
          "\u2029", "\u202f", "\u3000", "\u200b", "\ufeff", "\u180e", "\x1c", "\x1f", "\u2060", "     ", "\t\t", " \t "]
CONTROL = ["\0", "\x01", "\x07", "\b", "\x1b", "\x7f", "\x80", "\x9f", "\u200d", "\u200c", "\u200e", "\u202e", "\ufffd", "\uffff", "\ufdd0",
           "\ue000", "\U000f0000", "\U0010ffff", "\ufe0f", "\u034f", "\u00ad", "\ud800", "\udfff"]
RANGES = [(0x20, 0x7E), (0x00, 0xFF), (0x100, 0x24F), (0x300, 0x36F), (0x370, 0x5FF), (0x600, 0x8FF), (0x900, 0xDFF), (0xE00, 0x11FF),
          (0x1200, 0x1FFF), (0x2000, 0x2BFF), (0x2C00, 0x31FF), (0x3400, 0x9FFF), (0xA000, 0xD7FF), (0xF900, 0xFFFF), (0x10000, 0x10FFF),
          (0x11000, 0x12FFF), (0x16800, 0x1BCFF), (0x1D000, 0x1E9FF), (0x1F000, 0x1FAFF), (0x20000, 0x323AF), (0, 0x10FFFF)]

FIXED = [
    "", " ", "  ", "\n", "a", " a", "a ", " a ", "\0", "\ud800", "a\ud800b", "\udc00\ud800", "The quick brown fox jumps over the lazy dog.",
    "I'm we're you've he'd she'll it's 'S 'RE 'Ve I'LL", "x" * 300, "ab" * 200, " " * 200, "\n" * 50, " \n" * 40, "1234567890" * 12, "aaaa bbbb" * 20,
    "👍🏽" * 30, "é" * 100, "e\u0301" * 100, "你好" * 80, "a\u0301\u0302\u0303" * 30, "<s><s></s>", "<s> <s>  </s> ", "a<s>b", "<<s>>", "<|endoftext|>hi<|endoftext|>",
    "hello<mask>world", "hello <mask> world", "word.", "sword words word", "word-word", "▁▁▁", " ▁ ▁", "ĠĠĠ", "<0x41><0x42>", "\t\tif (x) {\n\t\t\treturn;\n\t\t}\n",
    "def f(x):\n    return x  # done\n\n\n", "ａｂｃ　１２３", "ﬁ ﬂ ﬃ ſt", "½ ⅓ ² ³ ①", "Ａ Ω Å K", "İIıi", "ẞß SS", "ǅǆǄ", "ΑΣΑΣ ΌΔΟΣ",
]


def text(random_source: random.Random) -> str:
    """A random string: words, spaces, control characters, runs, and characters of any block."""
    r = random_source
    out = []
    for _ in range(r.choice([1, 2, 3, 5, 8, 13, 30])):
        kind = r.random()
        if kind < 0.40:
            out.append(r.choice(WORDS))
        elif kind < 0.65:
            out.append(r.choice(SPACES))
        elif kind < 0.72:
            out.append(r.choice(CONTROL))
        elif kind < 0.80:
            out.append(r.choice(WORDS + SPACES) * r.randint(2, 12))
        elif kind < 0.90:
            out.append(r.choice(WORDS)[::-1][: r.randint(1, 4)])
        else:
            low, high = r.choice(RANGES)
            out.append("".join(chr(r.randint(low, high)) for _ in range(r.randint(1, 6))))
    return "".join(out)


def valid(text: str) -> str:
    """The text as UTF-8 can hold it: pairs of halves joined, lone ones U+FFFD."""
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return joined


def texts(count: int, seed: int) -> list[str]:
    """The fixed strings and as many random ones as make up the count."""
    r = random.Random(seed)
    return (FIXED + [text(r) for _ in range(max(0, count - len(FIXED)))])[:count]
