package openweights.course.site.markup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import openweights.base.Html;

/**
 * Highlights code: comments, strings, numbers and keywords get the classes {@code c}, {@code s},
 * {@code n} and {@code k}.
 *
 * <p>Each line is a {@code <span class="line">} that carries its indentation, so that wrapped text
 * can be indented further.
 */
public final class CodeColors {

    private static final String STRING =
            "(?<s>\"\"\"[\\s\\S]*?(?:\"\"\"|$)|\"(?:\\\\.|[^\"\\\\\n])*\"?|'(?:\\\\.|[^'\\\\\n])+')";
    private static final String NUMBER =
            "(?<n>(?<![\\w.])(?:0[xXbB][0-9a-fA-F_]+|\\d[\\d_]*(?:\\.\\d[\\d_]*)?(?:[eE][+-]?\\d+)?)[fFdDlL]?(?!\\w))";

    private static final Pattern JAVA =
            Pattern.compile(
                    "(?<c>//[^\n]*|/\\*[\\s\\S]*?(?:\\*/|$))|"
                            + STRING
                            + "|(?<k>\\b(?:abstract|assert|boolean|break|byte|case|catch|char|class|continue"
                            + "|default|do|double|else|enum|extends|false|final|finally|float|for|if|implements"
                            + "|import|instanceof|int|interface|long|native|new|null|package|permits|private"
                            + "|protected|public|record|return|sealed|short|static|super|switch|synchronized"
                            + "|this|throw|throws|true|try|var|void|while|yield)\\b)|"
                            + NUMBER);
    private static final Pattern JSON =
            Pattern.compile("(?<c>(?!))|" + STRING + "|(?<k>\\b(?:true|false|null)\\b)|" + NUMBER);
    private static final Pattern PLAIN =
            Pattern.compile("(?<c>(?!))|(?<s>(?!))|(?<k>(?!))|(?<n>(?!))");

    private CodeColors() {}

    /**
     * The content of a {@code <pre>} element.
     *
     * @param language as in a fence's info string: {@code java} or {@code json}; any other is not
     *     highlighted
     */
    public static String html(String code, String language) {
        Pattern tokens =
                switch (language) {
                    case "java" -> JAVA;
                    case "json" -> JSON;
                    default -> PLAIN;
                };
        Matcher token = tokens.matcher(code);
        StringBuilder html = new StringBuilder();
        int from = 0;
        while (token.find()) {
            html.append(Html.escape(code.substring(from, token.start())));
            html.append(marked(token));
            from = token.end();
        }
        return inLines(html.append(Html.escape(code.substring(from))).toString());
    }

    /** A token that spans several lines is marked on each of them. */
    private static String marked(Matcher token) {
        String kind =
                token.group("c") != null
                        ? "c"
                        : token.group("s") != null ? "s" : token.group("k") != null ? "k" : "n";
        String start = "<span class=\"" + kind + "\">";
        return Html.escape(token.group())
                .lines()
                .map(line -> line.isBlank() ? line : start + line + "</span>")
                .collect(Collectors.joining("\n"));
    }

    private static String inLines(String html) {
        return html.lines().map(CodeColors::line).collect(Collectors.joining());
    }

    private static String line(String html) {
        String text = html.replaceFirst("^<span class=\"[csn]\">", "");
        int indent = text.length() - text.stripLeading().length();
        String style = indent == 0 ? "" : " style=\"--in:" + indent + "\"";
        String shown = html.replaceFirst("^( +)", "<span class=\"in\">$1</span>");
        return "<span class=\"line\"" + style + ">" + shown + "\n</span>";
    }
}
