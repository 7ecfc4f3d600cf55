package openweights.grading.decision;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import openweights.base.Json;
import openweights.base.JsonException;
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
        return Decisions.of(read());
    }

    /** Appends a decision; when this returns, it is on the disk. */
    public Decision append(String by, List<Change> changes) throws IOException {
        String id = UUID.randomUUID().toString().replace("-", "").substring(0, ID_LENGTH);
        String time = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
        Decision decision = new Decision(id, time, by, changes);
        byte[] line = (Json.tree(decision) + "\n").getBytes(StandardCharsets.UTF_8);
        Files.createDirectories(file.toAbsolutePath().getParent());
        // A process cannot lock a file twice, so its threads take turns first.
        synchronized (Journal.class) {
            try (FileChannel channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE)) {
                channel.lock(); // until the channel is closed
                channel.position(endOfLastLine(channel));
                channel.truncate(channel.position());
                ByteBuffer bytes = ByteBuffer.wrap(line);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(false);
            }
        }
        return decision;
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
