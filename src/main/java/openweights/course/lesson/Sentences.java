package openweights.course.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences of a paragraph of Markdown. */
final class Sentences {

    /** What no sentence ends in: code, a formula, a link's destination, parentheses. */
    private static final Pattern WHOLE =
            Pattern.compile("`[^`]*`|\\$[^$]*\\$|\\]\\([^)]*\\)|\\([^()]*\\)");

    private static final Pattern END = Pattern.compile("[.?!][)*\"”]*\\s+(?=[\\p{Lu}`$*\\[(\"“])");

    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)");

    private Sentences() {}

    /**
     * The sentence at a position with some of those around it, without links, parentheses around
     * all of it, and a colon at its end.
     */
    static String around(String paragraph, int at, int before, int after) {
        List<Integer> starts = starts(masked(paragraph, at));
        int sentence = 0;
        while (sentence + 1 < starts.size() && starts.get(sentence + 1) <= at) {
            sentence++;
        }
        int last = sentence + 1 + after;
        String found =
                paragraph.substring(
                        starts.get(Math.max(0, sentence - before)),
                        last < starts.size() ? starts.get(last) : paragraph.length());
        return whole(LINK.matcher(found.strip()).replaceAll("$1"));
    }

    private static List<Integer> starts(String masked) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        Matcher end = END.matcher(masked);
        while (end.find()) {
            starts.add(end.end());
        }
        return starts;
    }

    /** The same length, but without ends of sentences in what belongs together. */
    private static String masked(String paragraph, int at) {
        return WHOLE.matcher(paragraph)
                .replaceAll(
                        part ->
                                part.start() <= at && at < part.end()
                                        ? Matcher.quoteReplacement(part.group())
                                        : mask(part));
    }

    private static String mask(MatchResult part) {
        String text = part.group();
        int kept = text.matches(".*[.?!]\\)") ? 2 : 0;
        return "X".repeat(text.length() - kept) + text.substring(text.length() - kept);
    }

    private static String whole(String text) {
        boolean opens = text.startsWith("(") && !text.contains(") ");
        String inner = opens ? text.substring(1) : text;
        boolean closes = inner.endsWith(")") && count(inner, '(') < count(inner, ')');
        String all = closes ? inner.substring(0, inner.length() - 1) : inner;
        return all.replaceFirst("[:;,]$", ".");
    }

    private static long count(String text, char c) {
        return text.chars().filter(each -> each == c).count();
    }
}
