package openweights.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openweights.runtime.session.CellOutcome;
import openweights.runtime.session.RealKernel;
import org.junit.jupiter.api.Test;

/** Cells that print or display more than a page can show. */
class FloodsIT extends RealKernel {

    private static final Pattern FILE = Pattern.compile("whole output is in (\\S+\\.txt)\\.");

    @Test
    void manyLinesAreJoinedAndBoundedAndKeptInAFile() throws Exception {
        CellOutcome flood =
                succeeds("for (int i = 0; i < 100_000; i++) System.out.println(\"line \" + i);");
        String shown = flood.stream("stdout");
        assertTrue(shown.startsWith("line 0\nline 1\n"), "the first part");
        assertTrue(shown.endsWith("line 99998\nline 99999\n"), "the last part");
        assertTrue(shown.length() < 250_000, "characters: " + shown.length());
        assertTrue(flood.outputs().size() <= 4, "outputs: " + flood.outputs().size());
        assertEquals(100_000, Files.readAllLines(file(flood)).size());
    }

    @Test
    void oneLongLineIsBoundedToo() throws Exception {
        CellOutcome flood = succeeds("System.out.print(\"x\".repeat(1_000_000) + \"end\");");
        assertTrue(flood.stream("stdout").length() < 250_000);
        assertTrue(flood.stream("stdout").endsWith("xend"));
        assertEquals(1_000_003, Files.size(file(flood)));
        String value = succeeds("\"x\".repeat(1_000_000)").value();
        assertTrue(value.length() < 110_000 && value.contains("1,000,000 characters"));
        assertTrue(
                run("throw new RuntimeException(\"y\".repeat(1_000_000));").traceback().length()
                        < 5000);
    }

    @Test
    void manyDisplaysAreBounded() {
        CellOutcome flood = succeeds("for (int i = 0; i < 2000; i++) display(i);");
        int count = flood.outputs().size();
        assertTrue(count < 110, "outputs: " + count);
        assertEquals("0", flood.outputs().at("/0/data/text~1plain").asText());
        JsonNode last = flood.outputs().get(count - 1);
        assertEquals("1999", last.at("/data/text~1plain").asText());
        assertTrue(flood.stream("stderr").contains("1,899 more displays"), flood.stream("stderr"));
    }

    @Test
    void outputAfterAnInterruptedFloodIsTheNextCellsOwn() throws Exception {
        CompletableFuture<CellOutcome> endless =
                begun(HERE + "\nwhile (true) System.out.println(\"again\");");
        kernel.interrupt(); // only once: a second one could meet the next cell
        assertEquals("Interrupted", endless.get().errorName());
        assertEquals("clean\n", succeeds("System.out.println(\"clean\");").stream("stdout"));
    }

    @Test
    void aThreadMayPrintAfterItsCell() throws Exception {
        succeeds(
                "var gate = new CountDownLatch(1); var late = new Thread(() -> { try { gate.await(); } catch (InterruptedException e) {} System.out.println(\"late\"); }); late.start();");
        CellOutcome outcome =
                succeeds("gate.countDown(); late.join(); System.out.println(\"now\");");
        assertEquals("late\nnow\n", outcome.stream("stdout"));
    }

    @Test
    void noCellCanCloseTheStreamsOfOthers() {
        succeeds("System.out.close(); System.err.close();");
        succeeds("System.setOut(null);");
        CellOutcome outcome = succeeds("System.out.println(\"ä 😀\"); System.err.println(\"b\");");
        assertEquals("ä 😀\n", outcome.stream("stdout"));
        assertEquals("b\n", outcome.stream("stderr"));
    }

    private static Path file(CellOutcome flood) {
        Matcher file = FILE.matcher(flood.stream("stderr"));
        assertTrue(file.find(), flood.stream("stderr"));
        return Path.of(file.group(1));
    }
}
