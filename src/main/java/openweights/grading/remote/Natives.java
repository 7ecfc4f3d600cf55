package openweights.grading.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import openweights.base.UserException;
import org.nd4j.linalg.factory.Nd4j;

/** The folder of ND4J's unpacked native libraries, which programs in the sandbox only read. */
final class Natives {

    /** Where JavaCPP unpacks; the launchers set it. */
    private static final String PROPERTY = "org.bytedeco.javacpp.cachedir";

    private static final String LIBRARY = System.mapLibraryName("nd4jcpu");

    private Natives() {}

    /**
     * The folder, after unpacking if they are not there.
     *
     * @throws UserException if they are not there even then
     */
    static Path unpacked(Path folder) {
        if (isComplete(folder)) {
            return folder;
        }
        String why = "";
        try {
            Nd4j.zeros(1); // unpacks them
        } catch (LinkageError | RuntimeException e) {
            why = " (" + e + ")";
        }
        if (!isComplete(folder)) {
            throw new UserException(
                    "Nothing is graded, because this installation is at fault: %s holds no %s%s, so every answer that uses ND4J would get no points. %s is %s. Make that folder writable and the same as the first, see that the disk has room for 500 MB, or delete it, and start again; ./course doctor tells more."
                            .formatted(
                                    folder,
                                    LIBRARY,
                                    why,
                                    PROPERTY,
                                    System.getProperty(PROPERTY, "not set")));
        }
        return folder;
    }

    private static boolean isComplete(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(Natives::isLibrary);
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    /** An unpacking that was interrupted leaves an empty file. */
    private static boolean isLibrary(Path file) {
        try {
            return file.endsWith(LIBRARY) && Files.isReadable(file) && Files.size(file) > 0;
        } catch (IOException e) {
            return false;
        }
    }
}
