package openweights.grading.score;

import java.util.ArrayList;
import java.util.List;

/** What counted for a submission, and what counts when it is graded again. */
public record ScoreChange(Grade before, Grade after) {

    public String student() {
        return before.student();
    }

    /** How many points more. */
    public double gain() {
        return after.raw() - before.raw();
    }

    /** Whether there is anything to tell. */
    public boolean isSilent() {
        return gain() == 0 && details().isEmpty();
    }

    /** {@code 3 -> 5 of 6 (q1 1 -> 3)}. */
    public String words() {
        return "%s -> %s of %d%s"
                .formatted(
                        Grade.words(before.points()),
                        Grade.words(after.points()),
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
                                        .formatted(Grade.words(after.points(question)))
                                : "";
                details.add("%s %d -> %d%s".formatted(question, then, now, given));
            }
        }
        return details;
    }
}
