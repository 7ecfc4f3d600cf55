package openweights.grading.submission;

import java.text.Normalizer;
import openweights.base.Sha256;

/** Names that are safe as names of files, on any system. */
public final class FileNames {

    private static final int LONGEST = 80;
    private static final int MARK = 8;

    private FileNames() {}

    /** The name itself if it is harmless; else a harmless one that no other name has. */
    public static String safe(String name) {
        String normal = Normalizer.normalize(name, Normalizer.Form.NFC);
        String safe = normal.replaceAll("[^\\p{L}\\p{N} ._@+-]", "_").strip();
        if (safe.equals(normal)
                && safe.matches("[^. -].*[^. ]|[^. -]")
                && safe.length() <= LONGEST) {
            return safe;
        }
        String cut = safe.replaceAll("^[. -]+|[. ]+$", "");
        cut = cut.substring(0, Math.min(LONGEST, cut.length()));
        return cut + "-" + Sha256.of(normal).substring(0, MARK);
    }
}
