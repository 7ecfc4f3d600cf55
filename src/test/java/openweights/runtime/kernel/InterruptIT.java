package openweights.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import openweights.runtime.session.CellOutcome;
import openweights.runtime.session.CellOutcome.Status;
import openweights.runtime.session.RealKernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Endless cells: an interrupt stops each of them and leaves the processor idle. */
class InterruptIT extends RealKernel {

    /** An idle kernel uses little CPU time in this interval; an endless loop uses all of it. */
    private static final Duration WATCHED = Duration.ofMillis(300);

    private static final String ENDLESS = "int before = 41; long n = 0;\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) {}",
                "while (true) { n++; }",
                "while (true) { n += Math.abs(-1); }",
                "void spin() { while (true) { n++; } }\nspin();",
                "class Wheel { void turn() { for (;;) { n++; } } }\nnew Wheel().turn();",
                "Stream.iterate(1, i -> i + 1).forEach(i -> n++);",
                "INDArray a = Nd4j.ones(50, 50); while (true) { a = a.mmul(a).mul(0.01); }",
                "while (true) { System.out.println(n++); }",
                "Thread.sleep(1_000_000);",
                "while (true) { try { Thread.sleep(10); } catch (InterruptedException e) { n++; } }",
                "while (true) { try { while (true) { n++; } } catch (Throwable e) { n = 0; } }",
                "while (true) { try { n = 1 / 0; } finally { continue; } }",
                "do { switch ((int) (n % 3)) { case 0: n++; continue; default: n += 2; } } while (true);",
                "IntStream.range(0, 1_000_000).parallel().forEach(i -> { while (i >= 0) { n = i; } });",
                "Thread other = new Thread(() -> { while (true) { n++; } });\nother.start(); other.join();",
                "class Endless { public String toString() { while (true) { n++; } } }\nnew Endless()"
            })
    void stopsAndKeepsVariablesAndLeavesTheProcessorIdle(String endless) throws Exception {
        CompletableFuture<CellOutcome> cell = begun(ENDLESS + HERE + "\n" + endless);
        runsOn(cell);
        kernel.interrupt();
        CellOutcome outcome = cell.get(10, TimeUnit.SECONDS);
        assertEquals(Status.ERROR, outcome.status());
        assertEquals("Interrupted", outcome.errorName(), outcome.traceback());
        assertEquals("42", succeeds("before + 1").value());
        assertTrue(comesToRest(), "the processor is busy although no cell runs");
    }

    @Test
    void workersRunAgainAfterAnInterrupt() {
        assertEquals(
                "499500",
                succeeds(
                                "int total = IntStream.range(0, 1000).parallel().map(i -> i).sum();\ntotal")
                        .value());
    }

    @Test
    void nothingElseOfTheCellRuns() throws Exception {
        succeeds("int ran = 0;");
        CompletableFuture<CellOutcome> running =
                begun(HERE + "\nThread.sleep(1_000_000);\nran = 1;");
        runsOn(running);
        kernel.interrupt();
        assertEquals("Interrupted", running.get(10, TimeUnit.SECONDS).errorName());
        assertEquals("0", succeeds("ran").value());
    }

    /**
     * Gives the JIT compiler time for the loop, and checks that the cell does not end by itself.
     */
    private static void runsOn(CompletableFuture<CellOutcome> cell) throws InterruptedException {
        Thread.sleep(500);
        assertTrue(!cell.isDone(), () -> "ended by itself: " + cell.join());
    }

    /** The JIT compiler may be busy for a moment, but a running loop is busy forever. */
    private static boolean comesToRest() throws InterruptedException {
        for (int look = 0; look < 20; look++) {
            Duration before = kernel.cpuTime();
            Thread.sleep(WATCHED.toMillis());
            Duration used = kernel.cpuTime().minus(before);
            if (used.compareTo(WATCHED.dividedBy(2)) < 0) {
                return true;
            }
        }
        return false;
    }
}
