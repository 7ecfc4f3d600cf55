package openweights.base;

import java.io.FilterOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * Standard output that ends the program when nobody reads it any more, as in {@code ./course
 * generate … | head}. Java's own would swallow that, and the program would go on for nothing.
 */
public final class StandardOutput {

    /**
     * What a shell reports of a program that a closed pipe ended: 128 and the number of SIGPIPE.
     */
    public static final int CLOSED = 141;

    private StandardOutput() {}

    /**
     * Replaces {@link System#out}.
     *
     * @param onClose what to do when nobody reads it any more
     */
    public static void endWithItsReader(Runnable onClose) {
        PrintStream real = System.out;
        OutputStream watched =
                new FilterOutputStream(real) {
                    @Override
                    public void write(int b) {
                        real.write(b);
                        check(real, onClose);
                    }

                    @Override
                    public void write(byte[] bytes, int from, int count) {
                        real.write(bytes, from, count);
                        check(real, onClose);
                    }

                    @Override
                    public void flush() {
                        check(real, onClose);
                    }
                };
        System.setOut(new PrintStream(watched, true, charset()));
    }

    private static void check(PrintStream out, Runnable onClose) {
        if (out.checkError()) {
            onClose.run();
        }
    }

    /** That of {@link System#out}, which tells it itself only since Java 18. */
    private static Charset charset() {
        for (String property : new String[] {"stdout.encoding", "sun.stdout.encoding"}) {
            String name = System.getProperty(property, "");
            if (!name.isEmpty() && Charset.isSupported(name)) {
                return Charset.forName(name);
            }
        }
        return Charset.defaultCharset();
    }
}
