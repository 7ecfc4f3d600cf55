package openweights.runtime.kernel;

import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes JShell's help show the documentation of the course's own classes. JShell looks for sources
 * only in the JDK, which may lack them; an internal field is the only way to name others.
 */
final class SourceHelp {

    private SourceHelp() {}

    /**
     * Must be called before the first request for help. Without the jar, help shows only
     * signatures.
     */
    static void offer(Path sources) {
        if (!Files.exists(sources)) {
            return;
        }
        try {
            Field override =
                    Class.forName("jdk.jshell.SourceCodeAnalysisImpl")
                            .getDeclaredField("availableSourcesOverride");
            override.setAccessible(true);
            override.set(null, List.of(sources));
        } catch (ReflectiveOperationException | RuntimeException e) {
            // A later JDK may lack the field. Help then shows only signatures.
        }
    }
}
