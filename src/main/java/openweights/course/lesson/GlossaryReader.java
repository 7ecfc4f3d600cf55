package openweights.course.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import openweights.course.markdown.Anchors;
import openweights.course.markdown.MarkdownTree;
import openweights.course.markdown.Problems;
import org.jspecify.annotations.Nullable;

/** Reads {@code glossary.yaml} and reports everything that is wrong with it. */
final class GlossaryReader {

    private static final YamlList LIST =
            new YamlList(
                    "glossary.yaml",
                    "term",
                    "{term: learning rate, lesson: 2, before: 1} or {term: XOR, see: exclusive"
                            + " or}");

    private final Path lessons;
    private final String list;
    private final Problems problems = new Problems(Glossary.FILE);
    private final Map<Integer, Course.Entry> course;
    private final Map<String, String> texts = new HashMap<>();

    /**
     * A line of the list.
     *
     * @param lesson the number of the lesson that defines it; null if it refers to another entry
     * @param text the term as the lesson emphasizes it, if that is not the term itself
     * @param before how many sentences before that one belong to the definition
     * @param after how many sentences after it do
     * @param says a definition that is understood by itself, where the lesson's sentences are not
     * @param heading the section that explains a term which no sentence emphasizes
     * @param see the entry to which it refers; null if a lesson defines it
     */
    private record Line(
            @Nullable String term,
            @Nullable Integer lesson,
            @Nullable String text,
            int before,
            int after,
            @Nullable String says,
            @Nullable String heading,
            @Nullable String see) {

        /** The words of its own, or those sentences of the lesson that belong to the definition. */
        String definition(DefiningText found) {
            return says == null ? found.sentences(before, after) : says;
        }
    }

    GlossaryReader(Path lessons, String list) throws IOException {
        this.lessons = lessons;
        this.list = list;
        course =
                Course.read(lessons).entries().stream()
                        .collect(
                                Collectors.toMap(
                                        entry -> Integer.parseInt(entry.number()),
                                        Function.identity()));
    }

    Glossary read() throws IOException {
        List<Line> lines = lines();
        order(lines);
        List<Glossary.Entry> entries = new ArrayList<>();
        for (Line line : lines) {
            entry(line, lines).ifPresent(entries::add);
        }
        problems.raise(LessonException::new);
        return new Glossary(entries);
    }

    private List<Line> lines() {
        List<Line> lines = LIST.read(list, Line[].class, problems);
        if (lines.stream().allMatch(line -> line.term() != null)) {
            return lines;
        }
        problems.add(1, "an entry has no term. " + LIST.advice());
        return List.of();
    }

    private void order(List<Line> lines) {
        Set<String> seen = new HashSet<>();
        String before = "";
        for (Line line : lines) {
            String term = term(line);
            if (!seen.add(Anchors.slug(term))) {
                report(line, "is listed twice. Remove one of the two lines.");
            } else if (sorted(term).compareTo(sorted(before)) < 0) {
                report(line, "follows \"" + before + "\". Sort the list by term.");
            }
            before = term;
        }
    }

    private static String sorted(String term) {
        return term.toLowerCase(Locale.ROOT);
    }

    private Optional<Glossary.Entry> entry(Line line, List<Line> all) throws IOException {
        if (line.see() != null) {
            boolean found =
                    all.stream()
                            .anyMatch(each -> each.see() == null && term(each).equals(line.see()));
            if (!found || line.lesson() != null) {
                report(
                        line,
                        "refers to \"%s\", which must be a term that a lesson defines; then this one has no lesson."
                                .formatted(line.see()));
            }
            return Optional.of(new Glossary.Entry(term(line), line.see(), Optional.empty()));
        }
        Course.Entry lesson = line.lesson() == null ? null : course.get(line.lesson());
        if (lesson == null) {
            report(line, "names no lesson of the course. " + LIST.advice());
            return Optional.empty();
        }
        return definition(line, lesson)
                .map(found -> new Glossary.Entry(term(line), "", Optional.of(found)));
    }

    private Optional<Glossary.Definition> definition(Line line, Course.Entry lesson)
            throws IOException {
        if (line.heading() != null) {
            return section(line, line.heading(), lesson);
        }
        String text = line.text() == null ? term(line) : line.text();
        Optional<DefiningText> found = DefiningText.find(source(lesson), text);
        if (found.isEmpty()) {
            report(
                    line,
                    "is not defined in %s: nothing there reads *%s*, apart from the list of what the lesson teaches. Emphasize the term where it is explained, or correct text."
                            .formatted(lesson.file(), text));
        }
        return found.map(
                each ->
                        new Glossary.Definition(
                                lesson, text, each.heading(), line.definition(each)));
    }

    private Optional<Glossary.Definition> section(Line line, String heading, Course.Entry lesson)
            throws IOException {
        if (line.says() == null || !DefiningText.hasHeading(source(lesson), heading)) {
            report(
                    line,
                    "has a heading, which must be one of %s, and then needs says."
                            .formatted(lesson.file()));
            return Optional.empty();
        }
        return Optional.of(new Glossary.Definition(lesson, "", heading, line.says()));
    }

    private String source(Course.Entry lesson) throws IOException {
        String known = texts.get(lesson.slug());
        if (known != null) {
            return known;
        }
        Path file = lessons.resolve(lesson.slug() + ".md");
        String text = Files.exists(file) ? Files.readString(file).replace("\r\n", "\n") : "";
        texts.put(lesson.slug(), text);
        return text;
    }

    private static String term(Line line) {
        return String.valueOf(line.term());
    }

    private void report(Line line, String what) {
        String term = term(line);
        int at = -1;
        var lines = Pattern.compile("term: *\"?" + Pattern.quote(term) + "\"? *[,}]").matcher(list);
        while (lines.find()) {
            at = lines.start();
        }
        problems.add(MarkdownTree.newlines(list, Math.max(0, at)) + 1, "\"" + term + "\" " + what);
    }
}
