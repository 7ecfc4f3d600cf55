package openweights.course.exercise.mutant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openweights.course.exercise.shell.CellException;
import openweights.course.exercise.shell.NotebookShell;
import openweights.course.exercise.shell.Overlays;
import openweights.course.exercise.shell.ShellStudent;
import openweights.course.exercise.source.ExerciseCell;
import openweights.course.exercise.source.Variation;
import openweights.course.exercise.suite.Suite;
import openweights.course.exercise.test.StudentException;

/**
 * Runs the mutants of an exercise's questions. All mutants of a question are compiled together and
 * run in one notebook, which is quick. What one leaves behind might trip the next, so the solution
 * runs after them; and whatever survives must survive once more as a cell.
 */
public final class MutantRun {

    /** Mutants between two runs of the solution. */
    private static final int BATCH = 20;

    private final Variation form;
    private final Suite suite;
    private final List<Mutant> survivors = new ArrayList<>();
    private long rounds;

    private MutantRun(Variation form, Suite suite) {
        this.form = form;
        this.suite = suite;
    }

    /** The mutants that get all points. */
    public static List<Mutant> survivors(Variation form, Suite suite) {
        MutantRun run = new MutantRun(form, suite);
        form.exercise().questions().forEach(run::question);
        return run.survivors;
    }

    private void question(ExerciseCell.Answer answer) {
        List<Mutant> mutants = MutantScanner.of(answer.question(), answer.solution());
        String solution = MutantScanner.fueled(answer.solution());
        try (Place place = new Place(answer)) {
            rounds = place.rounds(solution);
            List<String> sources = mutants.stream().map(Mutant::source).toList();
            Map<Integer, Object> objects = Overlays.load(place.notebook, sources);
            List<Mutant> suspects = new ArrayList<>();
            if (objects.isEmpty()) {
                suspects.addAll(mutants);
            }
            for (Map.Entry<Integer, Object> each : objects.entrySet()) {
                Mutant mutant = mutants.get(each.getKey());
                if (place.survives(mutant, each.getValue())) {
                    suspects.add(mutant);
                }
            }
            if (!place.passes(solution)) {
                // One of them has spoiled the notebook for the others.
                suspects.clear();
                suspects.addAll(mutants);
            }
            oneByOne(answer, suspects);
        }
    }

    private void oneByOne(ExerciseCell.Answer answer, List<Mutant> suspects) {
        for (int from = 0; from < suspects.size(); from += BATCH) {
            List<Mutant> batch = suspects.subList(from, Math.min(from + BATCH, suspects.size()));
            try (Place place = new Place(answer)) {
                List<Mutant> found = batch.stream().filter(place::survives).toList();
                boolean clean = place.passes(answer.solution());
                survivors.addAll(
                        clean
                                ? found
                                : batch.stream().filter(each -> alone(answer, each)).toList());
            }
        }
    }

    private boolean alone(ExerciseCell.Answer answer, Mutant mutant) {
        try (Place place = new Place(answer)) {
            return place.survives(mutant);
        }
    }

    /** A notebook in which everything up to a question has run. */
    private final class Place implements AutoCloseable {

        private final ExerciseCell.Answer answer;
        private final NotebookShell notebook = NotebookShell.open();
        private final Map<String, String> sources = new LinkedHashMap<>();
        private final ShellStudent student;

        private Place(ExerciseCell.Answer answer) {
            this.answer = answer;
            student = ShellStudent.of(notebook, sources::get, form.values());
            for (ExerciseCell part : form.exercise().parts()) {
                if (part.id().equals(answer.id())) {
                    break;
                }
                if (part instanceof ExerciseCell.Given given) {
                    run(given.source());
                } else if (part instanceof ExerciseCell.Answer earlier) {
                    sources.put(earlier.question(), earlier.solution());
                    run(earlier.solution());
                }
            }
        }

        /** How many rounds the solution takes, with some to spare. */
        private long rounds(String solution) {
            Fuel.fill(Long.MAX_VALUE);
            passes(solution);
            return 200_000 + 3 * (Long.MAX_VALUE - Fuel.left());
        }

        /** Whether it survives, or may survive where a test sees cells only. */
        private boolean survives(Mutant mutant, Object overlay) {
            Fuel.fill(rounds);
            sources.put(answer.question(), mutant.source());
            student.overlay(overlay);
            try {
                return suite.passes(answer.question(), test -> student.fresh())
                        || student.hasEvaluated();
            } finally {
                student.overlay(null);
            }
        }

        private boolean survives(Mutant mutant) {
            Fuel.fill(rounds);
            return passes(mutant.source());
        }

        private boolean passes(String source) {
            sources.put(answer.question(), source);
            return run(source) && suite.passes(answer.question(), test -> student.fresh());
        }

        /** False if it does not compile. An exception shows in the tests. */
        private boolean run(String source) {
            try {
                notebook.run(source);
                return true;
            } catch (CellException e) {
                return false;
            } catch (StudentException e) {
                return true;
            }
        }

        @Override
        public void close() {
            notebook.close();
        }
    }
}
