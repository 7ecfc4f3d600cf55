package openweights.course.site.markup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openweights.base.Html;

/**
 * Terminal output as HTML: bold and red from ANSI escape sequences, no other styles, and only the
 * final state of lines that were overwritten.
 */
public final class AnsiText {

    private static final Pattern SEQUENCE = Pattern.compile("\u001b\\[([0-9;]*)([a-zA-Z])");
    private static final Pattern OVERWRITTEN = Pattern.compile("(?m)^.*\r(?!\n|$)");

    private final StringBuilder html = new StringBuilder();
    private boolean bold;
    private boolean red;

    private AnsiText() {}

    public static String html(String text) {
        AnsiText writer = new AnsiText();
        writer.write(OVERWRITTEN.matcher(text.replace("\r\n", "\n")).replaceAll(""));
        return writer.html.toString();
    }

    private void write(String text) {
        Matcher sequence = SEQUENCE.matcher(text);
        int from = 0;
        while (sequence.find()) {
            span(text.substring(from, sequence.start()));
            if (sequence.group(2).equals("m")) {
                apply(sequence.group(1));
            }
            from = sequence.end();
        }
        span(text.substring(from));
    }

    private void apply(String codes) {
        for (String code : codes.split(";")) {
            switch (code) {
                case "", "0" -> bold = red = false;
                case "1" -> bold = true;
                case "22" -> bold = false;
                case "31", "91" -> red = true;
                case "39" -> red = false;
                default -> {} // no other style carries meaning here
            }
        }
    }

    private void span(String text) {
        String words = Html.escape(text.replace("\r", ""));
        if (words.isEmpty()) {
            return;
        }
        String marked = bold ? "<b>" + words + "</b>" : words;
        html.append(red ? "<span class=\"red\">" + marked + "</span>" : marked);
    }
}
