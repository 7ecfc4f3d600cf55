package openweights.grading.decision;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import openweights.base.Json;
import openweights.base.JsonException;
import openweights.base.PrivateFolder;
import openweights.base.UserException;

/**
 * The file of decisions, {@code decisions.jsonl}: one JSON object a line, append-only. Several
 * programs may append at once. A line that a killed program left incomplete does not count, and the
 * next one to append cuts it off.
 */
public record Journal(Path file) {

    private static final int ID_LENGTH = 12;

    /**
     * Every decision, in the order in which they were made.
     *
     * @throws UserException if somebody has broken the file; the message names the line
     */
    public List<Decision> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        byte[] bytes = Files.readAllBytes(file);
        int end = endOfLastLine(bytes);
        List<Decision> decisions = new ArrayList<>();
        int number = 0;
        int from = 0;
        for (int at = 0; at < end; at++) {
            if (bytes[at] == '\n') {
                number++;
                byte[] line = Arrays.copyOfRange(bytes, from, at);
                from = at + 1;
                if (line.length > 0) {
                    decisions.add(decision(number, line));
                }
            }
        }
        return decisions;
    }

    private Decision decision(int number, byte[] line) {
        try {
            return Json.read(file + ":" + number, line, Decision.class);
        } catch (JsonException e) {
            throw new UserException(
                    "%s:%d: not a decision. The file was changed by hand; restore it or remove the line. (%s)"
                            .formatted(file, number, e.getMessage()),
                    e);
        }
    }

    private static int endOfLastLine(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    /** What follows from all decisions. */
    public Decisions decisions() throws IOException {
        Path setting = file.resolveSibling("double.yaml");
        return Decisions.of(read(), DoubleMarking.read(setting).orElse(null));
    }

    /** What to write down, found while nobody else writes. */
    public interface Judge {

        /** The changes; empty if there is nothing to decide. */
        List<Change> changes() throws IOException;
    }

    /** Appends a decision; when this returns, it is on the disk. */
    public Decision append(String by, List<Change> changes) throws IOException {
        return append(by, () -> changes).orElseThrow();
    }

    /**
     * Appends a decision that depends on those before it. Between looking at them and writing,
     * neither another thread nor another program can write.
     *
     * @return the decision; empty if nothing is to change
     * @throws IOException if it could not be written; the file is then as it was
     */
    public Optional<Decision> append(String by, Judge judge) throws IOException {
        PrivateFolder.createFor(file);
        // A process cannot lock a file twice, so its threads take turns first. Closing a file ends
        // all locks that the process has on it, so the lock is on one that nobody reads.
        synchronized (Journal.class) {
            try (FileChannel turn = FileChannel.open(lockFile(), CREATE, WRITE)) {
                turn.lock(); // until the channel is closed
                List<Change> changes = judge.changes();
                if (changes.isEmpty()) {
                    return Optional.empty();
                }
                String id = UUID.randomUUID().toString().replace("-", "").substring(0, ID_LENGTH);
                String time = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
                Decision decision = new Decision(id, time, by, changes);
                write((Json.tree(decision) + "\n").getBytes(StandardCharsets.UTF_8));
                return Optional.of(decision);
            }
        }
    }

    private Path lockFile() {
        return file.resolveSibling(file.getFileName() + ".lock");
    }

    private void write(byte[] line) throws IOException {
        try (FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE)) {
            long end = endOfLastLine(channel);
            channel.truncate(end);
            channel.position(end);
            try {
                ByteBuffer bytes = ByteBuffer.wrap(line);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(false);
            } catch (IOException e) {
                channel.truncate(end);
                throw e;
            }
        }
    }

    private static long endOfLastLine(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        long end = channel.size();
        while (end > 0) {
            one.clear();
            channel.read(one, end - 1);
            if (one.get(0) == '\n') {
                break;
            }
            end--;
        }
        return end;
    }
}
