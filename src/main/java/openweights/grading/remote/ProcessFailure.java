package openweights.grading.remote;

/** Why a process in the sandbox is gone. */
public enum ProcessFailure {
    TIMEOUT,
    /** The submission has had all its time, not this process. */
    TIME_UP,
    OUT_OF_MEMORY,
    EXIT,
    CRASH,
    OUTPUT,
    PROTOCOL
}
