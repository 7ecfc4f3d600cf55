package openweights.grading.submission;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The methods, variables and types that code declares at its top level, found without compiling it:
 * the code may be anybody's, and may be broken.
 */
final class DeclaredNames {

    private static final int MAX_LENGTH = 200_000;

    /** Comments, text blocks, strings and characters; a quote that nothing closes ends its line. */
    private static final Pattern NO_CODE =
            Pattern.compile(
                    "//[^\\n]*|/\\*(?s:.*?)\\*/|\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*+\"?|'(?:\\\\.|[^'\\\\\\n])*+'?");

    private static final String TYPE =
            "[A-Za-z_$][\\w.$]*+(?:<[^;={}()]{0,200}>)?(?:\\s*\\[\\s*\\])*";

    private static final Pattern METHOD =
            Pattern.compile("\\b" + TYPE + "\\s+(\\w+)\\s*\\([^(){};]*+\\)[^(){};=]*+\\{");
    private static final Pattern VARIABLE =
            Pattern.compile(
                    "(?:^|[;}])\\s*(?:(?:final|static|public|private|protected)\\s+)*+(?!return\\b|throw\\b|import\\b|package\\b)"
                            + TYPE
                            + "\\s+(\\w+)\\s*(?:\\[\\s*\\]\\s*)*[=;,]");
    private static final Pattern KIND =
            Pattern.compile("\\b(?:class|interface|enum|record)\\s+(\\w+)");

    private DeclaredNames() {}

    static Set<String> in(String source) {
        Set<String> names = new LinkedHashSet<>();
        if (source.length() > MAX_LENGTH) {
            return names;
        }
        String top = topLevel(NO_CODE.matcher(source).replaceAll(" "));
        for (Pattern declaration : new Pattern[] {METHOD, VARIABLE, KIND}) {
            Matcher found = declaration.matcher(top);
            while (found.find()) {
                names.add(found.group(1));
            }
        }
        return names;
    }

    /** The code without what is between braces. */
    private static String topLevel(String code) {
        StringBuilder top = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < code.length(); i++) {
            char each = code.charAt(i);
            depth -= each == '}' && depth > 0 ? 1 : 0;
            if (depth == 0) {
                top.append(each);
            }
            depth += each == '{' ? 1 : 0;
        }
        return top.toString();
    }
}
