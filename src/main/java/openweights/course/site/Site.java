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

/**
 * The course as pages for readers: an index, a page for each lesson and each exercise, one style
 * sheet. The same notebooks give the same bytes.
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
     * Makes the pages of all lessons, and of their exercises as students get them.
     *
     * @throws SiteException with everything that is to be mended first
     */
    public static Site of(Home project) throws IOException {
        List<String> problems = new ArrayList<>();
        ReadingOrder shelf = ReadingOrder.read(project, problems);
        raise(problems);
        Destinations destinations = new Destinations(project.root(), shelf.chapters());
        Map<String, String> files = new TreeMap<>();
        files.put("style.css", stylesheet());
        files.put("index.html", IndexPage.html(shelf));
        for (Chapter chapter : shelf.chapters()) {
            ChapterPage page = new ChapterPage(chapter, shelf, destinations, problems);
            files.put(chapter.page(), page.html());
        }
        files.putAll(destinations.sourcePages());
        raise(problems);
        return new Site(files);
    }

    /**
     * Makes a page of one notebook by itself, as it would be in the course.
     *
     * @param root the folder that links to files lead into
     * @throws SiteException with everything that is to be mended first
     */
    static String page(Chapter chapter, Path root) throws IOException {
        List<String> problems = new ArrayList<>();
        ReadingOrder shelf = new ReadingOrder(List.of(chapter), Map.of());
        Destinations destinations = new Destinations(root, shelf.chapters());
        String html = new ChapterPage(chapter, shelf, destinations, problems).html();
        raise(problems);
        return html;
    }

    /** How many pages there are. */
    public int pages() {
        return (int) files.keySet().stream().filter(name -> name.endsWith(".html")).count();
    }

    /** The pages by name, such as {@code index.html}. */
    public Map<String, String> files() {
        return Map.copyOf(files);
    }

    /**
     * Writes the pages. What an earlier run wrote there and this one does not have is removed.
     *
     * @throws FileAlreadyExistsException if the folder holds something else
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
