package openweights.openness.framework;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import openweights.openness.component.Release;

/**
 * The European Open Source AI Index (osai-index.eu) with its twelve questions of 2026: each is
 * answered open (1), partial (0.5) or closed (0), and the score is their mean.
 *
 * <p>The Index's editors read. What files can tell is less: whether data, weights and code are
 * there, and under which licenses. That a document exists bounds the answer to its question, but
 * does not give it. So the score of {@link #judge} is a range, with every question answered by its
 * own evidence alone. Source: _parameters-descriptions.yml and the website's scoring, both of
 * 2026-06-12.
 *
 * @param low the score if everything undecided were closed
 * @param high the score if everything undecided were open
 */
public record EuropeanIndex(double low, double high, List<Dimension> dimensions) {

    /** The questions, in the Index's order. */
    private static final List<String> QUESTIONS =
            List.of(
                    "data of the base model",
                    "data of the end model",
                    "weights of the base model",
                    "weights of the end model",
                    "training code",
                    "documented code",
                    "documented hardware and architecture",
                    "preprint",
                    "peer-reviewed paper",
                    "model card",
                    "data sheet",
                    "licenses");

    /**
     * One of the twelve questions.
     *
     * @param value open, partial, closed, or undecided
     */
    public record Dimension(String name, Value value, String reason) {}

    /** An answer, and the least and the most it can be worth. */
    public enum Value {
        OPEN("open", 1, 1),
        PARTIAL("partial", 0.5, 0.5),
        CLOSED("closed", 0, 0),
        /** Only a reader can tell whether it is complete; some of it is missing. */
        AT_MOST_PARTIAL("partial at most", 0, 0.5),
        UNKNOWN("unknown", 0, 1);

        private final String title;
        private final double low;
        private final double high;

        Value(String title, double low, double high) {
            this.title = title;
            this.low = low;
            this.high = high;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    /**
     * The Index's own answers.
     *
     * @param answers open, partial or closed, in the order of the questions
     * @throws IllegalArgumentException if there are not twelve
     */
    public static EuropeanIndex published(List<Value> answers) {
        if (answers.size() != QUESTIONS.size()) {
            throw new IllegalArgumentException(
                    "The Index has " + QUESTIONS.size() + " answers, not " + answers.size() + ".");
        }
        List<Dimension> all = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            all.add(new Dimension(QUESTIONS.get(i), answers.get(i), "the Index says so"));
        }
        return mean(all);
    }

    /** What the components tell, and what only a reader could. */
    public static EuropeanIndex judge(Release release) {
        List<Value> answers = IndexFacts.answers(release);
        List<Dimension> all = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            all.add(new Dimension(QUESTIONS.get(i), answers.get(i), reason(answers.get(i))));
        }
        return mean(all);
    }

    private static EuropeanIndex mean(List<Dimension> all) {
        return new EuropeanIndex(
                all.stream().mapToDouble(d -> d.value().low).average().orElseThrow(),
                all.stream().mapToDouble(d -> d.value().high).average().orElseThrow(),
                all);
    }

    /** The verdict in a few words. */
    public String outcome() {
        return low == high
                ? String.format(Locale.ROOT, "%.3f", low)
                : String.format(Locale.ROOT, "between %.3f and %.3f", low, high);
    }

    private static String reason(Value value) {
        return switch (value) {
            case UNKNOWN, AT_MOST_PARTIAL -> "files do not tell; somebody must read";
            default -> "what is there and what is not";
        };
    }
}
