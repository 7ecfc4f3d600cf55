package openweights.course.lesson;

import java.util.List;
import java.util.OptionalLong;
import openweights.course.markdown.Problem;
import openweights.course.notebook.Notebook;

/**
 * What came of running a lesson.
 *
 * @param notebook with the outputs of the cells that ran
 * @param problems each at its line in the lesson; empty if every cell did what the lesson says
 * @param cells code cells that ran
 * @param checks checks that passed
 * @param seconds that the cells took; the kernel's start is not counted
 * @param peakMemory largest resident set of the kernel's process in bytes, where known
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
