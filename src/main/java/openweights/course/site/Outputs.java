package openweights.course.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import openweights.base.Html;
import openweights.course.site.markup.AnsiText;
import openweights.course.site.markup.Figures;
import openweights.course.site.markup.ForeignHtml;
import openweights.course.site.markup.MarkupException;

/**
 * What a cell showed. Of an output's several forms the richest is taken that needs no script: HTML,
 * a drawing, a bitmap, text. A drawing becomes a picture by itself, so that its ids and styles
 * cannot clash with another one's.
 */
final class Outputs {

    /** So many characters of code fit into a line of the narrowest phone. */
    private static final int NARROWEST = 36;

    /** A gap inside a line, as between the columns of a table of text. */
    private static final Pattern COLUMNS = Pattern.compile("\\S {2,}\\S");

    private final String label;

    private final List<String> blocks = new ArrayList<>();
    private final StringBuilder said = new StringBuilder();
    private String voice = "";

    private Outputs(String label) {
        this.label = label;
    }

    /**
     * The outputs of a cell, or nothing if it showed nothing.
     *
     * @param label how a screen reader names them, such as {@code Output 3}
     * @throws MarkupException if one of them cannot be shown
     */
    static String html(List<JsonNode> outputs, String label) {
        if (outputs.isEmpty()) {
            return "";
        }
        Outputs writer = new Outputs(label);
        outputs.forEach(writer::add);
        writer.stopSaying();
        return "<div class=\"out\">\n<p class=\"spoken\">%s:</p>\n%s</div>\n"
                .formatted(label, String.join("", writer.blocks));
    }

    private void add(JsonNode output) {
        String type = output.path("output_type").asText();
        if (type.equals("stream")) {
            say(output.path("name").asText(), output.path("text").asText());
            return;
        }
        stopSaying();
        blocks.add(type.equals("error") ? error(output) : shown(output));
    }

    /** Stretches of the same stream are one text. */
    private void say(String stream, String text) {
        if (!stream.equals(voice)) {
            stopSaying();
        }
        voice = stream;
        said.append(text);
    }

    private void stopSaying() {
        if (!said.toString().isBlank()) {
            blocks.add(text(voice.equals("stderr") ? "said warned" : "said", said.toString()));
        }
        said.setLength(0);
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
        throw new MarkupException("an output of which no form can be shown: " + data + ".");
    }

    private String foreign(String html, String plain) {
        ForeignHtml.check(html);
        String once = Figures.namedOnce(html);
        boolean wide = html.contains("<table") && width(plain) > NARROWEST;
        return wide
                ? "<div class=\"scroll\"%s>\n%s\n</div>\n".formatted(reachable(), once)
                : once + "\n";
    }

    private static String alt(JsonNode output, String type, String plain) {
        String alt = output.path("metadata").path(type).path("alt").asText();
        String words = alt.isBlank() ? plain : alt;
        if (words.isBlank()) {
            throw new MarkupException(
                    "a picture (" + type + ") without words. Give the chart its alt text.");
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

    /** Columns of text keep their places and scroll; sentences go on in the next line. */
    private String text(String kind, String text) {
        String html = AnsiText.html(text.stripTrailing());
        if (!isAligned(text) || kind.contains("error")) {
            return "<pre class=\"%s flows\">%s</pre>\n".formatted(kind, html);
        }
        String reach = width(text) > NARROWEST ? reachable() : "";
        return "<pre class=\"%s aligned\"%s>%s</pre>\n".formatted(kind, reach, html);
    }

    private static boolean isAligned(String text) {
        return text.lines().filter(line -> COLUMNS.matcher(line).find()).count() > 1;
    }

    /** What may have to be scrolled must be reachable by keyboard, and then have a name. */
    private String reachable() {
        return " role=\"group\" aria-label=\"%s\" tabindex=\"0\"".formatted(label);
    }

    private static int width(String text) {
        return text.lines().mapToInt(String::length).max().orElse(0);
    }
}
