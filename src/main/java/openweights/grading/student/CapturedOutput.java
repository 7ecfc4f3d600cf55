package openweights.grading.student;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Captures what is printed. Code that prints without end is stopped by ending the process. */
final class CapturedOutput {

    private static final int MAX_BYTES = 1 << 20;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    PrintStream stream() {
        return new PrintStream(new Bounded(), true, StandardCharsets.UTF_8);
    }

    /** What was printed since the last call, with {@code \n} as the line separator. */
    String take() {
        synchronized (bytes) {
            String text = bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
            bytes.reset();
            return text;
        }
    }

    private final class Bounded extends OutputStream {

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] more, int from, int length) {
            synchronized (bytes) {
                if (bytes.size() + length > MAX_BYTES) {
                    Runtime.getRuntime().halt(StudentMain.TOO_MUCH_OUTPUT);
                }
                bytes.write(more, from, length);
            }
        }
    }
}
