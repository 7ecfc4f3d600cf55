package openweights.course.site;

import java.util.Optional;
import openweights.base.Html;

/**
 * What stands around every page: its head, a link past everything to the text, the way home, the
 * ways to the pages before and after it.
 *
 * @param title of the page
 * @param contents its table of contents; empty if it needs none
 * @param main what is to be read
 */
record PageFrame(
        String title,
        String contents,
        String main,
        Optional<Chapter> before,
        Optional<Chapter> after) {

    static final String COURSE = "Open weights";

    /** By this a folder is known as one that the course wrote. */
    static final String GENERATOR =
            "<meta name=\"generator\" content=\"Open weights: course site\">";

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            %s
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'">
            <title>%s</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="style.css">
            %s</head>
            <body%s>
            <a class="skip" href="#text">Skip to the text</a>
            <header class="top"><a href="index.html">%s</a></header>
            <div class="page">
            %s<main id="text" tabindex="-1">
            %s</main>
            %s<footer>
            <p>Texts: <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">CC BY 4.0</a>. Code: <a href="https://www.apache.org/licenses/LICENSE-2.0" rel="license">Apache 2.0</a>.</p>
            </footer>
            </div>
            </body>
            </html>
            """;

    String html() {
        String whole = title.equals(COURSE) ? title : title + " – " + COURSE;
        return PAGE.formatted(
                GENERATOR,
                Html.escape(whole),
                relations(),
                contents.isEmpty() ? " class=\"plain\"" : "",
                COURSE,
                contents,
                main,
                turning());
    }

    private String relations() {
        return before.map(each -> relation("prev", each)).orElse("")
                + after.map(each -> relation("next", each)).orElse("");
    }

    private static String relation(String kind, Chapter to) {
        return "<link rel=\"%s\" href=\"%s\">\n".formatted(kind, to.page());
    }

    private String turning() {
        if (before.isEmpty() && after.isEmpty()) {
            return "";
        }
        return "<nav class=\"turn\" aria-label=\"Before and after\">\n"
                + before.map(each -> way("prev", "Before", each)).orElse("<span></span>\n")
                + after.map(each -> way("next", "Next", each)).orElse("")
                + "</nav>\n";
    }

    private static String way(String kind, String word, Chapter to) {
        return "<a rel=\"%s\" href=\"%s\"><small>%s</small> %s</a>\n"
                .formatted(kind, to.page(), word, Html.escape(to.title()));
    }
}
