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

class AlarmTest {

    /** Long beside what a process needs to go on, short beside how long it is stopped. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Another process: sets an watchdog, and says after a line whether it has fired. */
    static final class Other {
        public static void main(String[] arguments) throws Exception {
            try (Watchdog watchdog = new Watchdog(PATIENCE, () -> {})) {
                System.out.println("set");
                System.in.read();
                Thread.sleep(500);
                System.out.println(watchdog.fired() ? "fired" : "silent");
            }
        }
    }

    @Test
    void ringsWhenItsTimeIsOver() throws InterruptedException {
        CountDownLatch fired = new CountDownLatch(1);
        try (Watchdog watchdog = new Watchdog(Duration.ofMillis(1), fired::countDown)) {
            fired.await();
            assertTrue(watchdog.fired());
        }
    }

    @Test
    void staysSilentWhenCalledOff() throws InterruptedException {
        CountDownLatch later = new CountDownLatch(1);
        Watchdog calledOff = new Watchdog(Duration.ofMillis(500), () -> {});
        calledOff.close();
        try (Watchdog next = new Watchdog(Duration.ofMillis(800), later::countDown)) {
            later.await();
            assertTrue(next.fired());
        }
        assertFalse(calledOff.fired());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void doesNotCountWhileTheProcessIsStopped() throws Exception {
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
            Thread.sleep(PATIENCE.plusSeconds(1).toMillis());
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
