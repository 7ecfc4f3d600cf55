package openweights.grading.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What each grader, or with an empty name everybody, says about an answer. */
record Layers(Fold fold) {

    @Nullable Given given(String by, Answer answer) {
        return fold.given.get(new Fold.Layer(by, answer));
    }

    /**
     * The points that a grader gave, with the rubric items; empty if none.
     *
     * @param byTests null if no test could decide
     */
    Optional<Double> points(String by, Answer answer, @Nullable Double byTests, double max) {
        Given about = given(by, answer);
        if (about == null || (about.base() == null && applied(about).isEmpty())) {
            return Optional.empty();
        }
        Double base = about.base() == null ? byTests : about.base();
        return base == null
                ? Optional.empty()
                : Optional.of(Math.max(0, Math.min(max, base + fold.sum(about.items()))));
    }

    List<RubricItem> applied(Given about) {
        List<RubricItem> applied = new ArrayList<>();
        for (String id : about.items()) {
            RubricItem item = fold.items.get(id);
            if (item != null) {
                applied.add(item);
            }
        }
        return applied;
    }

    /** Reasons and comment; empty for none. */
    String words(String by, Answer answer) {
        Given about = given(by, answer);
        if (about == null) {
            return "";
        }
        List<String> words = new ArrayList<>();
        applied(about).forEach(item -> words.add(item.reason()));
        if (!about.comment().isBlank()) {
            words.add(about.comment().strip());
        }
        return String.join("; ", words);
    }
}
