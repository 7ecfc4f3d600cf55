package openweights.runtime.kernel;

import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Lets JShell's help show the comments of the course's own classes. JShell looks for sources only
 * in the JDK, and not every JDK has them; it leaves one way to name others.
 */
final class SourceHelp {

    private SourceHelp() {}

    /** Must come before the first request for help. Without the jar, help shows signatures only. */
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
            // A later JDK may have another way; help without comments is still help.
        }
    }
}
