package openweights.runtime.session;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ThreadDumpTest {

    @Test
    void showsTheStackOfAThread() {
        String dump = ThreadDump.of(ProcessHandle.current());

        assertTrue(dump.contains("ThreadDumpTest.showsTheStackOfAThread"), dump);
    }

    @Test
    void reportsAProcessThatHasEnded() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process ended = new ProcessBuilder(java.toString(), "-version").start();
        ended.waitFor();

        String dump = ThreadDump.of(ended.toHandle());

        assertTrue(dump.contains(Long.toString(ended.pid())), dump);
    }
}
