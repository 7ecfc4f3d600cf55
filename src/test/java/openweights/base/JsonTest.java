package openweights.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    record Point(int x, double y) {}

    @TempDir private Path folder;

    @Test
    void readsFilesIntoTreesAndRecords() throws IOException {
        Path file = Files.writeString(folder.resolve("p.json"), " {\"x\": 1, \"y\": 2.5}\n");
        assertEquals(2.5, Json.read(file).get("y").asDouble());
        assertEquals(new Point(1, 2.5), Json.read(file, Point.class));
        assertEquals(new Point(1, 2.5), Json.readYaml("p", "x: 1\ny: 2.5", Point.class));
        assertThrows(NoSuchFileException.class, () -> Json.read(folder.resolve("none")));
    }

    @Test
    void aByteOrderMarkIsDropped() {
        assertEquals("é", Json.read("x", "\uFEFF\"é\"".getBytes(StandardCharsets.UTF_8)).asText());
    }

    @Test
    void refusesAKeyThatOccursTwice() throws IOException {
        Path file = Files.writeString(folder.resolve("p.json"), "{\"x\": 1,\n \"x\": 2}");
        assertEquals(
                file + ":2:5: not valid JSON: Duplicate field 'x'",
                assertThrows(JsonException.class, () -> Json.read(file)).getMessage());
        assertTrue(refusalOfYaml("x: 1\nx: 2").contains("Duplicate"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{} {}", "{}]", "1 2", "{} x", "[1],", "{}\0"})
    void refusesTextAfterTheEnd(String text) {
        assertTrue(refusal(text).startsWith("it:1:"), refusal(text));
        assertThrows(
                JsonException.class,
                () -> Json.read("it", text.getBytes(StandardCharsets.UTF_8), Map.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{\"x\":}", "nul", "{'x': 1}", "[1,]", "NaN", "// x\n1"})
    void refusesWhatIsNotJson(String text) {
        assertFalse(refusal(text).contains("REDACTED"), refusal(text));
        assertTrue(refusal(text).contains("not valid JSON"), refusal(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void refusesAHundredThousandBrackets(String open) {
        assertTrue(refusal(open.repeat(100_000)).contains("not valid JSON"));
        assertTrue(refusalOfYaml(open.repeat(100_000)).contains("not valid YAML"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "UTF-32BE"})
    void refusesAFileThatIsNotUtf8(String charset) throws IOException {
        byte[] bytes = "{\"é\": 1}".getBytes(Charset.forName(charset));
        Path file = Files.write(folder.resolve("p.json"), bytes);
        String message = assertThrows(JsonException.class, () -> Json.read(file)).getMessage();
        assertTrue(message.startsWith(file + ":"), message);
        assertTrue(message.contains("not valid JSON"), message);
    }

    @Test
    void refusesUnknownKeysAndTypesThatDoNotFit() {
        assertTrue(refusal("{\"x\": 1, \"z\": 2}", Point.class).contains("\"z\""));
        assertTrue(refusal("{\"x\": \"one\"}", Point.class).contains("not a valid"));
        assertTrue(refusal("[]", Point.class).startsWith("it:1:1: not valid JSON"));
        assertEquals("it: holds null instead of a value.", refusal("null", Point.class));
    }

    @Test
    void makesWhatItQuotesSafeToPrint() {
        String message = refusal("{\"\\u001b[2J\": 1, \"\\u001b[2J\": 1}");
        assertTrue(message.contains("\\u001b[2J"), message);
        String endless = refusal("{\"" + "x".repeat(9999) + "\": 1 \"");
        assertTrue(endless.length() < 300, endless);
    }

    @Test
    void writesPrettyAndOnOneLine() {
        assertEquals("{\"x\":1,\"y\":2.5}", Json.line(new Point(1, 2.5)));
        assertEquals(
                "{\n  \"x\" : 1,\n  \"y\" : 2.5\n}",
                Json.pretty(new Point(1, 2.5)).replace("\r\n", "\n"));
        assertThrows(IllegalStateException.class, () -> Json.line(new Object()));
    }

    @Test
    void furtherSettingsLeaveTheOriginalAlone() throws IOException {
        assertEquals(
                "[ 1 ]",
                Json.mapper()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(List.of(1)));
        assertEquals("[1]", Json.line(List.of(1)));
    }

    private static String refusal(String text) {
        return assertThrows(JsonException.class, () -> Json.readText("it", text)).getMessage();
    }

    private static String refusal(String text, Class<?> type) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return assertThrows(JsonException.class, () -> Json.read("it", bytes, type)).getMessage();
    }

    private static String refusalOfYaml(String text) {
        return assertThrows(JsonException.class, () -> Json.readYaml("it", text, JsonNode.class))
                .getMessage();
    }
}
