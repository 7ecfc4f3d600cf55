package openweights.course.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import openweights.base.Html;
import openweights.course.site.markup.AnsiText;
import openweights.course.site.markup.ForeignHtml;
import openweights.course.site.markup.MarkupException;
import openweights.course.site.markup.SliderHtml;

/**
 * The outputs of a cell as HTML. Of an output's representations the richest one without scripts is
 * shown: HTML, SVG, a bitmap, plain text. An SVG becomes the source of an image, so that its ids
 * and styles cannot clash with those of another.
 */
final class Outputs {

    /** How many characters of code fit on a line of the narrowest phone. */
    private static final int NARROW_COLUMNS = 36;

    /** A gap inside a line, such as between the columns of a text table. */
    private static final Pattern GAP = Pattern.compile("\\S {2,}\\S");

    private final String label;

    private final List<String> blocks = new ArrayList<>();
    private final StringBuilder streamText = new StringBuilder();
    private String streamName = "";

    private Outputs(String label) {
        this.label = label;
    }

    /**
     * The outputs of a cell; empty if there are none.
     *
     * @param label what screen readers call them, such as {@code Output 3}
     * @throws MarkupException if one of them cannot be shown
     */
    static String html(List<JsonNode> outputs, String label) {
        if (outputs.isEmpty()) {
            return "";
        }
        Outputs writer = new Outputs(label);
        outputs.forEach(writer::add);
        writer.endStream();
        return "<div class=\"out\">\n<p class=\"spoken\">%s:</p>\n%s</div>\n"
                .formatted(label, String.join("", writer.blocks));
    }

    private void add(JsonNode output) {
        String type = output.path("output_type").asText();
        if (type.equals("stream")) {
            stream(output.path("name").asText(), output.path("text").asText());
            return;
        }
        endStream();
        blocks.add(type.equals("error") ? error(output) : shown(output));
    }

    /** Consecutive pieces of one stream become one block. */
    private void stream(String name, String text) {
        if (!name.equals(streamName)) {
            endStream();
        }
        streamName = name;
        streamText.append(text);
    }

    private void endStream() {
        if (!streamText.toString().isBlank()) {
            String kind = streamName.equals("stderr") ? "said warned" : "said";
            blocks.add(text(kind, streamText.toString()));
        }
        streamText.setLength(0);
    }

    private String error(JsonNode error) {
        String trace =
                StreamSupport.stream(error.path("traceback").spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining("\n"));
        String named = error.path("ename").asText() + ": " + error.path("evalue").asText();
        return text("said error", trace.isEmpty() ? named : trace);
    }

    private String shown(JsonNode output) {
        JsonNode data = output.path("data");
        String plain = data.path("text/plain").asText();
        String html = data.path("text/html").asText();
        if (!html.isBlank()) {
            return foreign(html, plain);
        }
        for (String type : List.of("image/svg+xml", "image/png", "image/jpeg")) {
            if (data.has(type)) {
                return picture(type, data.path(type).asText(), alt(output, type, plain));
            }
        }
        if (!plain.isBlank()) {
            return text("said", plain);
        }
        throw new MarkupException(
                "an output that has no representation a page can show: " + data + ".");
    }

    private String foreign(String html, String plain) {
        Optional<SliderHtml> slider = SliderHtml.of(html);
        if (slider.isPresent()) {
            String output = label.toLowerCase(Locale.ROOT).replace(' ', '-');
            return slider.get().html(output + "-" + blocks.size());
        }
        ForeignHtml foreign = ForeignHtml.of(html);
        String shown = foreign.withoutRepeatedCaptions();
        boolean wide = foreign.hasTable() && width(plain) > NARROW_COLUMNS;
        return wide
                ? "<div class=\"scroll\"%s>\n%s\n</div>\n".formatted(reachable(), shown)
                : shown + "\n";
    }

    private static String alt(JsonNode output, String type, String plain) {
        String alt = output.path("metadata").path(type).path("alt").asText();
        String words = alt.isBlank() ? plain : alt;
        if (words.isBlank()) {
            throw new MarkupException(
                    "a picture (" + type + ") without alt text. Give the chart one.");
        }
        return words;
    }

    private static String picture(String type, String data, String alt) {
        String base64 =
                type.endsWith("+xml")
                        ? Base64.getEncoder().encodeToString(data.getBytes(StandardCharsets.UTF_8))
                        : data.replaceAll("\\s", "");
        return "<figure><img alt=\"%s\" src=\"data:%s;base64,%s\"></figure>\n"
                .formatted(Html.escape(alt), type, base64);
    }

    /** Text in columns keeps its alignment and scrolls; sentences wrap. */
    private String text(String kind, String text) {
        String html = AnsiText.html(text.stripTrailing());
        if (!isAligned(text) || kind.contains("error")) {
            return "<pre class=\"%s flows\">%s</pre>\n".formatted(kind, html);
        }
        String reach = width(text) > NARROW_COLUMNS ? reachable() : "";
        return "<pre class=\"%s aligned\"%s>%s</pre>\n".formatted(kind, reach, html);
    }

    private static boolean isAligned(String text) {
        return text.lines().filter(line -> GAP.matcher(line).find()).count() > 1;
    }

    /** What may need scrolling must be reachable by keyboard, and so needs a name. */
    private String reachable() {
        return " role=\"group\" aria-label=\"%s\" tabindex=\"0\"".formatted(label);
    }

    private static int width(String text) {
        return text.lines().mapToInt(String::length).max().orElse(0);
    }
}
