package openweights.grading.compiler;

import java.util.regex.Pattern;

/**
 * Lines that address the kernel and not Java. A line that only begins with a percent sign, within
 * an expression or a text block, is Java.
 */
final class Magics {

    private static final Pattern LINE = Pattern.compile("%{1,2}[A-Za-z]\\w*.*");

    /** Cell magics whose cells hold something else than Java. */
    private static final Pattern OTHER_LANGUAGE =
            Pattern.compile(
                    "%%(?i:loadFromPOM|html|markdown|latex|bash|sh|python|javascript)\\b.*");

    private Magics() {}

    /** The code without them. */
    static String without(String source) {
        if (source.lines().findFirst().filter(OTHER_LANGUAGE.asMatchPredicate()).isPresent()) {
            return "";
        }
        StringBuilder code = new StringBuilder();
        boolean between = true;
        boolean inText = false;
        for (String line : source.lines().toList()) {
            boolean magic = between && !inText && LINE.matcher(line).matches();
            String java = magic ? "" : line;
            code.append(java).append('\n');
            inText ^= java.split("\"\"\"", -1).length % 2 == 0;
            String bare = java.replaceFirst("//.*", "").strip();
            between = bare.isEmpty() ? between : bare.matches("(?s).*([;}]|\\*/)");
        }
        return code.toString();
    }
}
