package openweights.grading.protocol;

/** What a message asks or answers. {@link Message} says which answer belongs to which request. */
public enum MessageType {
    // Requests to the student's process.
    RESET,
    RUN,
    EVALUATE,
    MAKE,
    CALL,
    CALL_ON,
    ARGUMENTS,
    GET,
    EXISTS,
    SIGNATURES,
    // Requests to the compiler.
    OPEN,
    CELL,
    EXPRESSION,
    // Answers.
    VALUE,
    THROWN,
    MISSING,
    REFUSED,
    COMPILED;

    /** Whether a request runs the student's code, which may change the state of its process. */
    public boolean runsCode() {
        return this == CALL || this == CALL_ON || this == EVALUATE || this == MAKE;
    }

    static MessageType of(String name) throws ProtocolException {
        for (MessageType each : values()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        throw new ProtocolException("Unknown type of message.");
    }
}
