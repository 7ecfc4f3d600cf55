package openweights.runtime.kernel.output;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The output of one cell. Each message costs the notebook's page a few milliseconds, so text is
 * joined and sent at most every {@value #INTERVAL} ms, and of a flood only the first part and the
 * last are sent. A file keeps the whole text.
 */
public final class CellOutput {

    /** Milliseconds between two bundles of messages. */
    static final int INTERVAL = 60;

    /** Milliseconds that the first piece after a pause waits for more. */
    private static final int SOON = 10;

    /** How many characters are sent at once as they come. */
    static final int FIRST = 200_000;

    /** How many displays are sent as they come. */
    static final int DISPLAYS = 100;

    private static final ScheduledThreadPoolExecutor TIMER = timer();

    /** Sends text: the stream's name, and what was written to it. */
    private final BiConsumer<String, String> sender;

    private final Supplier<Path> file;
    private final Deque<Piece> queue = new ArrayDeque<>();
    private final StringBuilder sent = new StringBuilder();
    private long lastSent;
    private boolean scheduled;
    private @Nullable Overflow overflow;
    private int displays;
    private @Nullable Runnable lastDisplay;

    /** What waits to be sent: text of a stream, or a message, perhaps one that replaces another. */
    private record Piece(String stream, StringBuilder text, String id, Runnable message) {

        static Piece text(String stream, String text) {
            return new Piece(stream, new StringBuilder(text), "", () -> {});
        }

        static Piece message(String id, Runnable message) {
            return new Piece("", new StringBuilder(), id, message);
        }
    }

    /**
     * @param sender sends text: the stream's name, and what was written to it
     * @param file where to keep the text if it is too long for a notebook
     */
    public CellOutput(BiConsumer<String, String> sender, Supplier<Path> file) {
        this.sender = sender;
        this.file = file;
    }

    /**
     * Adds text.
     *
     * @param stream {@code stdout} or {@code stderr}
     */
    public synchronized void text(String stream, String text) {
        if (overflow != null) {
            overflow.write(stream, text);
            return;
        }
        int room = Math.min(FIRST - sent.length(), text.length());
        enqueue(stream, text.substring(0, room));
        sent.append(text, 0, room);
        if (room < text.length()) {
            overflow = Overflow.into(file.get(), sent.toString());
            enqueue("stderr", overflow.announcement());
            overflow.write(stream, text.substring(room));
        }
    }

    /** Adds a display, which this message shows. */
    public synchronized void display(Runnable message) {
        displays++;
        if (displays > DISPLAYS) {
            lastDisplay = message;
        } else {
            enqueue(Piece.message("", message));
        }
    }

    /** Adds a change of a display, which makes an earlier one that still waits needless. */
    public synchronized void update(String id, Runnable message) {
        queue.removeIf(piece -> piece.id().equals(id));
        enqueue(Piece.message(id, message));
    }

    /** Clears the output; what still waits need not be sent any more. */
    public synchronized void clear(Runnable message) {
        queue.clear();
        displays = 0;
        lastDisplay = null;
        if (overflow == null) {
            sent.setLength(0);
        }
        enqueue(Piece.message("", message));
    }

    /** Sends what waits. */
    public synchronized void flush() {
        while (!queue.isEmpty()) {
            Piece piece = queue.remove();
            if (piece.text().isEmpty()) {
                piece.message().run();
            } else {
                sender.accept(piece.stream(), piece.text().toString());
            }
        }
        lastSent = System.nanoTime();
    }

    /** Ends the cell: sends what waits, and the last part of a flood. More text may follow. */
    public synchronized void end() {
        flush();
        if (lastDisplay != null) {
            sender.accept(
                    "stderr",
                    "Note: %,d more displays were left out. This is the last one.\n"
                            .formatted(displays - DISPLAYS - 1));
            lastDisplay.run();
            lastDisplay = null;
        }
        if (overflow != null) {
            overflow.end().forEach(part -> sender.accept(part.stream(), part.text()));
        }
    }

    private void enqueue(String stream, String text) {
        Piece last = queue.peekLast();
        if (last != null && last.stream().equals(stream)) {
            last.text().append(text);
            schedule();
        } else if (!text.isEmpty()) {
            enqueue(Piece.text(stream, text));
        }
    }

    private void enqueue(Piece piece) {
        queue.add(piece);
        schedule();
    }

    /** Sends soon if nothing was sent for a while: a line comes in several pieces. */
    private void schedule() {
        if (!scheduled) {
            scheduled = true;
            long idle = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastSent);
            long wait = Math.max(SOON, INTERVAL - idle);
            Objects.requireNonNull(TIMER.schedule(this::sendLater, wait, TimeUnit.MILLISECONDS));
        }
    }

    private synchronized void sendLater() {
        scheduled = false;
        flush();
    }

    private static ScheduledThreadPoolExecutor timer() {
        return new ScheduledThreadPoolExecutor(
                1,
                task -> {
                    Thread thread = new Thread(task, "cell-output");
                    thread.setDaemon(true);
                    return thread;
                });
    }
}
