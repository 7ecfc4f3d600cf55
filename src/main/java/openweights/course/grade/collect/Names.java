package openweights.course.grade.collect;

import java.text.Normalizer;
import openweights.files.Digests;

/** Names that are safe as names of files, on any system. */
public final class Names {

    private static final int LONGEST = 80;
    private static final int MARK = 8;

    private Names() {}

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
        return cut + "-" + Digests.sha256(normal).substring(0, MARK);
    }
}
