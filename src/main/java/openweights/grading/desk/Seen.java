package openweights.grading.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import openweights.base.Sha256;
import openweights.grading.decision.Decision;
import openweights.grading.decision.Decisions;
import openweights.grading.decision.Given;
import openweights.grading.result.Result;

/**
 * What was decided on answers to a question when their page was shown. A form sends the stamp
 * along, so that nobody overwrites what they have not seen, be it another grader's decision or
 * their own in another window.
 */
record Seen(Decisions decisions, String question, List<Result> results) {

    private static final int STAMP_LENGTH = 12;

    /** Changes with every decision on one of the answers; empty if there is none. */
    String stamp() {
        String all =
                results.stream()
                        .flatMap(each -> last(each).stream())
                        .map(Decision::id)
                        .collect(Collectors.joining(" "));
        return all.isEmpty() ? "" : Sha256.of(all).substring(0, STAMP_LENGTH);
    }

    /** Who has decided what after the page was shown. */
    String words() {
        Optional<Decision> latest =
                results.stream()
                        .flatMap(each -> last(each).stream())
                        .max(Comparator.comparing(Decision::time));
        return latest.isEmpty()
                ? "What was decided about %s was taken back after this page was shown."
                        .formatted(question)
                : "%s decided about %s after this page was shown: %s."
                        .formatted(latest.get().by(), question, Words.of(latest.get(), decisions));
    }

    private Optional<Decision> last(Result result) {
        Given given = decisions.of(result.answer(question));
        return given == null ? Optional.empty() : Optional.of(given.last());
    }
}
