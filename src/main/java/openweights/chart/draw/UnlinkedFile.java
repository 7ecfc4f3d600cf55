package openweights.chart.draw;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file for code that insists on a path. On Linux its name in the temporary folder is gone before
 * anybody uses it, and the content with this process, even with one that is killed.
 */
final class UnlinkedFile {

    /** The files that this process has open, which Linux shows under their numbers. */
    private static final Path OPEN = Path.of("/proc/self/fd");

    /** Whoever reads the files later needs them open. */
    private static final List<InputStream> KEPT = new ArrayList<>();

    private UnlinkedFile() {}

    /** A path under which this process reads these bytes until it ends. */
    static synchronized File of(byte[] content) throws IOException {
        Path file = Files.createTempFile("openweights-", ".tmp");
        Files.write(file, content);
        InputStream open = Files.newInputStream(file);
        Optional<File> number = number(file);
        if (number.isEmpty()) {
            open.close();
            file.toFile().deleteOnExit();
            return file.toFile();
        }
        KEPT.add(open);
        Files.delete(file);
        return number.get();
    }

    private static Optional<File> number(Path file) throws IOException {
        String[] numbers = OPEN.toFile().list();
        Path real = file.toRealPath();
        return Stream.of(numbers == null ? new String[0] : numbers)
                .map(OPEN::resolve)
                .filter(link -> leadsTo(real, link))
                .findFirst()
                .map(Path::toFile);
    }

    private static boolean leadsTo(Path file, Path link) {
        try {
            return Files.readSymbolicLink(link).equals(file);
        } catch (IOException e) {
            return false; // another thread has closed it
        }
    }
}
