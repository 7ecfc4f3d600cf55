package openweights.course.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import openweights.course.kernel.display.Displays;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** What JJava finds on the class path and installs: default imports and renderers. */
public final class CourseExtension implements Extension {

    @Override
    @SuppressWarnings({"deprecation", "removal"}) // the only name that all versions of JJava know
    public void install(BaseKernel kernel) {
        try {
            Displays.register(kernel);
            kernel.evalRaw(imports());
        } catch (Exception | LinkageError problem) {
            System.err.println("The course's extension could not be installed: " + problem);
        }
    }

    /** The imports that every cell may rely on, without the comments. */
    static String imports() throws IOException {
        try (InputStream in = CourseExtension.class.getResourceAsStream("imports.txt");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> "import " + line + ";")
                    .collect(Collectors.joining("\n"));
        }
    }
}
