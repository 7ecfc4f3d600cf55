package openweights.grading.submission;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;
import openweights.base.Sha256;

/** Turns any text into a file name that is safe on every system. */
public final class FileNames {

    private static final int MAX_LENGTH = 80;

    /** Linux allows 255; endings, hashes, and the names of unfinished files are added. */
    private static final int MAX_BYTES = 180;

    private static final int HASH_DIGITS = 8;

    /** Browsers add to what they take for JSON or text, and some systems write capitals. */
    static final String ENDING = "(?i:\\.ipynb(?:\\.json|\\.txt)?)";

    private static final Pattern NOTEBOOK = Pattern.compile(".*" + ENDING);
    private static final Pattern LITTER =
            Pattern.compile("\\._.*|\\.DS_Store|Thumbs\\.db|desktop\\.ini");

    private FileNames() {}

    /** Whether a file is a notebook by its name, also with an ending that a browser has added. */
    public static boolean isNotebook(String file) {
        return NOTEBOOK.matcher(file).matches();
    }

    /** A notebook's name without its folder and ending. */
    static String stem(String file) {
        return last(file).replaceFirst(ENDING + "$", "");
    }

    /** What systems and editors leave in folders and archives. */
    static boolean isLitter(String file) {
        return file.startsWith("__MACOSX/")
                || file.contains(".ipynb_checkpoints")
                || LITTER.matcher(last(file)).matches();
    }

    /** The part after the last slash. */
    static String last(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /**
     * The name itself if it is safe, as everything is that this returns; otherwise a safe one that
     * no other name is turned into.
     */
    public static String safe(String name) {
        String normal = Normalizer.normalize(name, Normalizer.Form.NFC);
        String safe = normal.replaceAll("[^\\p{L}\\p{N} ._@+-]", "_").strip();
        if (safe.equals(normal) && safe.matches("[^. -].*[^. ]|[^. -]") && fits(safe)) {
            return safe;
        }
        String cut = safe.replaceAll("^[. -]+|[. ]+$", "");
        String hash = Sha256.of(normal).substring(0, HASH_DIGITS);
        while (!fits(cut + "-" + hash)) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut.isEmpty() ? hash : cut + "-" + hash;
    }

    private static boolean fits(String name) {
        return name.length() <= MAX_LENGTH
                && name.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
    }
}
