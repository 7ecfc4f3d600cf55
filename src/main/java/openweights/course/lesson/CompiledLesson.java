package openweights.course.lesson;

import java.util.Map;
import openweights.course.notebook.Notebook;

/**
 * A lesson ready to run.
 *
 * @param notebook without outputs
 * @param codes the block from which each code cell was made, by cell id
 */
public record CompiledLesson(
        Course.Entry entry, Notebook notebook, Map<String, Lesson.Block.Code> codes) {

    public CompiledLesson {
        codes = Map.copyOf(codes);
    }
}
