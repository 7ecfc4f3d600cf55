package openweights.course.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import openweights.base.Home;
import openweights.course.exercise.Check;
import openweights.course.lesson.Lesson.Block;
import openweights.course.markdown.Problem;
import openweights.course.notebook.Cell;
import openweights.runtime.session.CellOutcome;
import openweights.runtime.session.Execution;
import openweights.runtime.session.KernelSession;
import openweights.runtime.session.KernelSpec;

/** Runs lessons in the course's real kernel. Each lesson gets a fresh one. */
public final class LessonRunner {

    private static final Duration CELL_LIMIT = Duration.ofMinutes(2);

    private final Path root;
    private final Start start;

    public LessonRunner(Home project) {
        this(
                project.root(),
                folder ->
                        KernelSession.start(project.python(), KernelSpec.folder(project), folder));
    }

    /**
     * @param root the folder in which each lesson's working folder is created
     */
    LessonRunner(Path root, Start start) {
        this.root = root;
        this.start = start;
    }

    /** Starts a fresh kernel. */
    @FunctionalInterface
    interface Start {
        KernelSession kernel(Path workingFolder) throws IOException;
    }

    /** Is told which cell is about to run. */
    @FunctionalInterface
    public interface Progress {

        /**
         * @param number the code cell's number, counted from 1
         */
        void cell(CompiledLesson lesson, int number, int count);
    }

    /**
     * Runs the code cells in order, and stops after the first one that does not end as the lesson
     * says.
     *
     * @throws IOException if the kernel does not start
     */
    public LessonRun run(CompiledLesson lesson, Progress progress) throws IOException {
        Map<String, CellOutcome> outcomes = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        int count = lesson.notebook().code().size();
        try (WorkingFolder folder = WorkingFolder.of(root, lesson.entry());
                KernelSession kernel = start.kernel(folder.path())) {
            for (Cell.Code cell : lesson.notebook().code()) {
                progress.cell(lesson, outcomes.size() + 1, count);
                CellOutcome outcome = kernel.execute(execution(cell));
                outcomes.put(cell.id(), outcome);
                Block.Code code = Objects.requireNonNull(lesson.codes().get(cell.id()));
                CellVerdict verdict = CellVerdict.of(lesson.entry().file(), code, outcome);
                problems.addAll(verdict.problems());
                if (!verdict.ended()) {
                    break;
                }
            }
        }
        return report(lesson, outcomes, problems);
    }

    private static Execution execution(Cell.Code cell) {
        return Execution.of(cell.source()).withStopOnError(false).withTimeout(CELL_LIMIT);
    }

    private static LessonRun report(
            CompiledLesson lesson, Map<String, CellOutcome> outcomes, List<Problem> problems) {
        return new LessonRun(
                lesson.entry(),
                lesson.notebook().map(cell -> withOutputs(cell, outcomes)),
                problems,
                outcomes.size(),
                outcomes.values().stream().mapToInt(LessonRunner::checks).sum(),
                outcomes.values().stream().mapToDouble(CellOutcome::seconds).sum(),
                outcomes.values().stream()
                        .map(CellOutcome::peakMemory)
                        .reduce(OptionalLong.empty(), (before, last) -> last));
    }

    private static Cell withOutputs(Cell cell, Map<String, CellOutcome> outcomes) {
        CellOutcome outcome = outcomes.get(cell.id());
        if (!(cell instanceof Cell.Code code) || outcome == null) {
            return cell;
        }
        List<JsonNode> outputs = new ArrayList<>();
        outcome.outputs().forEach(outputs::add);
        OptionalInt count = outcome.executionCount();
        return code.ran(count.isPresent() ? count.getAsInt() : null, outputs);
    }

    private static int checks(CellOutcome outcome) {
        return (int)
                outcome.stream("stdout")
                        .lines()
                        .filter(line -> line.startsWith(Check.PASSED))
                        .count();
    }
}
