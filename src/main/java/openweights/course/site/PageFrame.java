package openweights.course.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openweights.base.HtmlTemplate;

/**
 * What surrounds every page: the head, a link that skips to the text, the way home, the table of
 * contents, and the ways to the previous and the next page.
 *
 * @param title of the page
 * @param outline its headings; those of levels 2 and 3 make the table of contents
 * @param main the markup of what is to be read
 */
record PageFrame(
        String title,
        Outline outline,
        String main,
        Optional<Chapter> previous,
        Optional<Chapter> next) {

    static final String COURSE = "Open weights";

    /** Marks a page as written by the course; see {@link OutputFolder}. */
    static final String GENERATOR = "Open weights: course site";

    private static final HtmlTemplate TEMPLATE = HtmlTemplate.of(PageFrame.class, "page.html");

    /** With fewer headings a page needs no table of contents. */
    private static final int MIN_CONTENTS = 2;

    String html() {
        List<Outline.Entry> contents =
                outline.entries().stream()
                        .filter(entry -> entry.level() == 2 || entry.level() == 3)
                        .toList();
        Map<String, Object> values = new HashMap<>();
        values.put("generator", GENERATOR);
        values.put("course", COURSE);
        values.put("title", title.equals(COURSE) ? title : title + " – " + COURSE);
        values.put("has_contents", contents.size() >= MIN_CONTENTS);
        values.put("contents", contents.stream().map(PageFrame::entry).toList());
        values.put("main", main);
        values.put("turns", previous.isPresent() || next.isPresent());
        values.put("previous", previous.stream().map(Chapter::link).toList());
        values.put("next", next.stream().map(Chapter::link).toList());
        return TEMPLATE.fill(values);
    }

    private static Map<String, Object> entry(Outline.Entry entry) {
        return Map.of(
                "is_sub", entry.level() == 3,
                "id", entry.id(),
                "words", entry.words());
    }
}
