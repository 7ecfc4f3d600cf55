package openweights.course.exercise.gate;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openweights.course.exercise.mutant.Mutant;
import openweights.course.exercise.mutant.MutantRun;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.ExerciseCell;
import openweights.course.exercise.source.Variation;
import openweights.course.exercise.suite.Suite;
import openweights.course.markdown.Problem;

/** Looks for holes in the tests: small mistakes that no test notices and nobody has declared. */
final class MutantCheck {

    private MutantCheck() {}

    static List<Problem> of(Variation form, Suite suite) {
        Exercise exercise = form.exercise();
        String folder = "exercises/" + exercise.id() + "/";
        Map<String, String> declared = new HashMap<>(exercise.equivalent());
        List<Problem> problems = new ArrayList<>();
        for (Mutant mutant : survivors(form, suite)) {
            String reason = declared.remove(mutant.id());
            if (reason == null || reason.isBlank()) {
                problems.add(
                        new Problem(
                                folder + "exercise.md",
                                line(exercise, mutant),
                                "no test notices this change of the solution: %s. Add a check that does. If the changed code is as right as the solution, name it in %s, with the reason."
                                        .formatted(mutant.id(), Exercise.EQUIVALENT)));
            }
        }
        declared.keySet()
                .forEach(
                        id ->
                                problems.add(
                                        new Problem(
                                                folder + Exercise.EQUIVALENT,
                                                1,
                                                "the tests notice this change, or it does not exist: %s. Remove it."
                                                        .formatted(id))));
        return problems;
    }

    private static List<Mutant> survivors(Variation form, Suite suite) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        PrintStream discarded = new PrintStream(OutputStream.nullOutputStream(), true);
        System.setOut(discarded);
        System.setErr(discarded);
        try {
            return MutantRun.survivors(form, suite);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static int line(Exercise exercise, Mutant mutant) {
        String question = mutant.id().substring(0, mutant.id().indexOf(' '));
        return exercise.questions().stream()
                .filter(each -> each.question().equals(question))
                .mapToInt(ExerciseCell.Answer::line)
                .findFirst()
                .orElse(1);
    }
}
