package openweights.grading.protocol;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;

/**
 * One message on the wire: the length of its body (int), a nonce (long), and the body.
 *
 * @param nonce a random number that a request carries and its answer repeats, so that nothing
 *     written beforehand passes for an answer
 */
public record Frame(long nonce, byte[] body) {

    /** Longest body, in bytes: a class file or a large tensor fits, a flood does not. */
    public static final int MAX_LENGTH = 16 << 20;

    public void write(DataOutputStream out) throws IOException {
        out.writeInt(body.length);
        out.writeLong(nonce);
        out.write(body);
        out.flush();
    }

    /**
     * Reads the next frame.
     *
     * @throws EOFException if the other side has closed the connection
     * @throws ProtocolException if the length is out of range
     */
    public static Frame read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MAX_LENGTH) {
            throw new ProtocolException(
                    "A message claims to be "
                            + Integer.toUnsignedString(length)
                            + " bytes long; the limit is "
                            + MAX_LENGTH
                            + ".");
        }
        long nonce = in.readLong();
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("A message ended after " + body.length + " bytes.");
        }
        return new Frame(nonce, body);
    }
}
