package openweights.grading.protocol;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;

/**
 * The sandbox's end of the conversation: answers requests until the grader hangs up. It uses
 * descriptors 3 and 4, so that nothing that code prints gets between the messages.
 */
public final class RequestLoop {

    private static final String REQUESTS = "/proc/self/fd/3";
    private static final String ANSWERS = "/proc/self/fd/4";

    /** Answers one request. */
    public interface Handler {
        Message answer(Message request) throws IOException;
    }

    private RequestLoop() {}

    public static void run(Handler handler) throws IOException {
        DataInputStream in =
                new DataInputStream(new BufferedInputStream(new FileInputStream(REQUESTS)));
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(ANSWERS)));
        while (true) {
            Frame frame;
            try {
                frame = Frame.read(in);
            } catch (EOFException e) {
                return;
            }
            handler.answer(Message.read(frame.body())).send(frame.nonce(), out);
        }
    }
}
