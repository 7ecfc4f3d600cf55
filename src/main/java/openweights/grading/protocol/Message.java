package openweights.grading.protocol;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A frame's content: a type and plain values.
 *
 * <p>Requests to the student's process and their answers:
 *
 * <pre>{@code
 * RESET                          -> VALUE true, or false if the process should be replaced
 * RUN STEPS                      -> VALUE null; THROWN
 * EVALUATE STEPS                 -> VALUE; THROWN; MISSING
 * MAKE STEPS                     -> VALUE (a handle); THROWN
 * CALL NAME ARGUMENTS            -> VALUE; THROWN; MISSING; REFUSED
 * CALL_ON HANDLE NAME ARGUMENTS  -> VALUE; THROWN; MISSING; REFUSED
 * ARGUMENTS                      -> VALUE (a list)
 * GET NAME                       -> VALUE; MISSING
 * EXISTS NAME                    -> VALUE (a boolean)
 * SIGNATURES NAME                -> VALUE (a list)
 * }</pre>
 *
 * <p>Each of these answers ends with one more value, the text that was printed meanwhile.
 *
 * <p>Requests to the compiler and their answers:
 *
 * <pre>{@code
 * OPEN IMPORTS                   -> VALUE null
 * CELL SOURCE                    -> COMPILED STEPS PROBLEM UNRESOLVED BROKEN
 * EXPRESSION SOURCE              -> COMPILED STEPS PROBLEM UNRESOLVED BROKEN
 * }</pre>
 *
 * <p>The grader passes {@link Step}s from the compiler to the student's process without looking
 * into them.
 */
public record Message(MessageType type, List<@Nullable Object> values) {

    public static Message of(MessageType type, @Nullable Object... values) {
        return new Message(type, Arrays.asList(values));
    }

    /**
     * The value at a position.
     *
     * @throws ProtocolException if there is none, or it is of another type
     */
    public <T> T get(int position, Class<T> expected) throws ProtocolException {
        Object value = position < values.size() ? values.get(position) : null;
        if (!expected.isInstance(value)) {
            throw new ProtocolException(
                    "%s lacks a value at position %d: a %s."
                            .formatted(type, position, expected.getSimpleName()));
        }
        return expected.cast(value);
    }

    /** The list at a position. */
    public List<?> list(int position) throws ProtocolException {
        return get(position, List.class);
    }

    /** Sends the message in a frame with this nonce. */
    public void send(long nonce, DataOutputStream out) throws IOException {
        new Frame(nonce, Values.write(List.of(type.name(), values))).write(out);
    }

    /** Reads the body of a frame. */
    public static Message read(byte[] body) throws ProtocolException {
        if (Values.read(body) instanceof List<?> parts
                && parts.size() == 2
                && parts.get(0) instanceof String type
                && parts.get(1) instanceof List<?> values) {
            return of(MessageType.of(type), values.toArray());
        }
        throw new ProtocolException("A message is not a type and its values.");
    }
}
