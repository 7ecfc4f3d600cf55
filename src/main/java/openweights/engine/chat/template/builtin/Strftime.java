package openweights.engine.chat.template.builtin;

import static java.util.Map.entry;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import openweights.engine.chat.template.value.Fault;
import openweights.engine.chat.template.value.TemplateException;

/** A date in the format of C's strftime, in English. */
final class Strftime {

    private static final Map<Character, String> PATTERNS =
            Map.ofEntries(
                    entry('A', "EEEE"),
                    entry('B', "MMMM"),
                    entry('D', "MM/dd/yy"),
                    entry('F', "yyyy-MM-dd"),
                    entry('H', "HH"),
                    entry('I', "hh"),
                    entry('M', "mm"),
                    entry('S', "ss"),
                    entry('T', "HH:mm:ss"),
                    entry('Y', "yyyy"),
                    entry('a', "EEE"),
                    entry('b', "MMM"),
                    entry('d', "dd"),
                    entry('j', "DDD"),
                    entry('m', "MM"),
                    entry('p', "a"),
                    entry('y', "yy"));

    private Strftime() {}

    static String format(String format, LocalDateTime time) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < format.length()) {
            char c = format.charAt(at++);
            if (c != '%' || at == format.length()) {
                out.append(c);
                continue;
            }
            boolean unpadded = format.charAt(at) == '-' && at + 1 < format.length();
            at += unpadded ? 1 : 0;
            out.append(directive(format.charAt(at++), unpadded, time));
        }
        return out.toString();
    }

    private static String directive(char letter, boolean unpadded, LocalDateTime time) {
        if (letter == '%') {
            return "%";
        }
        String pattern = PATTERNS.get(letter);
        if (pattern == null) {
            throw new TemplateException(
                    Fault.UNSUPPORTED, "strftime_now does not know %" + letter + ".");
        }
        String text = time.format(DateTimeFormatter.ofPattern(pattern, Locale.US));
        return unpadded ? text.replaceFirst("^0+(?=\\d)", "") : text;
    }
}
