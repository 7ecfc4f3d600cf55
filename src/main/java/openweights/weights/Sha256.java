package openweights.weights;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import openweights.files.Digests;

/** SHA-256 as lower-case hexadecimal digits; the bytes pass by and are not kept. */
public final class Sha256 {

    private Sha256() {}

    /** The hash of a whole file, as {@code sha256sum} prints it. */
    public static String of(Path file) throws IOException {
        FileStamp stamp = FileStamp.of(file);
        return of(new FileRegion(file, stamp, 0, stamp.size()));
    }

    static String of(FileRegion region) {
        MessageDigest digest = Digests.sha256();
        region.unswapped().read(digest::update);
        return HexFormat.of().formatHex(digest.digest());
    }
}
