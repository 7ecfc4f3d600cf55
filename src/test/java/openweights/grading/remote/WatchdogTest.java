package openweights.grading.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class WatchdogTest {

    /** Long compared to how long a process takes to resume, short compared to how long it stops. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** Another process: starts a watchdog and, after a line of input, reports whether it fired. */
    static final class Other {
        public static void main(String[] arguments) throws Exception {
            try (Watchdog watchdog = new Watchdog(TIMEOUT, () -> false, () -> {})) {
                System.out.println("set");
                System.in.read();
                Thread.sleep(500);
                System.out.println(watchdog.fired() ? "fired" : "silent");
            }
        }
    }

    @Test
    void firesWhenTheTimeIsUp() throws InterruptedException {
        CountDownLatch fired = new CountDownLatch(1);
        try (Watchdog watchdog =
                new Watchdog(Duration.ofMillis(1), () -> false, fired::countDown)) {
            fired.await();
            assertTrue(watchdog.fired());
        }
    }

    @Test
    void staysSilentWhenClosed() throws InterruptedException {
        CountDownLatch later = new CountDownLatch(1);
        Watchdog closed = new Watchdog(Duration.ofMillis(500), () -> false, () -> {});
        closed.close();
        try (Watchdog next = new Watchdog(Duration.ofMillis(800), () -> false, later::countDown)) {
            later.await();
            assertTrue(next.fired());
        }
        assertFalse(closed.fired());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void doesNotCountTimeWhileTheProcessIsStopped() throws Exception {
        Process other =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Other.class.getName())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("set", lines.readLine());
            signal("-STOP", other);
            Thread.sleep(TIMEOUT.plusSeconds(1).toMillis());
            signal("-CONT", other);
            other.getOutputStream().close();
            assertEquals("silent", lines.readLine());
        } finally {
            other.destroyForcibly();
        }
    }

    private static void signal(String name, Process process)
            throws IOException, InterruptedException {
        assertEquals(0, new ProcessBuilder("kill", name, "" + process.pid()).start().waitFor());
    }
}
