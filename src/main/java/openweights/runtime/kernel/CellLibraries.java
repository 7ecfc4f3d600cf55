package openweights.runtime.kernel;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * The libraries that a cell is compiled against: those that cells name, and those that stand in
 * their signatures. All others are there when a cell runs, but the compiler would walk through
 * their tens of thousands of files at every start of the kernel.
 */
final class CellLibraries {

    private static final List<String> JARS =
            List.of(
                    "openweights",
                    "jjava",
                    "nd4j-",
                    "javacpp",
                    "flatbuffers",
                    "slf4j-api",
                    "tablesaw",
                    "fastutil",
                    "RoaringBitmap",
                    "xchart",
                    "commonmark",
                    "jackson-core",
                    "jackson-databind",
                    "jackson-annotations",
                    "junit-jupiter-api",
                    "opentest4j",
                    "apiguardian");

    private CellLibraries() {}

    /** Opens no other library. */
    static StandardJavaFileManager only(StandardJavaFileManager files) {
        try {
            files.setLocationFromPaths(
                    StandardLocation.CLASS_PATH, of(System.getProperty("java.class.path")));
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param classPath what this JVM runs with
     */
    static List<Path> of(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator))
                .map(Path::of)
                .filter(CellLibraries::isNamed)
                .toList();
    }

    private static boolean isNamed(Path entry) {
        String file = entry.getFileName().toString();
        return !file.endsWith(".jar") || JARS.stream().anyMatch(file::startsWith);
    }
}
