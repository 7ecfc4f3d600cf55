package openweights.grading.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import openweights.base.Json;
import openweights.base.PrivateFolder;
import openweights.base.TerminalText;
import openweights.base.UserException;

/**
 * The results of an exercise: one JSON object per line, append-only. Whenever the grader is killed,
 * a line is either complete or ignored. Of several results of a student, the last one counts.
 */
public final class ResultsFile implements AutoCloseable {

    /** Results of other versions may have more fields; what a result derives is not stored. */
    private static final JsonMapper JSON =
            Json.mapper()
                    .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private final FileChannel channel;

    private ResultsFile(FileChannel channel) {
        this.channel = channel;
    }

    /** Opens a file for appending; a line that a killed grader left incomplete is cut off. */
    public static ResultsFile open(Path file) throws IOException {
        PrivateFolder.createFor(file);
        cutTornLine(file);
        return new ResultsFile(
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    private static void cutTornLine(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            long end = content.length();
            while (end > 0) {
                content.seek(end - 1);
                if (content.read() == '\n') {
                    break;
                }
                end--;
            }
            content.setLength(end);
        }
    }

    /** Appends results in one write. May be called from several threads. */
    public synchronized void append(Result... results) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Result each : results) {
            lines.append(line(each));
        }
        ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** A result as a line of the file, with its line break. */
    public static String line(Result result) throws JsonProcessingException {
        return JSON.writeValueAsString(result) + "\n";
    }

    /** Passes every result to the reader in the order of the file, holding one at a time. */
    public static void read(Path file, Consumer<Result> reader) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                result(file, number, line, reader);
            }
        }
    }

    /**
     * Passes the reader the results after an offset, up to the last complete line; another process
     * may still be writing the file.
     *
     * @return the offset after the last complete line
     */
    public static long readFrom(Path file, long offset, Consumer<Result> reader)
            throws IOException {
        byte[] rest;
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            rest = new byte[(int) Math.max(0, content.length() - offset)];
            content.seek(offset);
            content.readFully(rest);
        }
        int end = rest.length;
        while (end > 0 && rest[end - 1] != '\n') {
            end--;
        }
        String lines = new String(rest, 0, end, StandardCharsets.UTF_8);
        int number = 0;
        for (String line : lines.lines().toList()) {
            result(file, ++number, line, reader);
        }
        return offset + end;
    }

    private static void result(Path file, int number, String line, Consumer<Result> reader) {
        Result result;
        try {
            result = JSON.readValue(line, Result.class);
        } catch (JsonProcessingException e) {
            throw new UserException(
                    "%s:%d: not a result (%s). The file was changed by hand; restore it or remove the line."
                            .formatted(
                                    file,
                                    number,
                                    TerminalText.printable(e.getOriginalMessage(), 200)),
                    e);
        }
        reader.accept(result);
    }

    /** What need not be graded again: all submissions with a result that is not faulty. */
    public static Set<Result.Key> done(Path file) throws IOException {
        if (Files.exists(file)) {
            cutTornLine(file);
        }
        Set<Result.Key> done = new HashSet<>();
        read(
                file,
                result -> {
                    if (!result.isFaulty()) {
                        done.add(result.key());
                    }
                });
        return done;
    }

    /** The result that counts for each student, by student. */
    public static Collection<Result> latest(Path file) throws IOException {
        Map<String, Result> latest = new TreeMap<>();
        read(file, result -> latest.put(result.student(), result));
        return latest.values();
    }

    @Override
    public void close() throws IOException {
        channel.force(true);
        channel.close();
    }
}
