package openweights.course.grade.remote;

/** Why a process in the sandbox is gone. */
public enum Loss {
    TIMEOUT,
    OUT_OF_MEMORY,
    EXIT,
    CRASH,
    OUTPUT,
    PROTOCOL
}
