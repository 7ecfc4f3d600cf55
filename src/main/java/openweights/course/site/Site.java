package openweights.course.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import openweights.base.Home;
import openweights.course.lesson.Glossary;
import openweights.course.lesson.LessonException;

/**
 * The course as web pages: an index, a glossary, a page for each lesson and exercise, and one style
 * sheet. The same notebooks always produce the same bytes.
 *
 * <pre>{@code
 * Site site = Site.of(Home.locate());
 * site.write(Path.of("target/site"));
 * }</pre>
 */
public final class Site {

    private final Map<String, String> files;

    private Site(Map<String, String> files) {
        this.files = files;
    }

    /**
     * Renders all lessons, and their exercises in the version that students get.
     *
     * @throws SiteException with everything that must be fixed first
     */
    public static Site of(Home project) throws IOException {
        List<String> problems = new ArrayList<>();
        ReadingOrder order = ReadingOrder.read(project, problems);
        Glossary glossary = glossary(project, problems);
        raise(problems);
        Destinations destinations = new Destinations(project.root(), order.chapters());
        Map<String, String> files = new TreeMap<>();
        files.put("style.css", stylesheet());
        files.put("index.html", IndexPage.html(order));
        files.put(GlossaryPage.NAME, GlossaryPage.html(glossary));
        for (Chapter chapter : order.chapters()) {
            TermNode.mark(chapter, glossary);
            ChapterPage page = new ChapterPage(chapter, order, destinations, problems);
            files.put(chapter.page(), page.html());
        }
        files.putAll(destinations.sourcePages());
        raise(problems);
        return new Site(files);
    }

    private static Glossary glossary(Home project, List<String> problems) throws IOException {
        try {
            return Glossary.read(project.lessons());
        } catch (LessonException e) {
            problems.add(e.getMessage());
            return new Glossary(List.of());
        }
    }

    /**
     * Renders one notebook alone, as it would appear in the course.
     *
     * @param root the project's folder, against which links to files are resolved
     * @throws SiteException with everything that must be fixed first
     */
    static String page(Chapter chapter, Path root) throws IOException {
        List<String> problems = new ArrayList<>();
        ReadingOrder order = new ReadingOrder(List.of(chapter), Map.of());
        Destinations destinations = new Destinations(root, order.chapters());
        String html = new ChapterPage(chapter, order, destinations, problems).html();
        raise(problems);
        return html;
    }

    /** The number of pages. */
    public int pages() {
        return (int) files.keySet().stream().filter(name -> name.endsWith(".html")).count();
    }

    /** The text of each file by name, such as {@code index.html}. */
    public Map<String, String> files() {
        return Map.copyOf(files);
    }

    /**
     * Writes the pages, and removes those of an earlier run that no longer exist.
     *
     * @throws FileAlreadyExistsException if the folder contains other files and no earlier edition
     */
    public void write(Path folder) throws IOException {
        new OutputFolder(folder).write(files);
    }

    private static void raise(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new SiteException(problems);
        }
    }

    private static String stylesheet() throws IOException {
        try (var css = Site.class.getResourceAsStream("style.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
