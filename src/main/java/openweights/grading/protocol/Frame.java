package openweights.grading.protocol;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;

/**
 * One message: its length (int), the ticket of the question that it belongs to (long), its body.
 *
 * @param ticket a random number that a question carries and its answer repeats, so that nothing
 *     written beforehand passes for an answer
 */
public record Frame(long ticket, byte[] body) {

    /** Of a body: a class file or a large tensor fits, a flood does not. */
    public static final int LONGEST = 16 << 20;

    public void write(DataOutputStream out) throws IOException {
        out.writeInt(body.length);
        out.writeLong(ticket);
        out.write(body);
        out.flush();
    }

    /**
     * Reads the next frame.
     *
     * @throws EOFException if the other side is gone
     * @throws ProtocolException if the length is not one that a frame can have
     */
    public static Frame read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new ProtocolException(
                    "A message claims to be "
                            + Integer.toUnsignedString(length)
                            + " bytes long; at most "
                            + LONGEST
                            + " are taken.");
        }
        long ticket = in.readLong();
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("A message ended after " + body.length + " bytes.");
        }
        return new Frame(ticket, body);
    }
}
