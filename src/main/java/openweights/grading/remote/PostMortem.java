package openweights.grading.remote;

import java.util.concurrent.TimeUnit;
import openweights.grading.student.StudentMain;

/** Finds out why a process died. */
final class PostMortem {

    /** Exit code of a JVM with {@code ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    private static final int SIGNAL = 128;
    private static final int KILLED = SIGNAL + 9;
    private static final int CPU_LIMIT = SIGNAL + 24;

    private PostMortem() {}

    /** Waits up to three seconds for the end of a process. */
    static boolean await(Process process) {
        try {
            return process.waitFor(3, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static LostProcess of(int exit, String errors) {
        if (exit == StudentMain.TOO_MUCH_OUTPUT) {
            return new LostProcess(ProcessFailure.OUTPUT, "It printed too much.");
        }
        if (exit == OUT_OF_MEMORY || errors.contains("insufficient memory")) {
            return new LostProcess(ProcessFailure.OUT_OF_MEMORY, "It ran out of memory.");
        }
        if (exit == KILLED || exit == CPU_LIMIT) {
            return new LostProcess(
                    ProcessFailure.TIMEOUT,
                    "The system killed it: it ran out of CPU time or memory.");
        }
        if (exit > SIGNAL || errors.contains("A fatal error has been detected by the Java")) {
            return new LostProcess(ProcessFailure.CRASH, "The JVM crashed.");
        }
        return new LostProcess(
                ProcessFailure.EXIT, "The code ended its process with exit code " + exit + ".");
    }
}
