package openweights.grading.remote;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads what a process prints beside the conversation, keeps the first part, and stops a flood. It
 * is never parsed for a verdict; it helps to say why a process died.
 */
final class OutputDrain extends Thread {

    private static final int KEPT = 8 << 10;
    private static final int FLOOD = 8 << 20;

    private final InputStream in;
    private final Runnable stop;
    private final byte[] kept = new byte[KEPT];
    private long read;
    private volatile boolean flooded;

    OutputDrain(InputStream in, Runnable stop) {
        super("murmur");
        this.in = in;
        this.stop = stop;
        setDaemon(true);
        start();
    }

    @Override
    public void run() {
        byte[] buffer = new byte[KEPT];
        try (in) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                take(buffer, n);
            }
        } catch (IOException e) {
            // The process is gone.
        }
    }

    private synchronized void take(byte[] buffer, int length) {
        int room = (int) Math.max(0, KEPT - read);
        System.arraycopy(buffer, 0, kept, KEPT - room, Math.min(room, length));
        read += length;
        if (read > FLOOD && !flooded) {
            flooded = true;
            stop.run();
        }
    }

    boolean flooded() {
        return flooded;
    }

    /** What came first. Waits a little for the last words of a dead process. */
    String text() {
        try {
            join(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            return new String(
                    Arrays.copyOf(kept, (int) Math.min(read, KEPT)), StandardCharsets.UTF_8);
        }
    }
}
