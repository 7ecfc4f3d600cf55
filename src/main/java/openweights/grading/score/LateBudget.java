package openweights.grading.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import openweights.grading.result.GradingFolder;
import openweights.grading.result.Result;
import openweights.grading.result.ResultsFile;
import openweights.grading.submission.Receipt;

/**
 * Late days that students have already spent: those of every exercise whose policy has a budget and
 * which was due earlier.
 */
final class LateBudget {

    /** An exercise and its policy. */
    private record Earlier(GradingFolder folder, LatePolicy policy) {}

    private final Map<String, Long> spent = new HashMap<>();

    private LateBudget() {}

    /** What was spent before this exercise, in the order of the due dates. */
    static LateBudget before(GradingFolder folder, LatePolicy policy) throws IOException {
        LateBudget budget = new LateBudget();
        if (policy.budget() > 0) {
            for (Earlier each : earlier(folder, policy)) {
                for (Result result : ResultsFile.latest(each.folder().results())) {
                    budget.spend(each, result);
                }
            }
        }
        return budget;
    }

    private void spend(Earlier exercise, Result result) throws IOException {
        long left = exercise.policy().budget() - spent(result.student());
        long late =
                Receipt.graded(
                                result.file(),
                                result.submission(),
                                exercise.folder().collected(),
                                result.student())
                        .map(receipt -> exercise.policy().begun(result.student(), receipt.time()))
                        .orElse(0L);
        spent.merge(result.student(), Math.max(0, Math.min(left, late)), Long::sum);
    }

    private static List<Earlier> earlier(GradingFolder folder, LatePolicy policy)
            throws IOException {
        List<Earlier> earlier = new ArrayList<>();
        try (Stream<Path> exercises = Files.list(folder.path().resolveSibling(""))) {
            for (Path path : exercises.toList()) {
                GradingFolder other =
                        GradingFolder.of(path.resolveSibling(""), path.getFileName().toString());
                if (!path.equals(folder.path()) && Files.exists(other.latePolicy())) {
                    LatePolicy its = LatePolicy.read(other.latePolicy());
                    if (its.budget() > 0 && its.due().isBefore(policy.due())) {
                        earlier.add(new Earlier(other, its));
                    }
                }
            }
        }
        earlier.sort(Comparator.comparing(each -> each.policy().due()));
        return earlier;
    }

    /** How many days a student has spent. */
    long spent(String student) {
        return spent.getOrDefault(student, 0L);
    }
}
