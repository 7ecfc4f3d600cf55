package openweights.grading.desk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import openweights.grading.decision.Change;
import openweights.grading.result.Result;
import openweights.grading.submission.Receipt;

/** A student's attempts, of which somebody can choose the one that counts. */
final class AttemptList {

    private AttemptList() {}

    static List<Map<String, Object>> of(Desk desk, Cohort cohort, Result result)
            throws IOException {
        String chosen = cohort.decisions().attempts().getOrDefault(result.student(), "");
        List<Map<String, Object>> attempts = new ArrayList<>();
        for (Receipt each : Receipt.all(desk.folder().collected(), result.student())) {
            boolean counts = each.sha256().equals(result.submission());
            boolean waits = each.attempt().equals(chosen) && !counts;
            attempts.add(
                    Map.of(
                            "time",
                            Words.time(each.time()),
                            "file",
                            desk.namesHidden() ? "" : each.file(),
                            "attempt",
                            each.attempt(),
                            "counts",
                            counts,
                            "waits",
                            waits,
                            "other",
                            !counts && !waits));
        }
        return attempts;
    }

    /**
     * Chooses an attempt.
     *
     * @param attempt its folder; empty for the one that the rule says
     * @return what to say about it
     * @throws Refusal if there is no such attempt
     */
    static String choose(Desk desk, String student, String attempt) throws IOException {
        boolean known =
                attempt.isEmpty()
                        || Receipt.all(desk.folder().collected(), student).stream()
                                .anyMatch(each -> each.attempt().equals(attempt));
        if (!known) {
            throw new Refusal("There is no such attempt. Nothing was changed.");
        }
        desk.decide(
                now ->
                        now.decisions().attempts().getOrDefault(student, "").equals(attempt)
                                ? List.of()
                                : List.of(new Change.Attempt(student, attempt)));
        boolean graded =
                desk.cohort()
                        .of(student)
                        .map(Standing::result)
                        .filter(result -> attempt.isEmpty() || isOf(desk, student, attempt, result))
                        .isPresent();
        return graded
                ? "This attempt counts."
                : "That attempt counts as soon as it is graded: " + desk.folder().command("grade");
    }

    private static boolean isOf(Desk desk, String student, String attempt, Result result) {
        try {
            return Receipt.all(desk.folder().collected(), student).stream()
                    .filter(each -> each.attempt().equals(attempt))
                    .anyMatch(each -> each.sha256().equals(result.submission()));
        } catch (IOException e) {
            return false;
        }
    }
}
