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
 * The libraries against which cells are compiled: those that cells use, and those that appear in
 * their signatures. The others are available when a cell runs, but the compiler would list their
 * tens of thousands of files at every start of the kernel.
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

    /** Restricts the compiler to these libraries. */
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
     * @param classPath the class path of this JVM
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
