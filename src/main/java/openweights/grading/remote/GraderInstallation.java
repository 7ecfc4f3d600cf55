package openweights.grading.remote;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import openweights.grading.sandbox.Limits;
import openweights.grading.sandbox.ProbeFinding;
import openweights.grading.sandbox.Sandbox;
import openweights.grading.sandbox.Sandboxes;
import org.jspecify.annotations.Nullable;

/**
 * What the processes in the sandbox run with.
 *
 * @param java home of the JDK
 * @param classPath the course's jar and the libraries that cells may use
 * @param natives where native libraries are unpacked, one folder for each jar; null to unpack them
 *     anew
 * @param archives where archives of loaded classes may lie, which make the start faster; null for
 *     none
 * @param imports the kernel's imports, such as {@code import java.util.*;}
 */
public record GraderInstallation(
        Path java,
        List<Path> classPath,
        @Nullable Path natives,
        @Nullable Path archives,
        List<String> imports) {

    public GraderInstallation {
        classPath = List.copyOf(classPath);
        imports = List.copyOf(imports);
    }

    /**
     * Tries a sandbox out on this machine.
     *
     * @throws IllegalStateException if it does not start
     */
    public List<ProbeFinding> probe(Sandbox sandbox) throws IOException {
        return Sandboxes.probe(sandbox, new Programs(this, Limits.DEFAULT).probe());
    }

    /** The lines that stand before a notebook's first cell. */
    List<Object> prelude() {
        List<Object> lines = new ArrayList<>(imports);
        // A cell may show things; nobody looks here.
        lines.add("void display(Object shown, String... as) {}");
        lines.add("void render(Object shown, String... as) {}");
        return lines;
    }
}
