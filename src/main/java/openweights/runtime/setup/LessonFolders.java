package openweights.runtime.setup;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a student finds a notebook: in a folder for each lesson, with the lesson's exercises beside
 * it.
 *
 * @param byNumber the lessons, such as {@code 03-a-tiny-network-learns}, by their two digits
 * @param names of all that is handed out
 */
record LessonFolders(Map<String, String> byNumber, Set<String> names) {

    private static final Pattern NAME =
            Pattern.compile("(?:exercise-)?(\\d\\d)-[a-z0-9-]+\\.ipynb");

    private static final Pattern LINK =
            Pattern.compile("\\]\\(((?:(?:exercise-)?\\d\\d-[a-z0-9-]+\\.ipynb|glossary\\.md))");

    /**
     * A link or a text in Java that leads out of the folder; the quote is escaped in a notebook.
     */
    private static final Pattern OUTWARD = Pattern.compile("(\\]\\(|\\\\\")(\\.\\./)");

    /** The folders for what is in {@code notebooks/}. */
    static LessonFolders of(List<Path> notebooks) {
        Set<String> names =
                notebooks.stream()
                        .map(file -> file.getFileName().toString())
                        .collect(Collectors.toCollection(TreeSet::new));
        return new LessonFolders(
                names.stream()
                        .filter(name -> name.matches("\\d\\d-[a-z0-9-]+\\.ipynb"))
                        .map(name -> name.replace(".ipynb", ""))
                        .collect(
                                Collectors.toMap(
                                        lesson -> lesson.substring(0, 2),
                                        Function.identity(),
                                        (first, second) -> first)),
                names);
    }

    /**
     * The place of a file, relative to the folder of all copies. What belongs to no lesson, such as
     * the glossary, stays at the top.
     */
    Path place(String name) {
        Matcher matcher = NAME.matcher(NewVersion.original(name));
        String lesson = matcher.matches() ? byNumber.get(matcher.group(1)) : null;
        return lesson == null ? Path.of(name) : Path.of(lesson, name);
    }

    /**
     * The text of a file that lay at the top, changed for its place: links to other notebooks, and
     * paths that begin with {@code ../}.
     */
    String atItsPlace(String name, String text) {
        Path folder = place(name).getParent();
        String deeper = folder == null ? text : OUTWARD.matcher(text).replaceAll("$1../$2");
        return LINK.matcher(deeper)
                .replaceAll(link -> Matcher.quoteReplacement("](" + link(folder, link)));
    }

    private String link(@Nullable Path folder, MatchResult found) {
        Path target = place(found.group(1));
        Path way = folder == null ? target : folder.relativize(target);
        return way.toString().replace('\\', '/');
    }
}
