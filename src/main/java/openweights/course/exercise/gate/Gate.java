package openweights.course.exercise.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.function.Function;
import openweights.course.exercise.gate.Runner.Run;
import openweights.course.exercise.release.LeakScan;
import openweights.course.exercise.release.Release;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.Exercise.RightAnswer;
import openweights.course.exercise.source.Exercise.WrongAnswer;
import openweights.course.exercise.source.ExerciseCell;
import openweights.course.exercise.source.Variation;
import openweights.course.exercise.suite.Suite;
import openweights.course.exercise.suite.SuiteException;
import openweights.course.exercise.suite.TestCase;
import openweights.course.exercise.suite.TestOutcome;
import openweights.course.markdown.Problem;

/**
 * Lets an exercise pass only if it demonstrably can be graded correctly:
 *
 * <ol>
 *   <li>the starter compiles and scores 0,
 *   <li>the solution scores all points, twice, and also in other languages and time zones,
 *   <li>every other right answer scores all points,
 *   <li>every typical mistake loses exactly the points that it states,
 *   <li>every test fails for at least one of the mistakes,
 *   <li>no mutant of the solution scores all points, unless it is declared to be equivalent,
 *   <li>nothing that students get contains lines of the solution or of the hidden tests.
 * </ol>
 */
public final class Gate {

    /**
     * Locales and time zones whose digits, decimal separators, letter case or dates differ from the
     * author's.
     */
    private static final Map<Locale, String> PLACES =
            Map.of(
                    Locale.ENGLISH,
                    "UTC",
                    Locale.GERMANY,
                    "Europe/Berlin",
                    Locale.forLanguageTag("tr-TR"),
                    "Asia/Istanbul",
                    Locale.forLanguageTag("ar-EG-u-nu-arab"),
                    "Pacific/Kiritimati");

    /** The students whose variants of an exercise are tried. */
    private static final List<String> STUDENTS = List.of("", "ada", "grace", "José");

    private final Exercise original;
    private final Suite suite;
    private final Runner runner;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> failed = new TreeSet<>();

    private Gate(Exercise exercise, Suite suite, Runner runner) {
        this.original = exercise;
        this.suite = suite;
        this.runner = runner;
    }

    /** Everything that must be fixed before students get the exercise; empty if nothing. */
    public static List<Problem> check(Exercise exercise, Runner runner) {
        Suite suite;
        try {
            suite = Suite.of(exercise);
        } catch (SuiteException e) {
            return List.copyOf(e.problems());
        }
        Gate gate = new Gate(exercise, suite, runner);
        gate.check();
        return gate.problems;
    }

    private void check() {
        Variation first = Variation.of(original, "");
        starter(first);
        for (int repetition = 0; repetition < 2; repetition++) {
            solution(first, "");
        }
        if (problems.isEmpty()) {
            PLACES.forEach((locale, zone) -> solutionAt(first, locale, TimeZone.getTimeZone(zone)));
        }
        if (problems.isEmpty() && !original.variants().isEmpty()) {
            STUDENTS.forEach(
                    student ->
                            solution(
                                    Variation.of(original, student),
                                    " in the variant of student \"" + student + "\""));
        }
        first.exercise().right().forEach(right -> otherwise(first, right));
        first.exercise().wrong().forEach(wrong -> mistake(first, wrong));
        suite.plan().stream()
                .filter(test -> !failed.contains(test.id()))
                .forEach(this::neverFailed);
        if (problems.isEmpty()) {
            problems.addAll(MutantCheck.of(first, suite));
        }
        problems.addAll(LeakScan.of(original, Release.of(original, "")));
    }

    private Run run(Variation form, Function<ExerciseCell.Answer, String> answers) {
        return runner.run(form.exercise(), suite, answers, form.values());
    }

    private void starter(Variation form) {
        Run run = run(form, ExerciseCell.Answer::starter);
        run.broken()
                .forEach(
                        (id, error) -> problem(line(id), "the starter does not compile: " + error));
        run.outcomes().stream()
                .filter(TestOutcome::passed)
                .forEach(
                        outcome ->
                                problem(
                                        line(outcome.test().question()),
                                        "the starter passes the test %s, but it must pass none. End it with Check.todo, or make the test stricter."
                                                .formatted(outcome.test().id())));
    }

    private void solution(Variation form, String where) {
        Run run = run(form, ExerciseCell.Answer::solution);
        run.broken()
                .forEach((id, error) -> problem(line(id), "the cell does not compile: " + error));
        run.outcomes().stream()
                .filter(outcome -> !outcome.passed())
                .forEach(
                        outcome ->
                                problem(
                                        line(outcome.test().question()),
                                        "the solution fails the test %s%s: %s"
                                                .formatted(
                                                        outcome.test().id(),
                                                        where,
                                                        described(outcome))));
    }

    private void solutionAt(Variation form, Locale locale, TimeZone zone) {
        Locale before = Locale.getDefault();
        TimeZone zoneBefore = TimeZone.getDefault();
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
        try {
            solution(form, " under " + locale.toLanguageTag() + ", " + zone.getID());
        } finally {
            Locale.setDefault(before);
            TimeZone.setDefault(zoneBefore);
        }
    }

    private void otherwise(Variation form, RightAnswer right) {
        Run run =
                run(
                        form,
                        answer ->
                                right.answers().getOrDefault(answer.question(), answer.solution()));
        run.broken()
                .forEach(
                        (id, error) ->
                                problems.add(
                                        new Problem(
                                                right.file(), 1, "it does not compile: " + error)));
        run.outcomes().stream()
                .filter(outcome -> !outcome.passed())
                .forEach(
                        outcome ->
                                problems.add(
                                        new Problem(
                                                right.file(),
                                                1,
                                                "this answer is right, but it fails the test %s: %s"
                                                        .formatted(
                                                                outcome.test().id(),
                                                                described(outcome)))));
    }

    private void mistake(Variation form, WrongAnswer wrong) {
        Run run =
                run(
                        form,
                        answer ->
                                wrong.answers().getOrDefault(answer.question(), answer.solution()));
        run.broken()
                .forEach(
                        (id, error) ->
                                problems.add(
                                        new Problem(
                                                wrong.file(), 1, "it does not compile: " + error)));
        for (ExerciseCell.Answer question : original.questions()) {
            int lost = question.points() - run.points(question.question());
            int wanted = wrong.loses().getOrDefault(question.question(), 0);
            if (lost != wanted) {
                problems.add(
                        new Problem(
                                wrong.file(),
                                1,
                                "this mistake should lose %s of %s points on question %s, but it loses %s. %s"
                                        .formatted(
                                                wanted,
                                                question.points(),
                                                question.question(),
                                                lost,
                                                failures(run, question.question()))));
            }
        }
        run.outcomes().stream()
                .filter(outcome -> !outcome.passed())
                .forEach(outcome -> failed.add(outcome.test().id()));
    }

    private static String failures(Run run, String question) {
        List<String> failures =
                run.outcomes().stream()
                        .filter(outcome -> !outcome.passed())
                        .filter(outcome -> outcome.test().question().equals(question))
                        .map(outcome -> outcome.test().id() + ": " + described(outcome))
                        .toList();
        return failures.isEmpty() ? "All tests pass." : String.join("; ", failures);
    }

    private static String described(TestOutcome outcome) {
        Throwable failure = outcome.failure().orElseThrow();
        String message = String.valueOf(failure.getMessage());
        return failure.getClass().getSimpleName() + ": " + message.lines().findFirst().orElse("");
    }

    private void neverFailed(TestCase test) {
        String file =
                original.tests().stream()
                        .filter(each -> test.id().startsWith(each.className() + "."))
                        .findFirst()
                        .orElseThrow()
                        .file();
        problems.add(
                new Problem(
                        file,
                        1,
                        "no mistake in wrong/ fails the test %s, so perhaps it cannot fail. Add a mistake that does, or remove the test."
                                .formatted(test.id())));
    }

    private int line(String id) {
        return original.parts().stream()
                .filter(part -> part.id().equals(id))
                .mapToInt(ExerciseCell::line)
                .findFirst()
                .orElse(1);
    }

    private void problem(int line, String message) {
        Problem problem = new Problem("exercises/" + original.id() + "/exercise.md", line, message);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }
}
