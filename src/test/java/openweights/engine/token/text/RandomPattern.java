package openweights.engine.token.text;

import java.util.Random;

/** Writes random regular expressions from the constructs that {@link Regex} supports. */
final class RandomPattern {

    private static final String[] LITERALS = {
        "a",
        "b",
        "s",
        "S",
        "k",
        "1",
        " ",
        "\\n",
        "\\r",
        "'",
        "é",
        "ſ",
        "\u212a",
        "中",
        "_",
        "-",
        "\\.",
        "ς",
        "😀",
        "\u0301",
        "\\x{1F600}",
        "\\u00e9",
        "\\t",
        "\\x41",
        "\\/"
    };
    private static final String[] SETS = {
        "\\s",
        "\\S",
        "\\d",
        "\\D",
        "\\w",
        "\\W",
        "\\h",
        "\\H",
        "\\p{L}",
        "\\p{N}",
        "\\P{L}",
        "\\p{^L}",
        "\\p{Alphabetic}",
        "\\p{M}",
        "\\p{P}",
        "\\p{S}",
        "\\p{Han}",
        "\\p{Letter}",
        "\\p{alnum}",
        "\\p{Space}",
        "\\p{Zs}",
        "\\p{Cc}",
        "\\p{Any}",
        "\\p{White_Space}"
    };

    /** Sets of one case only. */
    private static final String[] CASED_SETS = {
        "\\p{Lu}", "\\p{Upper}", "\\p{Lowercase}", "\\p{Greek}"
    };

    private static final String[] MEMBERS = {
        "a", "b", "s", "S", "k", "1", " ", "'", "é", "中", "\\n", "\\r", "\\-", "\\]", "\\\\", "_",
        "😀", "\\b"
    };
    private static final String[] RANGES = {
        "a-z", "A-Z", "0-9", "а-я", "\\x{4e00}-\\x{9fa5}", "à-ü", "a-f", "!-/", " -~", "k-t"
    };
    private static final String[] POSIX = {
        "[:alpha:]",
        "[:^alpha:]",
        "[:space:]",
        "[:upper:]",
        "[:lower:]",
        "[:digit:]",
        "[:word:]",
        "[:alnum:]",
        "[:blank:]",
        "[:cntrl:]",
        "[:xdigit:]",
        "[:ascii:]"
    };
    private static final String[] QUANTIFIERS = {
        "*", "+", "?", "*?", "+?", "??", "*+", "++", "?+", "{2}", "{1,3}", "{2,}", "{,2}", "{1,2}?",
        "{2}?", "{1,2}+", "{2,}?"
    };
    private static final String[] ANCHORS = {"^", "$", "\\b", "\\B", "\\A", "\\z", "\\Z"};
    private static final String[] GROUPS = {
        "(?:", "(?:", "(", "(?i:", "(?i:", "(?m:", "(?>", "(?im-x:", "(?-i:"
    };

    private final Random random;
    private boolean ignoresCase;

    RandomPattern(Random random) {
        this.random = random;
    }

    String next() {
        ignoresCase = false;
        return alternatives(2);
    }

    /** Whether the last pattern ignores case somewhere. */
    boolean ignoresCase() {
        return ignoresCase;
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    private String alternatives(int depth) {
        StringBuilder pattern = new StringBuilder(sequence(depth));
        while (oneIn(3)) {
            pattern.append('|').append(sequence(depth));
        }
        return pattern.toString();
    }

    private String sequence(int depth) {
        StringBuilder pattern = new StringBuilder();
        if (oneIn(12)) {
            pattern.append(noted(pick("(?i)", "(?m)")));
        }
        for (int more = 1 + random.nextInt(3); more > 0; more--) {
            pattern.append(oneIn(5) ? assertion(depth) : quantified(depth));
        }
        return pattern.toString();
    }

    private String assertion(int depth) {
        return switch (random.nextInt(depth > 0 ? 3 : 2)) {
            case 0 -> pick(ANCHORS);
            case 1 -> pick("(?<=", "(?<!") + (oneIn(2) ? pick(LITERALS) : set(0)) + ")";
            default -> pick("(?=", "(?!") + alternatives(depth - 1) + ")";
        };
    }

    private String quantified(int depth) {
        String atom =
                switch (random.nextInt(depth > 0 ? 8 : 6)) {
                    case 0, 1, 2 -> pick(LITERALS);
                    case 3, 4 -> set(1);
                    case 5 -> pick(".", "\\R");
                    default -> noted(pick(GROUPS)) + alternatives(depth - 1) + ")";
                };
        return oneIn(2) ? atom : atom + pick(QUANTIFIERS);
    }

    private String noted(String opening) {
        ignoresCase |= opening.startsWith("(?i");
        return opening;
    }

    private String set(int depth) {
        return oneIn(2) ? bracket(depth) : ignoresCase || oneIn(2) ? pick(SETS) : pick(CASED_SETS);
    }

    private String bracket(int depth) {
        String set = "[" + (oneIn(3) ? "^" : "") + members(3, depth);
        return set + (oneIn(5) ? "&&" + members(2, depth) : "") + "]";
    }

    private String members(int most, int depth) {
        StringBuilder members = new StringBuilder();
        for (int more = 1 + random.nextInt(most); more > 0; more--) {
            members.append(
                    switch (random.nextInt(depth > 0 ? 7 : 6)) {
                        case 0, 1 -> pick(MEMBERS);
                        case 2 -> pick(RANGES);
                        case 3 -> pick(SETS);
                        case 4 -> pick(CASED_SETS);
                        case 5 -> pick(POSIX);
                        default -> bracket(depth - 1);
                    });
        }
        return members.toString();
    }
}
