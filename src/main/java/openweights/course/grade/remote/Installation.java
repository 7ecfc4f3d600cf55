package openweights.course.grade.remote;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import openweights.course.grade.sandbox.Finding;
import openweights.course.grade.sandbox.Limits;
import openweights.course.grade.sandbox.Sandbox;
import openweights.course.grade.sandbox.Sandboxes;

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
public record Installation(
        Path java, List<Path> classPath, Path natives, Path archives, List<String> imports) {

    public Installation {
        classPath = List.copyOf(classPath);
        imports = List.copyOf(imports);
    }

    /**
     * Tries a sandbox out on this machine.
     *
     * @throws IllegalStateException if it does not start
     */
    public List<Finding> probe(Sandbox sandbox) throws IOException {
        return Sandboxes.probe(sandbox, new Programs(this, Limits.USUAL).probe());
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
