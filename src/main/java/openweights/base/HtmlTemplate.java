package openweights.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTML file with places for values, in a subset of Mustache's notation:
 *
 * <ul>
 *   <li><code>{{name}}</code>: text, escaped
 *   <li><code>{{{name}}}</code>: markup that is inserted as it is
 *   <li><code>{{#name}} … {{/name}}</code>: once for each item of a list, whose values hide outer
 *       ones of the same name; for a boolean, once if it is true
 *   <li><code>{{^name}} … {{/name}}</code>: once if the list is empty or the boolean false
 * </ul>
 *
 * A section's tag on a line of its own leaves no line behind.
 *
 * <pre>{@code
 * HtmlTemplate page = HtmlTemplate.of(Site.class, "page.html");
 * page.fill(Map.of("title", "Loss < 1", "lines", List.of(Map.of("text", "a"))));
 * }</pre>
 */
public final class HtmlTemplate {

    private static final Pattern TAG =
            Pattern.compile(
                    "\\{\\{\\{(?<markup>\\w+)}}}|\\{\\{(?<kind>[#^/]?)(?<name>\\w+)}}(?<end>\n?)");

    private final String name;
    private final String template;

    private HtmlTemplate(String name, String template) {
        this.name = name;
        this.template = template;
    }

    /**
     * Reads a template.
     *
     * @param owner the class beside which it lies in the jar
     */
    public static HtmlTemplate of(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            return new HtmlTemplate(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The template with all of its places filled.
     *
     * @param values for sections, booleans and lists of such maps; for places, anything else
     * @throws IllegalArgumentException if a place has no value
     */
    public String fill(Map<String, ?> values) {
        return fill(template, values);
    }

    private String fill(String text, Map<String, ?> values) {
        StringBuilder filled = new StringBuilder(text.length());
        Matcher tag = TAG.matcher(text);
        int from = 0;
        while (tag.find(from)) {
            filled.append(text, from, tag.start());
            from = tag.end();
            if (tag.group("markup") != null) {
                filled.append(value(tag.group("markup"), values));
            } else if (tag.group("kind").isEmpty()) {
                filled.append(Html.escape(value(tag.group("name"), values).toString()));
                filled.append(tag.group("end"));
            } else {
                from = section(text, tag, values, filled);
            }
        }
        return filled.append(text, from, text.length()).toString();
    }

    /** Fills a section and returns where it ends. */
    private int section(String text, Matcher open, Map<String, ?> values, StringBuilder filled) {
        String section = open.group("name");
        String close = "{{/" + section + "}}";
        int bodyStart = isAlone(text, open.start(), open.end()) ? open.end() : open.end("name") + 2;
        int bodyEnd = text.indexOf(close, bodyStart);
        if (bodyEnd < 0) {
            throw new IllegalArgumentException(name + ": {{#" + section + "}} is never closed.");
        }
        String body = text.substring(bodyStart, bodyEnd);
        List<Map<String, ?>> items = items(value(section, values));
        if (open.group("kind").equals("^")) {
            filled.append(items.isEmpty() ? fill(body, values) : "");
        } else {
            for (Map<String, ?> item : items) {
                Map<String, Object> inner = new HashMap<>(values);
                inner.putAll(item);
                filled.append(fill(body, inner));
            }
        }
        int end = bodyEnd + close.length();
        return isAlone(text, bodyEnd, end + 1) ? end + 1 : end;
    }

    /** Whether this stretch, which may end in a line break, is a whole line. */
    private static boolean isAlone(String text, int start, int end) {
        return (start == 0 || text.charAt(start - 1) == '\n')
                && end <= text.length()
                && text.charAt(end - 1) == '\n';
    }

    private Object value(String place, Map<String, ?> values) {
        Object value = values.get(place);
        if (value == null) {
            throw new IllegalArgumentException(name + ": there is no value for " + place + ".");
        }
        return value;
    }

    @SuppressWarnings("unchecked") // the caller's promise; see fill
    private static List<Map<String, ?>> items(Object value) {
        if (value instanceof Boolean shown) {
            return shown ? List.of(Map.of()) : List.of();
        }
        return (List<Map<String, ?>>) value;
    }
}
