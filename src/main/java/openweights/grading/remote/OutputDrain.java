package openweights.grading.remote;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads what a process prints outside the conversation, keeps the beginning, and stops a flood. No
 * verdict is read from it; it helps to tell why a process died.
 */
final class OutputDrain extends Thread {

    private static final int MAX_KEPT = 8 << 10;
    private static final int MAX_READ = 8 << 20;

    private final InputStream in;
    private final Runnable stop;
    private final byte[] kept = new byte[MAX_KEPT];
    private long read;
    private volatile boolean flooded;

    OutputDrain(InputStream in, Runnable stop) {
        super("stderr drain");
        this.in = in;
        this.stop = stop;
        setDaemon(true);
        start();
    }

    @Override
    public void run() {
        byte[] buffer = new byte[MAX_KEPT];
        try (in) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                take(buffer, n);
            }
        } catch (IOException e) {
            // The process has ended.
        }
    }

    private synchronized void take(byte[] buffer, int length) {
        int room = (int) Math.max(0, MAX_KEPT - read);
        System.arraycopy(buffer, 0, kept, MAX_KEPT - room, Math.min(room, length));
        read += length;
        if (read > MAX_READ && !flooded) {
            flooded = true;
            stop.run();
        }
    }

    boolean flooded() {
        return flooded;
    }

    /** The beginning of the output. Waits briefly for the rest of a dead process's output. */
    String text() {
        try {
            join(3000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            return new String(
                    Arrays.copyOf(kept, (int) Math.min(read, MAX_KEPT)), StandardCharsets.UTF_8);
        }
    }
}
