package openweights.grading.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import openweights.base.AtomicFile;
import openweights.base.Count;
import openweights.base.Html;
import openweights.chart.Figure;
import openweights.grading.report.Statistics.Item;
import openweights.grading.result.GradingFolder;
import openweights.grading.result.Verdict;

/** The statistics of an exercise as a page for its instructor: one file with its charts inside. */
public final class StatisticsPage {

    private static final double WEAK = 0.1;

    private static final String HEAD =
            """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s: statistics</title>
            <style>
            :root { color-scheme: light dark; --line: #8884; --weak: #e8a80026; }
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
            h1 { font-size: 1.5rem; }
            img { max-width: 100%%; border-radius: .3rem; }
            table { border-collapse: collapse; width: 100%%; }
            td, th { text-align: left; vertical-align: top; padding: .35rem .6rem; border-top: 1px solid var(--line); }
            td.number, th.number { text-align: right; white-space: nowrap; }
            tr.weak { background: var(--weak); }
            ul { margin: .2rem 0; padding-left: 1.1rem; font-size: .85em; overflow-wrap: anywhere; }
            </style></head><body>
            <h1>%1$s: statistics</h1>
            """;

    private static final String EXPLAINED =
            """
            <p>Discrimination is the correlation between passing a test and the points of all other tests. In a highlighted row it is near 0 or below: the test does not
            separate strong work from weak, so check whether it tests what was taught. It is undefined where everyone or no one passes.</p>
            """;

    private StatisticsPage() {}

    /**
     * Writes the page into the folder for other programs.
     *
     * @return the page's file
     */
    public static Path write(GradingFolder folder, Statistics statistics) throws IOException {
        Path page = folder.export().resolve("statistics.html");
        AtomicFile.write(page, of(folder.exercise(), statistics));
        return page;
    }

    /** The page as HTML. */
    public static String of(String exercise, Statistics statistics) {
        StringBuilder page = new StringBuilder();
        page.append(HEAD.formatted(Html.escape(exercise)));
        page.append(
                "<p>%s, mean %s points, standard deviation %s%s.</p>\n"
                        .formatted(
                                Count.of(statistics.students(), "student"),
                                number(statistics.mean()),
                                number(statistics.deviation()),
                                StatisticsText.leftOut(statistics)));
        StatisticsCharts.of(statistics).ifPresent(charts -> page.append(image(charts)));
        page.append(
                "<table>\n<tr><th>test</th><th class=\"number\">passed</th><th class=\"number\">discrimination</th><th>outcomes</th></tr>\n");
        statistics.items().forEach(item -> page.append(row(item)));
        return page.append("</table>\n").append(EXPLAINED).append("</body></html>\n").toString();
    }

    private static String image(Figure figure) {
        return "<p><img alt=\"%s\" src=\"data:image/png;base64,%s\"></p>\n"
                .formatted(
                        Html.escape(figure.alt()),
                        Base64.getEncoder().encodeToString(figure.png()));
    }

    private static String row(Item item) {
        String messages =
                item.messages().entrySet().stream()
                        .map(each -> "<li>%d × %s</li>".formatted(each.getValue(), firstLine(each)))
                        .collect(Collectors.joining());
        return "<tr%s><td>%s: %s%s</td><td class=\"number\">%d%%</td><td class=\"number\">%s</td><td>%s%s</td></tr>\n"
                .formatted(
                        item.discrimination() < WEAK ? " class=\"weak\"" : "",
                        Html.escape(item.question()),
                        Html.escape(item.name()),
                        item.hidden() ? " (hidden)" : "",
                        Math.round(100 * item.passed()),
                        number(item.discrimination()),
                        Html.escape(text(item.verdicts())),
                        messages.isEmpty() ? "" : "<ul>" + messages + "</ul>");
    }

    private static String firstLine(Map.Entry<String, Integer> message) {
        return Html.escape(message.getKey().lines().findFirst().orElse(""));
    }

    /** {@code 3 passed, 1 took too long}. */
    static String text(Map<Verdict, Integer> verdicts) {
        return verdicts.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey().label())
                .collect(Collectors.joining(", "));
    }

    /** Two decimals, or a dash for a value that is undefined. */
    public static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.2f", value) : "–";
    }
}
