package openweights.runtime.session;

import java.util.Map;

/**
 * What the kernel announces of its language, and what the course's notebooks carry.
 *
 * <p>JupyterLab marks a notebook as changed when the two differ. So they are said once, and without
 * the version of the JDK, which differs from machine to machine.
 */
public final class KernelLanguage {

    public static final String NAME = "Java";

    /** The level of the language that lessons are written in. */
    public static final String VERSION = "17";

    public static final String MIMETYPE = "text/x-java-source";
    public static final String FILE_EXTENSION = ".jshell";
    public static final String HIGHLIGHTING = "java";

    private KernelLanguage() {}

    /** As in a notebook's {@code metadata.language_info}. */
    public static Map<String, String> info() {
        return Map.of(
                "name", NAME,
                "version", VERSION,
                "mimetype", MIMETYPE,
                "file_extension", FILE_EXTENSION,
                "pygments_lexer", HIGHLIGHTING,
                "codemirror_mode", HIGHLIGHTING);
    }
}
