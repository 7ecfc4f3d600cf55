package openweights.grading.remote;

import java.util.concurrent.TimeUnit;
import openweights.grading.student.StudentMain;

/** Finds out what a process died of. */
final class PostMortem {

    /** A Java that was told to end when memory is used up. */
    private static final int OUT_OF_MEMORY = 3;

    private static final int SIGNAL = 128;
    private static final int KILLED = SIGNAL + 9;
    private static final int CPU_LIMIT = SIGNAL + 24;

    private PostMortem() {}

    /** Waits a little for the end of a process. */
    static boolean await(Process process) {
        try {
            return process.waitFor(3, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static LostProcess of(int exit, String words) {
        if (exit == StudentMain.TOO_MUCH_OUTPUT) {
            return new LostProcess(ProcessFailure.OUTPUT, "It printed more than is kept.");
        }
        if (exit == OUT_OF_MEMORY || words.contains("insufficient memory")) {
            return new LostProcess(ProcessFailure.OUT_OF_MEMORY, "The memory was used up.");
        }
        if (exit == KILLED || exit == CPU_LIMIT) {
            return new LostProcess(
                    ProcessFailure.TIMEOUT,
                    "The system ended it: processor time or memory was used up.");
        }
        if (exit > SIGNAL || words.contains("A fatal error has been detected by the Java")) {
            return new LostProcess(ProcessFailure.CRASH, "Java itself crashed.");
        }
        return new LostProcess(
                ProcessFailure.EXIT, "The code ended its process, with exit code " + exit + ".");
    }
}
