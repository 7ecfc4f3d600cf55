package openweights.grading.score;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import openweights.grading.result.Result;
import openweights.grading.score.Grade.Lateness;

/**
 * What counts for all students, put together from an exercise's results and what lies beside them.
 *
 * @param findings what is said beside the results of students or questions that are not there, so
 *     that it counts for nobody
 */
public record Grades(List<Grade> all, List<String> findings) {

    public Grades {
        all = List.copyOf(all);
        findings = List.copyOf(findings);
    }

    /**
     * @param folder may hold {@code manual.csv} and {@code late.yaml}
     */
    public static Grades of(Collection<Result> results, Path folder) throws IOException {
        ManualSheet sheet = ManualSheet.read(sheet(folder));
        Path policy = folder.resolve("late.yaml");
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

    private static Set<String> students(Collection<Result> results) {
        return results.stream().map(Result::student).collect(Collectors.toSet());
    }

    /** The table that a person fills in. */
    public static Path sheet(Path folder) {
        return folder.resolve("manual.csv");
    }

    private static Lateness lateness(LatePolicy policy, Result result) throws IOException {
        Path receipt = Path.of(result.file()).resolveSibling("receipt.json");
        if (!Files.exists(receipt)) {
            return new Lateness(0, "Nobody knows when it was handed in; nothing is taken.");
        }
        String time = new ObjectMapper().readTree(Files.readString(receipt)).path("time").asText();
        return policy.of(result.student(), Instant.parse(time));
    }
}
