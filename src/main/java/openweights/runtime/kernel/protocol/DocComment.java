package openweights.runtime.kernel.protocol;

import java.util.regex.Pattern;

/** The text of a documentation comment, without its markup. */
final class DocComment {

    private static final Pattern CODE = Pattern.compile("\\{@(?:code|literal)\\s+([^{}]*)\\}");
    private static final Pattern LINK =
            Pattern.compile("\\{@link(?:plain)?\\s+([^\\s{}]+)(?:\\s+([^{}]*))?\\}");
    private static final Pattern INLINE = Pattern.compile("\\{@\\w+\\s*([^{}]*)\\}");
    private static final Pattern PARAGRAPH = Pattern.compile("\\s*</?(?:p|ul|ol|dl|pre)>\\s*");
    private static final Pattern ITEM = Pattern.compile("\\s*<li>\\s*");
    private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z][^<>]*>");
    private static final Pattern TAG =
            Pattern.compile(
                    "(?m)^\\s*@(param|return|throws|since|see|author|apiNote|implSpec|implNote|jls|exception|deprecated|version)\\b");

    private DocComment() {}

    /** The description, and what the comment says of parameters, result, and exceptions. */
    static String text(String comment) {
        String text = CODE.matcher(comment).replaceAll("$1");
        text = LINK.matcher(text).replaceAll(link -> linked(link.group(1), link.group(2)));
        text = INLINE.matcher(text).replaceAll("$1");
        text = PARAGRAPH.matcher(text).replaceAll("\n\n");
        text = ITEM.matcher(text).replaceAll("\n- ");
        text = MARKUP.matcher(text).replaceAll("");
        text = TAG.matcher(text).replaceAll("$1:");
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&quot;", "\"")
                .replace("&#64;", "@")
                .replace("&amp;", "&")
                .replaceAll("(?m)[ \t]+$", "")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    private static String linked(String target, String label) {
        String shown = label == null || label.isBlank() ? target.replace('#', '.') : label;
        return java.util.regex.Matcher.quoteReplacement(shown.replaceFirst("^\\.", ""));
    }
}
