package openweights.course.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import openweights.base.AtomicFile;
import openweights.base.Home;

/** The glossary as a Markdown file among the notebooks, for JupyterLab. */
public final class GlossaryFile {

    /** The file's name. */
    public static final String NAME = "glossary.md";

    private GlossaryFile() {}

    /**
     * Writes the file, if the course has a glossary.
     *
     * @throws LessonException with every problem in the glossary
     */
    static void write(Home project) throws IOException {
        Glossary glossary = Glossary.read(project.lessons());
        if (!glossary.entries().isEmpty()) {
            AtomicFile.write(file(project), text(glossary));
        }
    }

    /**
     * Compares the committed file with the lessons.
     *
     * @return lines to show, the last of which names the command that fixes it; empty if nothing
     *     differs
     * @throws LessonException with every problem in the glossary
     */
    public static List<String> check(Home project) throws IOException {
        Glossary glossary = Glossary.read(project.lessons());
        Path file = file(project);
        boolean same =
                glossary.entries().isEmpty()
                        || (Files.exists(file) && Files.readString(file).equals(text(glossary)));
        return same
                ? List.of()
                : List.of(
                        "notebooks/" + NAME + " differs from what the lessons say now.",
                        "Fix it with: ./course build");
    }

    private static Path file(Home project) {
        return project.notebooks().resolve(NAME);
    }

    static String text(Glossary glossary) {
        StringBuilder text =
                new StringBuilder(
                        """
                        # Glossary

                        What the lessons say about the terms that they use. Each link leads to the lesson that explains more.
                        """);
        String letter = "";
        for (Glossary.Entry entry : glossary.entries()) {
            if (!entry.letter().equals(letter)) {
                letter = entry.letter();
                text.append("\n## ").append(letter).append('\n');
            }
            text.append("\n**")
                    .append(entry.term())
                    .append("**: ")
                    .append(words(entry))
                    .append('\n');
        }
        return text.toString();
    }

    private static String words(Glossary.Entry entry) {
        return entry.definition()
                .map(each -> each.markdown() + " " + link(each))
                .orElseGet(() -> "see *" + entry.see() + "*.");
    }

    /** A link in the form in which JupyterLab names headings. */
    private static String link(Glossary.Definition definition) {
        String anchor =
                definition.heading().replace(' ', '-').replace("(", "%28").replace(")", "%29");
        return "([lesson %s](%s.ipynb#%s))"
                .formatted(definition.lesson().number(), definition.lesson().slug(), anchor);
    }
}
