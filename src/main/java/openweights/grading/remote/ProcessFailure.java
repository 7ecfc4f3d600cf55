package openweights.grading.remote;

/** Why a process in the sandbox was lost. */
public enum ProcessFailure {
    TIMEOUT,
    /** The submission, not this one request, used up its time. */
    TIME_UP,
    OUT_OF_MEMORY,
    /** Too many threads and processes. */
    PROCESSES,
    /** By a signal. */
    KILLED,
    EXIT,
    CRASH,
    OUTPUT,
    PROTOCOL
}
