package openweights.grading.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import openweights.grading.decision.Answer;
import openweights.grading.decision.Decisions;
import openweights.grading.decision.Journal;
import openweights.grading.result.GradingFolder;
import openweights.grading.result.Result;
import openweights.grading.score.Grade.Lateness;
import openweights.grading.submission.Receipt;

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
        return of(results, folder, new Journal(folder.decisions()).decisions());
    }

    /**
     * The grades of these results.
     *
     * @param decisions on the desk, perhaps as one of its graders may see them
     */
    public static Grades of(Collection<Result> results, GradingFolder folder, Decisions decisions)
            throws IOException {
        ManualSheet sheet = ManualSheet.read(folder.manualSheet());
        Path policy = folder.latePolicy();
        Optional<LatePolicy> late =
                Files.exists(policy) ? Optional.of(LatePolicy.read(policy)) : Optional.empty();
        List<String> findings = new ArrayList<>(sheet.findings(results));
        findings.addAll(unknown(folder, decisions, students(results)));
        findings.addAll(ungraded(folder, decisions, results));
        late.ifPresent(each -> findings.addAll(each.findings(policy, students(results))));
        LateBudget budget = late.isPresent() ? LateBudget.before(folder, late.get()) : null;
        List<Grade> all = new ArrayList<>();
        for (Result result : results) {
            Lateness lateness =
                    late.isPresent() && budget != null
                            ? lateness(late.get(), budget, result, folder)
                            : Lateness.NONE;
            all.add(
                    new Grade(
                            result,
                            sheet.of(result, decisions),
                            lateness,
                            pending(result, decisions)));
        }
        return new Grades(all, findings);
    }

    private static Map<String, String> pending(Result result, Decisions decisions) {
        Map<String, String> pending = new HashMap<>();
        for (String question : result.questions()) {
            String why =
                    decisions.pending(
                            result.answer(question),
                            result.decided(question),
                            result.max(question));
            if (!why.isEmpty()) {
                pending.put(question, why);
            }
        }
        return pending;
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

    /** Students on whom something was decided on the desk, and who have no result. */
    private static List<String> unknown(
            GradingFolder folder, Decisions decisions, Set<String> students) {
        return decisions.answers().stream()
                .map(Answer::student)
                .filter(name -> !students.contains(name))
                .distinct()
                .sorted()
                .map(
                        name ->
                                "%s: there are decisions about \"%s\", who has no result; %s. They count for nobody."
                                        .formatted(
                                                folder.decisions(),
                                                name,
                                                Names.nearest(name, students)))
                .toList();
    }

    /** Attempts that were chosen on the desk and have no result yet. */
    private static List<String> ungraded(
            GradingFolder folder, Decisions decisions, Collection<Result> results)
            throws IOException {
        List<String> ungraded = new ArrayList<>();
        for (Result result : results) {
            String attempt = decisions.attempts().getOrDefault(result.student(), "");
            boolean counts =
                    attempt.isEmpty()
                            || Receipt.all(folder.collected(), result.student()).stream()
                                    .filter(each -> each.attempt().equals(attempt))
                                    .anyMatch(each -> each.sha256().equals(result.submission()));
            if (!counts) {
                ungraded.add(
                        "%s: the attempt %s was chosen on the desk and is not graded; another one counts until then. Grade it: %s"
                                .formatted(result.student(), attempt, folder.command("grade")));
            }
        }
        return ungraded;
    }

    private static Set<String> students(Collection<Result> results) {
        return results.stream().map(Result::student).collect(Collectors.toSet());
    }

    private static Lateness lateness(
            LatePolicy policy, LateBudget budget, Result result, GradingFolder folder)
            throws IOException {
        Optional<Receipt> receipt =
                Receipt.graded(
                        result.file(), result.submission(), folder.collected(), result.student());
        return receipt.isPresent()
                ? policy.of(result.student(), receipt.get().time(), budget.spent(result.student()))
                : new Lateness(0, "The time of submission is unknown; no points are deducted.");
    }
}
