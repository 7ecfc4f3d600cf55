package openweights.course.site;

import java.util.List;
import openweights.base.Html;

/** The table of contents of a page: its headings of level 2, and those of level 3 under them. */
record TableOfContents(Outline outline) {

    private static final int FEWEST = 2;

    String html() {
        List<Outline.Entry> entries =
                outline.entries().stream()
                        .filter(entry -> entry.level() == 2 || entry.level() == 3)
                        .toList();
        if (entries.size() < FEWEST) {
            return "";
        }
        StringBuilder html =
                new StringBuilder(
                        "<nav class=\"contents\" aria-labelledby=\"contents\">\n<p id=\"contents\">On this page</p>\n<ul>\n");
        for (Outline.Entry entry : entries) {
            html.append(
                    "<li%s><a href=\"#%s\">%s</a></li>\n"
                            .formatted(
                                    entry.level() == 3 ? " class=\"under\"" : "",
                                    entry.id(),
                                    Html.escape(entry.words())));
        }
        return html.append("</ul>\n</nav>\n").toString();
    }
}
