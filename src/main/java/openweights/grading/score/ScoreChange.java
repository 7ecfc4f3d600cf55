package openweights.grading.score;

import java.util.ArrayList;
import java.util.List;

/** A submission's grade before and after it was graded again. */
public record ScoreChange(Grade before, Grade after) {

    public String student() {
        return before.student();
    }

    /** Points gained, before any deduction for lateness; negative for a loss. */
    public double gain() {
        return after.raw() - before.raw();
    }

    /** Whether nothing changed. */
    public boolean isSilent() {
        return gain() == 0 && details().isEmpty();
    }

    /** {@code 3 -> 5 of 6 (q1 1 -> 3)}. */
    public String summary() {
        return "%s -> %s of %d%s"
                .formatted(
                        Grade.format(before.points()),
                        Grade.format(after.points()),
                        after.result().max(),
                        details().isEmpty() ? "" : " (" + String.join(", ", details()) + ")");
    }

    private List<String> details() {
        List<String> details = new ArrayList<>();
        for (String question : after.result().questions()) {
            int then = before.result().points(question);
            int now = after.result().points(question);
            if (then != now) {
                String given =
                        after.manual().containsKey(question)
                                ? " by the tests, but the %s that a person gave count"
                                        .formatted(Grade.format(after.points(question)))
                                : "";
                details.add("%s %d -> %d%s".formatted(question, then, now, given));
            }
        }
        return details;
    }
}
