package openweights.grading.score;

import java.util.Map;
import java.util.Optional;
import openweights.grading.result.Result;

/** What is wrong with a row of points by hand. */
final class RowFinding {

    private static final String FINGERPRINT = "[0-9a-f]{64}";

    private RowFinding() {}

    /**
     * Says so, if anything is.
     *
     * @param students everybody's result
     */
    static Optional<String> of(ManualRow row, Map<String, Result> students) {
        Result result = students.get(row.student());
        if (result == null) {
            return Optional.of(
                    "no submission is from \"%s\"; %s. These points count for nobody."
                            .formatted(
                                    row.student(),
                                    Names.nearest(row.student(), students.keySet())));
        }
        if (!result.questions().contains(row.question())) {
            return Optional.of(
                    "there is no question \"%s\"; %s. These points do not count."
                            .formatted(
                                    row.question(),
                                    Names.nearest(row.question(), result.questions())));
        }
        if (!row.submission().equals(result.submission())
                && !row.submission().matches(FINGERPRINT)) {
            return Optional.of(
                    "\"%s\" is no submission's SHA-256; a spreadsheet may have changed it. These points do not count."
                            .formatted(row.submission()));
        }
        boolean tooMany =
                row.submission().equals(result.submission())
                        && row.given() > result.max(row.question());
        return tooMany
                ? Optional.of(
                        "%s points for %s, which now gives at most %d. They count; correct them."
                                .formatted(
                                        row.points().strip(),
                                        row.question(),
                                        result.max(row.question())))
                : Optional.empty();
    }
}
