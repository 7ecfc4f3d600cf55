package openweights.grading.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import openweights.base.Json;
import openweights.grading.result.GradingFolder;
import openweights.grading.result.Result;
import openweights.grading.score.Grade.Lateness;

/**
 * The grades of all students: an exercise's results combined with points given by hand and the
 * policy for late submissions.
 *
 * @param findings points and extensions that count for nobody, as there is no such student or
 *     question
 */
public record Grades(List<Grade> all, List<String> findings) {

    public Grades {
        all = List.copyOf(all);
        findings = List.copyOf(findings);
    }

    /** The grades of the result that counts for each student. */
    public static Grades of(GradingFolder folder) throws IOException {
        return of(folder.latest(), folder);
    }

    /**
     * The grades of these results.
     *
     * @param folder may hold points given by hand and a policy for late submissions
     */
    public static Grades of(Collection<Result> results, GradingFolder folder) throws IOException {
        ManualSheet sheet = ManualSheet.read(folder.manualSheet());
        Path policy = folder.latePolicy();
        Optional<LatePolicy> late =
                Files.exists(policy) ? Optional.of(LatePolicy.read(policy)) : Optional.empty();
        List<String> findings = new ArrayList<>(sheet.findings(results));
        late.ifPresent(each -> findings.addAll(each.findings(policy, students(results))));
        List<Grade> all = new ArrayList<>();
        for (Result result : results) {
            Lateness lateness = late.isPresent() ? lateness(late.get(), result) : Lateness.NONE;
            all.add(new Grade(result, sheet.of(result), lateness));
        }
        return new Grades(all, findings);
    }

    /** Grades that are not final: no test could decide, and no person has yet. */
    public List<Grade> open() {
        return all.stream().filter(Grade::isOpen).toList();
    }

    /** Grades that are not final, of these students only. */
    public List<Grade> open(Set<String> students) {
        return open().stream().filter(grade -> students.contains(grade.student())).toList();
    }

    /** Grades that are final. */
    public List<Grade> settled() {
        return all.stream().filter(each -> !each.isOpen()).toList();
    }

    private static Set<String> students(Collection<Result> results) {
        return results.stream().map(Result::student).collect(Collectors.toSet());
    }

    private static Lateness lateness(LatePolicy policy, Result result) throws IOException {
        Path receipt = Path.of(result.file()).resolveSibling("receipt.json");
        if (!Files.exists(receipt)) {
            return new Lateness(0, "The time of submission is unknown; no points are deducted.");
        }
        Instant time = Instant.parse(Json.read(receipt).path("time").asText());
        return policy.of(result.student(), time);
    }
}
