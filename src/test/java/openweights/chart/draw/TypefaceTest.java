package openweights.chart.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Font;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import openweights.ForkedJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kernel that a full machine kills has deleted nothing at its end. */
class TypefaceTest {

    @TempDir private Path temporary;

    @Test
    void aKilledProcessLeavesNoFontBehind() throws Exception {
        Process process =
                ForkedJvm.same(
                                "-Djava.awt.headless=true",
                                "-Djava.io.tmpdir=" + temporary,
                                "-XX:-UsePerfData")
                        .program(Killed.class)
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(Killed.STATUS, process.waitFor(), said);
        assertEquals("Inter Semi Bold, a text wider than nothing", said.strip());
        try (Stream<Path> left = Files.list(temporary)) {
            assertEquals(List.of(), left.toList());
        }
    }

    /** Draws in both weights and ends as a killed process does, without deleting anything. */
    static final class Killed {

        static final int STATUS = 9;

        public static void main(String[] arguments) {
            Font font = Typeface.semibold(12);
            boolean wide = Typeface.width("a text", font) > 0;
            System.out.println(font.getFamily() + (wide ? ", a text wider than nothing" : ""));
            Runtime.getRuntime().halt(STATUS);
        }
    }
}
