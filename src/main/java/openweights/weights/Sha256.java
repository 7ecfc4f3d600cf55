package openweights.weights;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as lower-case hexadecimal digits; the bytes pass by and are not kept. */
public final class Sha256 {

    private Sha256() {}

    /** The hash of a whole file, as {@code sha256sum} prints it. */
    public static String of(Path file) throws IOException {
        FileStamp stamp = FileStamp.of(file);
        return of(new FileRegion(file, stamp, 0, stamp.size()));
    }

    static String of(FileRegion region) {
        MessageDigest digest = sha256();
        region.unswapped().read(digest::update);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256.", e);
        }
    }
}
