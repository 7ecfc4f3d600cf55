package openweights.base;

import java.nio.file.Path;
import java.util.Objects;

/** The name and the version of the course. */
public final class CourseVersion {

    private CourseVersion() {}

    /**
     * In words, such as {@code Open weights 2.0 (commit 77f7d9a)}. The commit is asked of Git when
     * somebody wants to know: the jar stays the same whoever builds it, and a course without a
     * {@code .git} has none.
     */
    public static String of(Path home) {
        String number =
                Objects.requireNonNullElse(
                        CourseVersion.class.getPackage().getImplementationVersion(),
                        "(not packaged)");
        return "Open weights " + number + Commit.of(home).map(" (commit %s)"::formatted).orElse("");
    }
}
