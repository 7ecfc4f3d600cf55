package openweights.course.lesson;

import java.util.Map;
import openweights.course.notebook.Notebook;

/**
 * A lesson ready to run.
 *
 * @param notebook without outputs
 * @param codes the code block behind each code cell, by cell id: its line and its attributes
 */
public record CompiledLesson(
        Course.Entry entry, Notebook notebook, Map<String, Lesson.Block.Code> codes) {

    public CompiledLesson {
        codes = Map.copyOf(codes);
    }
}
