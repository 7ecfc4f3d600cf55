package openweights.runtime.session;

import java.util.Map;

/**
 * The language information that the kernel announces and the course's notebooks contain.
 *
 * <p>JupyterLab marks a notebook as changed if the two differ. So they are defined once, and
 * without the JDK's version, which differs between machines.
 */
public final class KernelLanguage {

    public static final String NAME = "Java";

    /** The language level of the lessons. */
    public static final String VERSION = "17";

    public static final String MIMETYPE = "text/x-java-source";
    public static final String FILE_EXTENSION = ".jshell";
    public static final String HIGHLIGHTING = "java";

    private KernelLanguage() {}

    /** The contents of a notebook's {@code metadata.language_info}. */
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
