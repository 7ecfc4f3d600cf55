package openweights.engine.token.text;

import java.util.Map;
import java.util.function.Consumer;

/**
 * What happens to the matches when a text is split at them. The example splits {@code
 * "The-final--countdown"} at each {@code -}.
 */
public enum Behavior {
    /** {@code The | final | countdown}. */
    REMOVED {
        @Override
        Parts onto(Parts out) {
            return (from, to, match) -> {
                if (!match) {
                    out.part(from, to, false);
                }
            };
        }
    },

    /** {@code The | - | final | - | - | countdown}. */
    ISOLATED {
        @Override
        Parts onto(Parts out) {
            return out;
        }
    },

    /** {@code The | - | final | -- | countdown}. */
    CONTIGUOUS {
        @Override
        Parts onto(Parts out) {
            return new Joined(out, (beforeMatches, matches) -> beforeMatches == matches);
        }
    },

    /** {@code The- | final- | - | countdown}. */
    MERGED_WITH_PREVIOUS {
        @Override
        Parts onto(Parts out) {
            return new Joined(out, (beforeMatches, matches) -> !beforeMatches && matches);
        }
    },

    /** {@code The | -final | - | -countdown}. */
    MERGED_WITH_NEXT {
        @Override
        Parts onto(Parts out) {
            return new Joined(out, (beforeMatches, matches) -> beforeMatches && !matches);
        }
    };

    /** The names that tokenizer files use. */
    public static final Map<String, Behavior> NAMES =
            Map.of(
                    "Removed", REMOVED,
                    "Isolated", ISOLATED,
                    "Contiguous", CONTIGUOUS,
                    "MergedWithPrevious", MERGED_WITH_PREVIOUS,
                    "MergedWithNext", MERGED_WITH_NEXT);

    /** Receives the text in order: the matches, and the text between them. */
    interface Parts {
        void part(int from, int to, boolean match);

        default void end() {}
    }

    abstract Parts onto(Parts out);

    /**
     * Splits {@code text} and passes on the pieces, none of them empty.
     *
     * @param invert swap the roles of the matches and the text between them
     */
    public void cut(Text text, Finder finder, boolean invert, Consumer<Text> out) {
        Parts parts =
                onto(
                        (from, to, match) -> {
                            if (from < to) {
                                out.accept(text.slice(from, to));
                            }
                        });
        Finder.Matches matches = finder.in(text.chars());
        int done = 0;
        while (matches.next()) {
            if (done < matches.start()) {
                parts.part(done, matches.start(), invert);
            }
            parts.part(matches.start(), matches.end(), !invert);
            done = matches.end();
        }
        if (done < text.chars().length()) {
            parts.part(done, text.chars().length(), invert);
        }
        parts.end();
    }

    /** Joins a part to the one before it where the rule says so. */
    private static final class Joined implements Parts {
        private final Parts out;
        private final Rule rule;
        private boolean any;
        private int from;
        private int to;
        private boolean matches;

        interface Rule {
            boolean joins(boolean beforeMatches, boolean matches);
        }

        Joined(Parts out, Rule rule) {
            this.out = out;
            this.rule = rule;
        }

        @Override
        public void part(int partFrom, int partTo, boolean match) {
            if (!any || !rule.joins(matches, match)) {
                end();
                from = partFrom;
            }
            any = true;
            to = partTo;
            matches = match;
        }

        @Override
        public void end() {
            if (any) {
                out.part(from, to, matches);
            }
        }
    }
}
