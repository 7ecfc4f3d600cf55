package openweights.course.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import openweights.course.kernel.display.Displays;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** What JJava finds on the class path and installs: default imports and renderers. */
public final class CourseExtension implements Extension {

    @Override
    public void install(BaseKernel kernel) {
        try {
            Displays.register(kernel);
            imports().forEach(line -> evaluate(kernel, line));
        } catch (Exception | LinkageError problem) {
            System.err.println("The course's extension could not be installed: " + problem);
        }
    }

    /** A package that is missing spoils the cells that need it, not the start. */
    @SuppressWarnings({"deprecation", "removal"}) // the only name that all versions of JJava know
    private static void evaluate(BaseKernel kernel, String line) {
        try {
            kernel.evalRaw(line);
        } catch (RuntimeException missing) {
            System.err.println("imports.txt: JShell does not accept: " + line);
        }
    }

    /** The imports that every cell may rely on. */
    static List<String> imports() throws IOException {
        try (InputStream in = CourseExtension.class.getResourceAsStream("imports.txt");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> "import " + line + ";")
                    .toList();
        }
    }
}
