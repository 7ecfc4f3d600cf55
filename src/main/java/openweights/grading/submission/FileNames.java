package openweights.grading.submission;

import java.text.Normalizer;
import openweights.base.Sha256;

/** Turns any text into a file name that is safe on every system. */
public final class FileNames {

    private static final int MAX_LENGTH = 80;
    private static final int HASH_DIGITS = 8;

    private FileNames() {}

    /** The name itself if it is safe; otherwise a safe one that no other name is turned into. */
    public static String safe(String name) {
        String normal = Normalizer.normalize(name, Normalizer.Form.NFC);
        String safe = normal.replaceAll("[^\\p{L}\\p{N} ._@+-]", "_").strip();
        if (safe.equals(normal)
                && safe.matches("[^. -].*[^. ]|[^. -]")
                && safe.length() <= MAX_LENGTH) {
            return safe;
        }
        String cut = safe.replaceAll("^[. -]+|[. ]+$", "");
        cut = cut.substring(0, Math.min(MAX_LENGTH, cut.length()));
        return cut + "-" + Sha256.of(normal).substring(0, HASH_DIGITS);
    }
}
