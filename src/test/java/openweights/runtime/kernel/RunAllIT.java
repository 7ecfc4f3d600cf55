package openweights.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import openweights.runtime.session.CellOutcome;
import openweights.runtime.session.CellOutcome.Status;
import openweights.runtime.session.Execution;
import openweights.runtime.session.RealKernel;
import org.junit.jupiter.api.Test;

/** Many cells sent at once, as the notebook's Run All does. */
class RunAllIT extends RealKernel {

    @Test
    void stopsAtTheFirstFailingCellOf150() {
        succeeds("int count = 0;");
        List<String> cells = new ArrayList<>(List.of("count++;", "Thread.sleep(300);", "1 / 0"));
        while (cells.size() < 150) {
            cells.add("count++;");
        }
        List<CellOutcome> outcomes = runAll(cells, true);
        assertEquals(Status.OK, outcomes.get(1).status());
        assertEquals(Status.ERROR, outcomes.get(2).status());
        for (CellOutcome later : outcomes.subList(3, 150)) {
            assertEquals(Status.ABORTED, later.status());
            assertTrue(later.executionCount().isEmpty());
            assertEquals(0, later.outputs().size());
        }
        assertEquals("1", succeeds("count").value());
    }

    @Test
    void stopsAtCellThatFailsAtOnceAndAtCompilerErrors() {
        for (String failing : List.of("1 / 0", "int x = ;", "for (;;) {", "System.out.prin();")) {
            succeeds("int ran = 0;");
            assertEquals(Status.ABORTED, runAll(List.of(failing, "ran++;"), true).get(1).status());
            assertEquals("0", succeeds("ran").value());
        }
    }

    @Test
    void interruptAlsoStopsTheQueue() throws Exception {
        succeeds("1 + 1"); // A fresh kernel may take longer than the pause below to start a cell.
        CompletableFuture<CellOutcome> endless = kernel.submit(Execution.of("while (true) {}"));
        CompletableFuture<CellOutcome> queued = kernel.submit(Execution.of("1 + 1"));
        Thread.sleep(500);
        kernel.interrupt();
        assertEquals("Interrupted", endless.get(10, TimeUnit.SECONDS).errorName());
        assertEquals(Status.ABORTED, queued.get(10, TimeUnit.SECONDS).status());
        assertEquals("2", succeeds("1 + 1").value());
    }

    @Test
    void continuesAfterAFailureIfRequested() {
        List<CellOutcome> outcomes = runAll(List.of("1 / 0", "6 * 7"), false);
        assertEquals(Status.ERROR, outcomes.get(0).status());
        assertEquals("42", outcomes.get(1).value());
    }

    private static List<CellOutcome> runAll(List<String> cells, boolean stopOnError) {
        return cells.stream()
                .map(cell -> kernel.submit(Execution.of(cell).withStopOnError(stopOnError)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }
}
