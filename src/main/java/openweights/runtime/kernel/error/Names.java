package openweights.runtime.kernel.error;

import java.util.regex.Pattern;

/** Takes the names that JShell makes up out of what students read. */
final class Names {

    private static final Pattern SNIPPET = Pattern.compile("REPL\\.\\$JShell\\$\\w+[.$]");
    private static final Pattern LOADERS = Pattern.compile(" \\([^()]* (is|are) in [^()]*\\)");
    private static final Pattern PACKAGE = Pattern.compile("\\bjava\\.(lang|util)\\.(?=[A-Z])");

    private Names() {}

    /** A message without snippet classes and class loaders. */
    static String plain(String message) {
        String known = SNIPPET.matcher(message).replaceAll("");
        return LOADERS.matcher(known).replaceAll("");
    }

    /** A compiler's message, in which a String is called String. */
    static String shortened(String message) {
        return PACKAGE.matcher(plain(message)).replaceAll("");
    }

    /** The name of a type without its package and the types around it. */
    static String simple(String type) {
        String name = plain(type);
        return name.substring(1 + Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')));
    }
}
