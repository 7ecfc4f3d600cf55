package openweights.openness.license;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Prints how the official texts of licenses are recognized, and the fingerprint of each that is not
 * known word for word, as a line for {@code licenses.yaml}. The texts themselves do not belong to
 * this project, so they lie in a folder elsewhere.
 *
 * <p>Usage: {@code FingerprintTexts FOLDER}.
 */
public final class FingerprintTexts {

    private FingerprintTexts() {}

    public static void main(String[] args) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(args[0]))) {
            for (Path file : files.sorted().toList()) {
                show(file.getFileName().toString(), Files.readString(file));
            }
        }
    }

    private static void show(String name, String text) {
        Recognition found = Licenses.known().recognize(text);
        System.out.println(name + ": " + found.how());
        boolean exact = found.how().endsWith("word for word");
        List<License> candidates = exact ? List.of() : found.license().stream().toList();
        for (License license : candidates) {
            Fingerprint print = Fingerprint.of(Fingerprint.lines(text), license);
            System.out.printf("    - {words: %d, sha256: %s}%n", print.words(), print.sha256());
        }
    }
}
