package openweights.course.exercise.release;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import openweights.course.exercise.release.Nbgrader.Kind;
import openweights.course.exercise.source.Exercise;
import openweights.course.exercise.source.Exercise.TestFile;
import openweights.course.exercise.source.ExerciseCell;
import openweights.course.exercise.source.Variation;
import openweights.course.exercise.suite.Suite;
import openweights.course.exercise.suite.TestCase;
import openweights.course.notebook.Cell;
import openweights.course.notebook.Notebook;
import openweights.runtime.kernel.CellImports;
import openweights.runtime.session.KernelLanguage;
import openweights.runtime.session.KernelSpec;

/** An exercise as a student's notebook: text, given code, starters and visible tests. */
final class StudentNotebook {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /**
     * A link from an exercise's source to a lesson's; in the notebook it must lead to the lesson's
     * notebook.
     */
    private static final Pattern LESSON =
            Pattern.compile("\\]\\(\\.\\./\\.\\./lessons/([\\w-]+)\\.md([)#])");

    private static final Pattern CLASS_IMPORT = Pattern.compile("^(import [\\w.]+)\\.\\w+;$");

    private final Variation form;
    private final Exercise exercise;
    private final Suite suite;
    private final String student;
    private final List<Cell> cells = new ArrayList<>();

    private StudentNotebook(Exercise original, String student) {
        this.form = Variation.of(original, student);
        this.exercise = form.exercise();
        this.suite = Suite.of(original);
        this.student = student;
    }

    /**
     * @param student whose variant to use; empty for one that belongs to nobody
     */
    static Notebook of(Exercise exercise, String student) {
        return new StudentNotebook(exercise, student).notebook();
    }

    /** See {@link Release#shown}. */
    static List<String> shown(Exercise exercise) {
        List<String> shown = new ArrayList<>();
        for (ExerciseCell part : exercise.parts()) {
            if (part instanceof ExerciseCell.Text text) {
                shown.add(linked(text));
            } else if (part instanceof ExerciseCell.Given given) {
                shown.add(given.source());
            }
        }
        shown.add(facts(exercise));
        exercise.tests().stream()
                .filter(file -> !file.hidden())
                .forEach(file -> shown.add(withoutKnownImports(file.source())));
        return shown;
    }

    private Notebook notebook() {
        for (ExerciseCell part : exercise.parts()) {
            if (part instanceof ExerciseCell.Text text) {
                text(text);
            } else if (part instanceof ExerciseCell.Given given) {
                code(new Nbgrader(Kind.READ_ONLY, given.id(), 0), given.source(), "given", "");
            } else if (part instanceof ExerciseCell.Answer answer) {
                String question = answer.question();
                code(
                        new Nbgrader(Kind.ANSWER, answer.id(), 0),
                        answer.starter(),
                        "answer",
                        question);
                tests(question);
            }
        }
        return new Notebook(metadata(), cells);
    }

    private void text(ExerciseCell.Text text) {
        boolean title = cells.isEmpty();
        String source = title ? linked(text) + "\n\n" + facts(exercise) : linked(text);
        cells.add(new Cell.Markdown(text.id(), NODES.objectNode(), source, NODES.objectNode()));
    }

    private static String linked(ExerciseCell.Text text) {
        return LESSON.matcher(text.markdown()).replaceAll("]($1.ipynb$2");
    }

    private static String facts(Exercise exercise) {
        String level =
                List.of("practice", "some thought", "a puzzle").get(exercise.difficulty() - 1);
        return "*About %s minutes · %s points · %s*"
                .formatted(exercise.minutes(), exercise.points(), level);
    }

    private void tests(String question) {
        List<TestCase> plan = suite.plan(question);
        int visible = points(plan, false);
        if (visible == 0) {
            return;
        }
        List<TestFile> files =
                exercise.tests().stream()
                        .filter(file -> !file.hidden())
                        .filter(file -> belongs(file, plan))
                        .toList();
        String source =
                "// The tests of [%s]. Run this cell after your answer.\n".formatted(question)
                        + files.stream()
                                .map(file -> withoutKnownImports(file.source()).strip())
                                .collect(Collectors.joining("\n\n"))
                        + "\n\n"
                        + call(question, files, plan);
        Cell.Code cell =
                code(
                        new Nbgrader(Kind.TESTS, question + "-tests", visible),
                        source,
                        "tests",
                        question);
        // Collapsed; a click shows the tests to those who want to read them.
        cell.metadata().putObject("jupyter").put("source_hidden", true);
    }

    /**
     * A test without the imports that every cell has anyway. When a name is imported again, JShell
     * re-evaluates everything that uses it, and variables lose their values.
     */
    private static String withoutKnownImports(String source) {
        Set<String> known = Set.copyOf(CellImports.all());
        return source.lines()
                .filter(line -> !known.contains(CLASS_IMPORT.matcher(line).replaceFirst("$1.*;")))
                .collect(Collectors.joining("\n"));
    }

    private static boolean belongs(TestFile file, List<TestCase> plan) {
        return plan.stream().anyMatch(test -> test.id().startsWith(file.className() + "."));
    }

    private String call(String question, List<TestFile> files, List<TestCase> plan) {
        String classes =
                files.stream()
                        .map(file -> file.className() + ".class")
                        .collect(Collectors.joining(", "));
        StringBuilder call = new StringBuilder();
        call.append("Check.question(\"%s\", %s)".formatted(question, classes));
        new TreeMap<>(form.values())
                .forEach(
                        (name, value) ->
                                call.append(".variant(\"%s\", %s)".formatted(name, value)));
        long later = plan.stream().filter(TestCase::hidden).count();
        if (later > 0) {
            call.append(".later(%s, %s)".formatted(later, points(plan, true)));
        }
        return call.append(".run();").toString();
    }

    private static int points(List<TestCase> plan, boolean hidden) {
        return plan.stream()
                .filter(test -> test.hidden() == hidden)
                .mapToInt(TestCase::points)
                .sum();
    }

    private Cell.Code code(Nbgrader kind, String source, String role, String question) {
        ObjectNode metadata = NODES.objectNode();
        kind.write(metadata, source);
        ObjectNode ours = metadata.putObject("openweights").put("role", role);
        if (!question.isEmpty()) {
            ours.put("question", question);
        }
        Cell.Code cell = new Cell.Code(kind.id(), metadata, source, null, List.of());
        cells.add(cell);
        return cell;
    }

    private ObjectNode metadata() {
        ObjectNode metadata = NODES.objectNode();
        metadata.putObject("kernelspec")
                .put("display_name", KernelSpec.DISPLAY_NAME)
                .put("language", "java")
                .put("name", KernelSpec.NAME);
        ObjectNode language = metadata.putObject("language_info");
        KernelLanguage.info().forEach(language::put);
        ObjectNode ours = metadata.putObject("openweights");
        ours.put("exercise", exercise.id()).put("version", exercise.version());
        if (!form.values().isEmpty()) {
            ours.put("student", student);
            ObjectNode variant = ours.putObject("variant");
            Map<String, Long> values = new TreeMap<>(form.values());
            values.forEach(variant::put);
        }
        return metadata;
    }
}
