package openweights.course.lesson;

import java.util.List;
import java.util.OptionalLong;
import openweights.course.markdown.Problem;
import openweights.course.notebook.Notebook;

/**
 * The result of running a lesson.
 *
 * @param notebook with the outputs of the cells that ran
 * @param problems each with its line in the lesson; empty if every cell behaved as the lesson says
 * @param cells how many code cells ran
 * @param checks how many checks passed
 * @param seconds run time of the cells, without the kernel's start
 * @param peakMemory peak resident set size of the kernel's process in bytes, where known
 */
public record LessonRun(
        Course.Entry entry,
        Notebook notebook,
        List<Problem> problems,
        int cells,
        int checks,
        double seconds,
        OptionalLong peakMemory) {

    public LessonRun {
        problems = List.copyOf(problems);
    }

    public boolean passed() {
        return problems.isEmpty();
    }
}
