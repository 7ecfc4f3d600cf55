package openweights.runtime.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The stack traces of another JVM's threads, for finding out why it does not respond. */
final class ThreadDump {

    private static final long LIMIT_SECONDS = 20;

    private ThreadDump() {}

    /** The stack traces of all threads, or why they could not be obtained. */
    static String of(ProcessHandle jvm) {
        try {
            Path dump = Files.createTempFile("threads", ".txt");
            try {
                return write(jvm, dump) ? Files.readString(dump) : "(jcmd did not respond)";
            } finally {
                Files.delete(dump);
            }
        } catch (IOException e) {
            return "(jcmd could not be run: " + e.getMessage() + ")";
        }
    }

    private static boolean write(ProcessHandle jvm, Path dump) throws IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process =
                new ProcessBuilder(jcmd.toString(), Long.toString(jvm.pid()), "Thread.print", "-l")
                        .redirectErrorStream(true)
                        .redirectOutput(dump.toFile())
                        .start();
        try {
            return process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }
}
