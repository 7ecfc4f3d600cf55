package openweights.grading.remote;

import java.util.concurrent.TimeUnit;
import openweights.grading.sandbox.Limits;
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

    /** Of one whose processes together used too much. */
    static LostProcess of(Usage usage) {
        Limits limits = usage.limits();
        return usage.tooMuchMemory()
                ? new LostProcess(
                        ProcessFailure.OUT_OF_MEMORY,
                        "All its processes together held more than %d MB."
                                .formatted(limits.memoryBytes() >> 20))
                : tooManyTasks(limits);
    }

    private static LostProcess tooManyTasks(Limits limits) {
        return new LostProcess(
                ProcessFailure.PROCESSES,
                "It started as many threads and processes as it may have: "
                        + limits.processes()
                        + ".");
    }

    static LostProcess of(int exit, String errors, Limits limits) {
        if (exit == StudentMain.TOO_MUCH_OUTPUT) {
            return new LostProcess(ProcessFailure.OUTPUT, "It printed too much.");
        }
        if (errors.contains("unable to create native thread")) {
            return tooManyTasks(limits);
        }
        if (exit == OUT_OF_MEMORY || errors.contains("insufficient memory")) {
            return new LostProcess(
                    ProcessFailure.OUT_OF_MEMORY,
                    "It ran out of memory, in the Java heap or outside it.");
        }
        if (exit == CPU_LIMIT) {
            return new LostProcess(
                    ProcessFailure.TIMEOUT,
                    "It used up its processor time, " + limits.cpuSeconds() + " s.");
        }
        if (exit == KILLED) {
            return new LostProcess(
                    ProcessFailure.KILLED,
                    "A signal killed it, and no limit of the grader did that: the code sends one, or the machine ran out of memory.");
        }
        if (exit > SIGNAL || errors.contains("A fatal error has been detected by the Java")) {
            return new LostProcess(ProcessFailure.CRASH, "The JVM crashed.");
        }
        return new LostProcess(
                ProcessFailure.EXIT, "The code ended its process with exit code " + exit + ".");
    }
}
