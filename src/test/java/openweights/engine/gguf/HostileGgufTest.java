package openweights.engine.gguf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every known way to break the format, each with its fault. */
class HostileGgufTest {

    private static final Path BAD = Path.of("src/test/resources/gguf/bad.txt");
    private static final String GOOD =
            "'GGUF' u32:3 u64:2 u64:3 s:general.architecture u32:8 s:llama s:a u32:9 u32:8 u64:2 s:b s:c s:f u32:7 u8:1"
                    + " s:v u32:2 u64:32 u64:2 u32:8 u64:0 s:w u32:1 u64:8 u32:0 u64:96 to:32 z:96 z:32";

    /** What takes more than a file's bytes to go wrong. */
    private static final Set<GgufFault> ELSEWHERE =
            EnumSet.of(
                    GgufFault.HEADER_TOO_LARGE,
                    GgufFault.TOO_MANY_KEYS,
                    GgufFault.TOO_MANY_TENSORS,
                    GgufFault.KEY_MISSING,
                    GgufFault.PARTS_DISAGREE,
                    GgufFault.UNSUPPORTED_ARCHITECTURE,
                    GgufFault.UNSUPPORTED_TOKENIZER,
                    GgufFault.UNSUPPORTED_SETTING,
                    GgufFault.UNKNOWN_TENSOR);

    @TempDir Path folder;

    private static Stream<String[]> rows() throws IOException {
        return Files.readAllLines(BAD).stream()
                .filter(row -> !row.isBlank() && !row.startsWith("#"))
                .map(row -> (row + " ").split(" \\| ?", 3));
    }

    @TestFactory
    Stream<DynamicTest> refuses() throws IOException {
        return rows().map(row -> DynamicTest.dynamicTest(row[1], () -> refuses(row)));
    }

    private void refuses(String[] row) throws IOException {
        Path file = write("bad.gguf", Assembled.of(row[2]));
        GgufException refusal = assertThrows(GgufException.class, () -> Gguf.open(file));
        assertEquals(GgufFault.valueOf(row[0]), refusal.fault(), refusal.getMessage());
        assertEquals(file, refusal.file());
        assertTrue(refusal.getMessage().startsWith(file.toString()), refusal.getMessage());
        assertTrue(refusal.getMessage().endsWith(refusal.fault().advice()), refusal.getMessage());
    }

    @Test
    void everyFaultOfAFileHasARow() throws IOException {
        Set<GgufFault> found = EnumSet.copyOf(ELSEWHERE);
        rows().map(row -> GgufFault.valueOf(row[0])).forEach(found::add);
        assertEquals(EnumSet.allOf(GgufFault.class), found);
    }

    @Test
    void refusesPartsThatDisagree() throws IOException {
        Path first = part(1, 2, 0, 2);
        assertEquals(GgufFault.PART_MISSING, fault(first));
        part(2, 2, 0, 2);
        assertEquals(GgufFault.PARTS_DISAGREE, fault(first));
        part(2, 2, 1, 3);
        assertEquals(GgufFault.PARTS_DISAGREE, fault(first));
        part(2, 2, 1, 2);
        assertEquals(2, Gguf.open(first).parts().size());
    }

    private GgufFault fault(Path file) {
        return assertThrows(GgufException.class, () -> Gguf.open(file)).fault();
    }

    private Path part(int number, int count, int claimedNumber, int claimedCount)
            throws IOException {
        return write(
                String.format("m-%05d-of-%05d.gguf", number, count),
                Assembled.of(
                        "'GGUF' u32:3 u64:0 u64:2 s:split.no u32:2 u16:%d s:split.count u32:2 u16:%d"
                                .formatted(claimedNumber, claimedCount)));
    }

    /** Each is either read or refused, and none takes more memory than its size justifies. */
    @Test
    void damagedFilesAreReadOrRefused() throws IOException {
        byte[] good = Assembled.of(GOOD);
        assertEquals(2, Gguf.open(write("good.gguf", good)).tensors().size());
        Random random = new Random(20);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Set<GgufFault> faults = EnumSet.noneOf(GgufFault.class);
        int read = 0;
        for (int round = 0; round < 3000; round++) {
            Path file = write("damaged.gguf", damaged(good, random));
            long before = threads.getCurrentThreadAllocatedBytes();
            try {
                Gguf.open(file);
                read++;
            } catch (GgufException refused) {
                faults.add(refused.fault());
            }
            long taken = threads.getCurrentThreadAllocatedBytes() - before;
            assertTrue(taken < 4 << 20, round + " took " + taken);
        }
        assertTrue(read > 100, read + " files were read");
        assertTrue(faults.size() > 15, faults.toString());
    }

    private static byte[] damaged(byte[] good, Random random) {
        byte[] bytes = good.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] =
                    (byte) (random.nextBoolean() ? random.nextInt(256) : 255 * random.nextInt(2));
        }
        boolean cut = random.nextInt(4) == 0;
        return cut ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
