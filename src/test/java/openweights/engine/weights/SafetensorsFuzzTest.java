package openweights.engine.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads thousands of damaged files, the same ones each time. Each is either read completely or
 * refused, and none takes more memory than its size justifies.
 */
class SafetensorsFuzzTest {

    private static final int ROUNDS = 3000;
    private static final long MEMORY = 4 << 20;
    private static final String[] SPLICES = {
        "-1",
        "1e9",
        "[",
        "]",
        "{",
        "}",
        "\"",
        ",",
        "null",
        "F64",
        "BF16",
        "F4",
        "\\u0000",
        "\\ud800",
        "18446744073709551616",
        "9223372036854775807",
        "\"w\":",
        "\"__metadata__\":",
        " ",
        "\n"
    };

    @TempDir Path folder;

    private final Random random = new Random(20);
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Map<Fault, Integer> refusals = new EnumMap<>(Fault.class);
    private int read;

    @Test
    void everyDamagedFileIsReadOrRefused() {
        assertTimeoutPreemptively(Duration.ofMinutes(2), this::fuzz);
    }

    private void fuzz() throws IOException {
        byte[][] seeds = {
            Files.readAllBytes(Crafted.resourceFile("safetensors/every-type.safetensors")), small()
        };
        tryOut(seeds[0]);
        tryOut(seeds[1]);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = seeds[random.nextInt(seeds.length)];
            for (int damage = random.nextInt(3); damage >= 0; damage--) {
                bytes = damaged(bytes);
            }
            assertBounded(bytes, round);
        }
        assertEquals(ROUNDS + 2, read + refusals.values().stream().mapToInt(n -> n).sum());
        assertTrue(read > 200, read + " files were read");
        assertTrue(refusals.size() > 15, "faults found: " + refusals);
    }

    private void assertBounded(byte[] bytes, int round) throws IOException {
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        tryOut(bytes);
        long used = threads.getThreadAllocatedBytes(thread) - before;
        assertTrue(used < MEMORY, "round " + round + ": " + used + " bytes were allocated");
    }

    private void tryOut(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("fuzzed.safetensors"), bytes);
        try {
            long total = 0;
            for (StoredTensor tensor : firstFew(Safetensors.open(file))) {
                total += tensor.byteSize();
                assertEquals(64, tensor.sha256().length());
                if (tensor.dtype().readsAsFloat()) {
                    assertEquals(tensor.elements(), tensor.floats().length);
                }
            }
            assertTrue(total < bytes.length);
            read++;
        } catch (SafetensorsException refused) {
            assertTrue(refused.getMessage().startsWith(file + ": "), refused.getMessage());
            refusals.merge(refused.fault(), 1, Integer::sum);
        }
    }

    private static List<StoredTensor> firstFew(Safetensors file) {
        return file.tensors().stream().limit(6).toList();
    }

    private byte[] damaged(byte[] bytes) {
        int headerEnd = Math.min(bytes.length, 8 + headerLength(bytes));
        boolean numbers = random.nextInt(4) == 0 && headerEnd < bytes.length;
        int at =
                numbers
                        ? headerEnd + random.nextInt(bytes.length - headerEnd)
                        : random.nextInt(Math.max(1, headerEnd));
        return switch (random.nextInt(8)) {
            case 0, 1 -> flipped(bytes, at);
            case 2 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 3 -> Arrays.copyOf(bytes, bytes.length + random.nextInt(20));
            case 4 -> spliced(bytes, at, SPLICES[random.nextInt(SPLICES.length)], 0);
            case 5 ->
                    spliced(bytes, at, SPLICES[random.nextInt(SPLICES.length)], random.nextInt(9));
            case 6 -> digit(bytes, at);
            default ->
                    withLength(
                            bytes,
                            random.nextInt(8) == 0
                                    ? random.nextLong()
                                    : random.nextInt(bytes.length + 9));
        };
    }

    private byte[] flipped(byte[] bytes, int at) {
        byte[] changed = Arrays.copyOf(bytes, Math.max(1, bytes.length));
        changed[at] ^= (byte) (1 << random.nextInt(8));
        return changed;
    }

    /** Replaces the next digit, so that the text stays JSON but its numbers are false. */
    private byte[] digit(byte[] bytes, int from) {
        byte[] changed = bytes.clone();
        for (int i = Math.max(from, 8); i < changed.length; i++) {
            if (Character.isDigit(changed[i])) {
                changed[i] = (byte) ('0' + random.nextInt(10));
                return changed;
            }
        }
        return changed;
    }

    /** Replaces some bytes of the header with text, and corrects the length. */
    private static byte[] spliced(byte[] bytes, int from, String text, int replaced) {
        int at = Math.min(Math.max(from, 8), bytes.length);
        int rest = Math.min(bytes.length, at + replaced);
        byte[] put = text.getBytes(StandardCharsets.UTF_8);
        byte[] changed = new byte[at + put.length + bytes.length - rest];
        System.arraycopy(bytes, 0, changed, 0, at);
        System.arraycopy(put, 0, changed, at, put.length);
        System.arraycopy(bytes, rest, changed, at + put.length, bytes.length - rest);
        return withLength(changed, headerLength(bytes) + put.length - (rest - at));
    }

    private static byte[] withLength(byte[] bytes, long length) {
        byte[] changed = bytes.clone();
        if (changed.length >= 8) {
            ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putLong(0, length);
        }
        return changed;
    }

    private static int headerLength(byte[] bytes) {
        long length =
                bytes.length < 8
                        ? 0
                        : ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
        return (int) Math.max(0, Math.min(length, bytes.length));
    }

    private static byte[] small() {
        String header =
                "{\"__metadata__\":{\"format\":\"pt\"},"
                        + Crafted.entry("a", "F32", "[2,3]", 0, 24)
                        + ","
                        + Crafted.entry("b", "BF16", "[4]", 24, 32)
                        + ","
                        + Crafted.entry("c", "I64", "[0]", 32, 32)
                        + "}";
        return Crafted.safetensors(header, 32);
    }
}
