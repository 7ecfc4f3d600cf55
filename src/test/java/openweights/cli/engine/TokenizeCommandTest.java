package openweights.cli.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import openweights.cli.Main;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class TokenizeCommandTest {

    private static final String MODEL = "src/test/resources/tokenizers/gpt2";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void showsIdsTokensAndBytes() {
        assertEquals(0, run("", "tokenize", MODEL, "a b"));
        String[] lines = out.toString().split("\\R");
        assertTrue(lines[0].matches(" +\\d+  a +61"), lines[0]);
        assertTrue(lines[1].matches(" +\\d+  Ġb? *20( 62)?"), lines[1]);
        assertTrue(lines[lines.length - 1].matches("\\d tokens for 3 bytes: .*"), out.toString());
    }

    @Test
    void formatsNumbersTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertEquals(0, run("", "tokenize", MODEL, "a b"));
        } finally {
            Locale.setDefault(before);
        }
        String[] lines = out.toString().split("\\R");
        assertTrue(lines[0].matches(" +[0-9]+  a +61"), lines[0]);
        assertTrue(
                lines[lines.length - 1].matches(
                        "[0-9] tokens for 3 bytes: [0-9]\\.[0-9]{2} bytes per token"),
                out.toString());
    }

    @Test
    void printsNoColorsOutsideOfATerminal() {
        run("", "tokenize", MODEL, "a b");
        assertTrue(out.toString().indexOf('\u001B') < 0);
    }

    @Test
    void turnsLinesOfJsonIntoIdsAndBack() {
        assertEquals(0, run("\"a\\n\"\n\"\\ud83d\\udc4b\"\n", "tokenize", MODEL, "--json"));
        String ids = out.toString();
        assertEquals(2, ids.lines().count());
        out.getBuffer().setLength(0);
        assertEquals(0, run(ids, "tokenize", MODEL, "--json", "--decode"));
        assertEquals("\"a\\n\"\n\"\\uD83D\\uDC4B\"\n", out.toString());
    }

    @Test
    void namesTheLineThatIsNotAJsonString() {
        assertEquals(2, run("\"a\"\n17\n", "tokenize", MODEL, "--json"));
        assertTrue(
                err.toString().contains("line 2 of the input is not a JSON string"),
                err.toString());
    }

    @Test
    void refusesAModelThatDoesNotExist() {
        assertEquals(2, run("", "tokenize", "nowhere"));
        assertTrue(
                err.toString().contains("\"nowhere\" is neither a folder nor a file"),
                err.toString());
    }

    private int run(String input, String... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            CommandLine line = Main.commandLine();
            line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
            return line.execute(arguments);
        } finally {
            System.setIn(before);
        }
    }
}
