package openweights.engine.weights;

import static openweights.engine.weights.Crafted.bytes;
import static openweights.engine.weights.Crafted.entry;
import static openweights.engine.weights.Crafted.safetensors;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every known way to break the format, each with its fault. */
class HostileSafetensorsTest {

    private static final byte[] BRACES = {'{', '}'};

    @TempDir Path folder;

    private record Case(Fault fault, String name, byte[] file) {

        /** A row of bad.txt: fault, bytes of data, what is wrong, header. */
        static Case of(String row) {
            String[] column = row.split(" \\| ", 4);
            byte[] file = safetensors(column[3], Integer.parseInt(column[1]));
            return new Case(Fault.valueOf(column[0]), column[2], file);
        }
    }

    private static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>(lengths());
        cases.addAll(texts());
        cases.addAll(crowds());
        Crafted.resource("safetensors/bad.txt")
                .lines()
                .filter(row -> !row.isBlank() && !row.startsWith("#"))
                .map(Case::of)
                .forEach(cases::add);
        return cases;
    }

    private static List<Case> lengths() {
        return List.of(
                new Case(Fault.FILE_TOO_SHORT, "empty file", new byte[0]),
                new Case(Fault.FILE_TOO_SHORT, "seven bytes", new byte[7]),
                new Case(Fault.HEADER_TOO_LARGE, "over the limit", bytes(100_000_001, BRACES, 9)),
                new Case(Fault.HEADER_TOO_LARGE, "sign bit set", bytes(-1, BRACES, 9)),
                new Case(Fault.HEADER_LONGER_THAN_FILE, "a lie", bytes(99_999_999, BRACES, 9)),
                new Case(Fault.HEADER_LONGER_THAN_FILE, "one too long", bytes(3, BRACES, 0)),
                new Case(Fault.HEADER_NOT_AN_OBJECT, "no header", bytes(0, new byte[0], 0)));
    }

    private static List<Case> texts() {
        byte[] utf16 = "{}".getBytes(StandardCharsets.UTF_16LE);
        return List.of(
                new Case(Fault.HEADER_NOT_UTF8, "byte FF", safetensors(hex("7bff7d"), 0)),
                new Case(Fault.HEADER_NOT_UTF8, "overlong", safetensors(hex("7b22c0af227d"), 0)),
                new Case(Fault.HEADER_NOT_UTF8, "surrogate", safetensors(hex("7b22eda080227d"), 0)),
                new Case(Fault.HEADER_NOT_UTF8, "cut character", safetensors(hex("7b7dc3"), 0)),
                new Case(Fault.HEADER_NOT_JSON, "UTF-16", safetensors(utf16, 0)),
                new Case(Fault.HEADER_NOT_JSON, "NUL after the brace", safetensors("{}\0", 0)),
                new Case(Fault.HEADER_NOT_AN_OBJECT, "space before", safetensors(" {}", 0)),
                new Case(Fault.HEADER_NOT_AN_OBJECT, "BOM", safetensors(hex("efbbbf7b7d"), 0)),
                new Case(Fault.TEXT_AFTER_HEADER, "line feed after", safetensors("{}\n", 0)));
    }

    private static List<Case> crowds() {
        String lists = "{\"w\":{\"x\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}}";
        String objects = "{\"w\":{\"x\":" + "{\"a\":".repeat(100_000);
        String key = "\"" + "\\u001b".repeat(100_000) + "\":\"\"";
        String twice = "{\"__metadata__\":{" + key + "," + key + "}}";
        String name = "{" + entry("w".repeat(5000), "F32", "[2]", 0, 8) + "}";
        return List.of(
                new Case(Fault.HEADER_TOO_DEEP, "deep lists", safetensors(lists, 0)),
                new Case(Fault.HEADER_TOO_DEEP, "deep objects", safetensors(objects, 0)),
                new Case(Fault.DUPLICATE_KEY, "endless key twice", safetensors(twice, 0)),
                new Case(Fault.NAME_TOO_LONG, "endless name", safetensors(name, 8)),
                new Case(Fault.TOO_MANY_TENSORS, "300,000 tensors", many(300_000, "[0]", 0)),
                new Case(Fault.OFFSETS_OVERLAP, "10 tensors in one place", many(10, "[4]", 16)));
    }

    private static byte[] many(int count, String shape, int size) {
        return safetensors(
                IntStream.range(0, count)
                        .mapToObj(i -> entry("w" + i, "F32", shape, 0, size))
                        .collect(Collectors.joining(",", "{", "}")),
                size);
    }

    @TestFactory
    Stream<DynamicTest> refuses() throws IOException {
        return cases().stream().map(c -> DynamicTest.dynamicTest(c.name(), () -> refuses(c)));
    }

    private void refuses(Case bad) throws IOException {
        Path file = Crafted.in(folder, "bad.safetensors", bad.file());
        SafetensorsException refusal =
                assertThrows(SafetensorsException.class, () -> Safetensors.open(file));
        String message = refusal.getMessage();
        assertAll(
                () -> assertEquals(bad.fault(), refusal.fault(), message),
                () -> assertEquals(file, refusal.file()),
                () -> assertTrue(refusal.offset() >= 0, () -> "offset " + refusal.offset()),
                () -> assertTrue(message.startsWith(file + ": "), message),
                () -> assertTrue(message.endsWith(". " + bad.fault().advice()), message),
                () -> assertTrue(message.length() < 1500 && !message.contains("\u001b"), message));
    }

    @Test
    void everyFaultOfAFileHasACase() throws IOException {
        Set<Fault> missing = EnumSet.range(Fault.FILE_TOO_SHORT, Fault.TRAILING_BYTES);
        cases().forEach(c -> missing.remove(c.fault()));
        assertEquals(Set.of(), missing);
    }

    @TestFactory
    Stream<DynamicTest> acceptsWhatIsOddButGood() throws IOException {
        return Crafted.resource("safetensors/odd.txt")
                .lines()
                .filter(row -> !row.isBlank() && !row.startsWith("#"))
                .map(row -> row.split(" \\| ", 3))
                .map(odd -> DynamicTest.dynamicTest(odd[1], () -> readsAll(odd)));
    }

    private void readsAll(String[] odd) throws IOException {
        String header = odd[2].replace("¶", "\r\n\t").replace("␣", " ");
        byte[] bytes = safetensors(header, Integer.parseInt(odd[0]));
        Path file = Crafted.in(folder, "odd.safetensors", bytes);
        for (StoredTensor tensor : assertDoesNotThrow(() -> Safetensors.open(file)).tensors()) {
            assertEquals(tensor.elements(), tensor.floats().length);
            assertEquals(tensor.byteSize(), tensor.bytes().remaining());
            assertEquals(tensor.elements(), tensor.toArray().length());
        }
    }

    @Test
    void aFalseLengthCostsNoMemory() throws IOException {
        Path file = Crafted.in(folder, "bomb.safetensors", bytes(99_999_999, BRACES, 100));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        assertThrows(SafetensorsException.class, () -> Safetensors.open(file));
        long before = threads.getThreadAllocatedBytes(thread);
        assertThrows(SafetensorsException.class, () -> Safetensors.open(file));
        long used = threads.getThreadAllocatedBytes(thread) - before;
        assertTrue(used < 100_000, used + " bytes were allocated");
    }

    @Test
    void saysHowMuchIsMissing() throws IOException {
        String header = "{" + entry("model.norm.weight", "F32", "[203]", 0, 812) + "}";
        assertMessage(
                safetensors(header, 800),
                "w.safetensors: tensor \"model.norm.weight\" ends at byte 812, but the data is 800"
                        + " bytes long. The file is probably cut off; compare its SHA-256 with the"
                        + " source.");
    }

    @Test
    void recognizesOtherFormats() throws IOException {
        assertMessage(
                "version https://git-lfs.github.com/spec/v1".getBytes(StandardCharsets.UTF_8),
                "w.safetensors: the first 8 bytes give the header a length of 2336927755350992246"
                        + " bytes, beyond the limit of 100000000; it starts like a Git LFS pointer,"
                        + " a placeholder for a file that was not downloaded. This is probably not a"
                        + " safetensors file; check what was downloaded.");
    }

    @Test
    void spellsOutControlCharactersInNames() throws IOException {
        String header = "{" + entry("a\\u001b[31m", "F32", "[2]", 4, 12) + "}";
        assertMessage(
                safetensors(header, 12),
                "w.safetensors: tensor \"a\\u001b[31m\" begins at byte 4, but the tensor before it"
                        + " ends at byte 0. No honest program writes such a file; do not use it, and"
                        + " get it from its source.");
    }

    private void assertMessage(byte[] bytes, String expected) throws IOException {
        Path file = Crafted.in(folder, "w.safetensors", bytes);
        String message =
                assertThrows(SafetensorsException.class, () -> Safetensors.open(file)).getMessage();
        assertEquals(expected, message.replace(folder + File.separator, ""));
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
