package openweights.course.lesson;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import openweights.base.Sha256;
import openweights.course.lesson.Lesson.Block;
import openweights.course.markdown.MarkdownTree;
import openweights.course.markdown.Problems;
import openweights.course.notebook.Notebook;
import openweights.runtime.session.KernelLanguage;
import openweights.runtime.session.KernelSpec;
import org.commonmark.node.Node;

/**
 * Compiles a lesson's file to a notebook without outputs. The same text always gives the same
 * notebook.
 */
final class LessonCompiler {

    private final Path lessons;
    private final Regions regions;

    /**
     * @param lessons the folder of the lessons
     * @param sources root folder of the Java sources, for regions
     */
    LessonCompiler(Path lessons, Path sources) {
        this.lessons = lessons.toAbsolutePath().normalize();
        this.regions = new Regions(sources);
    }

    /**
     * Compiles one lesson.
     *
     * @throws LessonException with every problem in the lesson
     */
    CompiledLesson compile(Course.Entry entry) throws IOException {
        Path file = lessons.resolve(entry.slug() + ".md");
        if (!Files.isRegularFile(file)) {
            Problems problems = new Problems(entry.file());
            problems.add(
                    1,
                    "this file does not exist, but lessons/course.yaml lists it. Write the lesson, or remove it from the list.");
            problems.raise(LessonException::new);
        }
        return compile(entry, Files.readString(file));
    }

    CompiledLesson compile(Course.Entry entry, String source) {
        Problems problems = new Problems(entry.file());
        String text = source.replace("\r\n", "\n");
        Node document = MarkdownTree.parse(text);
        Fences.check(document, problems);
        Directive.checkPlacement(document, problems);
        Edits edits = new Edits();
        Links.edit(lessons, document, text, edits, problems);
        Fences.edit(document, text, edits);
        List<Block> blocks = LessonParser.blocks(document, edits.applyTo(text), problems);
        Lints.check(entry, document, blocks, problems);
        Lesson lesson = new Lesson(entry.slug(), entry.title(), blocks);
        NotebookCompiler.Cells cells = NotebookCompiler.compile(lesson, regions, problems);
        problems.raise(LessonException::new);
        Notebook notebook = new Notebook(metadata(entry, text), cells.cells());
        return new CompiledLesson(entry, notebook, cells.codes());
    }

    private static ObjectNode metadata(Course.Entry entry, String text) {
        ObjectNode metadata = JsonNodeFactory.instance.objectNode();
        metadata.putObject("kernelspec")
                .put("display_name", KernelSpec.DISPLAY_NAME)
                .put("language", "java")
                .put("name", KernelSpec.NAME);
        ObjectNode language = metadata.putObject("language_info");
        KernelLanguage.info().forEach(language::put);
        metadata.putObject("openweights")
                .put("lesson", entry.slug())
                .put("source_sha256", Sha256.of(text));
        return metadata;
    }
}
