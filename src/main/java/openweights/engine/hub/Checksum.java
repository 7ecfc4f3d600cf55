package openweights.engine.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The hash by which the hub identifies a file's content: SHA-256 for large files, git's blob hash
 * for small ones (SHA-1 of "blob", the size and the bytes).
 *
 * @param hex lowercase hexadecimal digits
 */
record Checksum(Kind kind, String hex) {

    private static final int BUFFER = 1 << 20;

    /** The hash function. */
    enum Kind {
        SHA256("SHA-256", 64),
        GIT("SHA-1", 40);

        private final String algorithm;
        private final Pattern form;

        Kind(String algorithm, int digits) {
            this.algorithm = algorithm;
            this.form = Pattern.compile("[0-9a-f]{" + digits + "}");
        }
    }

    /** Whether this can be a hash at all: a server may send anything. */
    boolean isWellFormed() {
        return kind.form.matcher(hex).matches();
    }

    /** The same kind of hash of a file. */
    Checksum of(Path file) throws IOException {
        MessageDigest digest = digest();
        if (kind == Kind.GIT) {
            digest.update(("blob " + Files.size(file) + "\0").getBytes(StandardCharsets.US_ASCII));
        }
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return new Checksum(kind, HexFormat.of().formatHex(digest.digest()));
    }

    private MessageDigest digest() {
        try {
            return MessageDigest.getInstance(kind.algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has " + kind.algorithm + ".", e);
        }
    }

    @Override
    public String toString() {
        return (kind == Kind.SHA256 ? "SHA-256 " : "git SHA-1 ") + hex;
    }
}
