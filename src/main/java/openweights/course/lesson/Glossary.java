package openweights.course.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import openweights.course.markdown.Anchors;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Node;

/**
 * The terms of the field that the lessons define, as listed in {@code lessons/glossary.yaml}, with
 * the sentences that define them: those of the lessons, or where they lean on what stands around
 * them, some of the list's own.
 */
public record Glossary(List<Entry> entries) {

    /** The file's path in the project, for messages. */
    static final String FILE = "lessons/glossary.yaml";

    /**
     * A term.
     *
     * @param see the term under which it is explained; empty if it is explained here
     * @param definition empty if the entry refers to another
     */
    public record Entry(String term, String see, Optional<Definition> definition) {

        /** The letter under which it stands. */
        public String letter() {
            return term.substring(0, 1).toUpperCase(Locale.ROOT);
        }

        /** The entry's anchor on a page of all terms. */
        public String anchor() {
            return Anchors.slug(term);
        }
    }

    /**
     * What a lesson says about a term.
     *
     * @param text the term as the lesson emphasizes it; empty if a whole section explains it
     * @param heading the words of the heading above
     * @param markdown the sentences, on one line and without links
     */
    public record Definition(Course.Entry lesson, String text, String heading, String markdown) {

        /**
         * The term in the parsed lesson.
         *
         * @param documents the lesson as one document, or as the cells of its notebook
         */
        public Optional<Emphasis> emphasis(List<Node> documents) {
            return DefiningText.emphasis(documents, text);
        }
    }

    public Glossary {
        entries = List.copyOf(entries);
    }

    /**
     * Reads the list and looks up the definitions; without a list there are no entries.
     *
     * @throws LessonException with every problem in the list
     */
    public static Glossary read(Path lessons) throws IOException {
        Path file = lessons.resolve("glossary.yaml");
        return Files.exists(file)
                ? new GlossaryReader(lessons, Files.readString(file)).read()
                : new Glossary(List.of());
    }

    /** The entries that a lesson defines. */
    public List<Entry> definedIn(String slug) {
        return entries.stream()
                .filter(
                        entry ->
                                entry.definition()
                                        .filter(each -> each.lesson().slug().equals(slug))
                                        .isPresent())
                .toList();
    }
}
