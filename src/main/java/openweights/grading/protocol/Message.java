package openweights.grading.protocol;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A frame's content: a word that says what it is, and plain values.
 *
 * <p>What a student's process is asked, and how it answers:
 *
 * <pre>{@code
 * fresh                          -> value true, or false if the process had better be replaced
 * run STEPS                      -> value null; thrown
 * evaluate STEPS                 -> value; thrown; missing
 * make STEPS                     -> value (a handle); thrown
 * call NAME ARGUMENTS            -> value; thrown; missing
 * callOn HANDLE NAME ARGUMENTS   -> value; thrown; missing
 * get NAME                       -> value; missing
 * exists NAME                    -> value (a boolean)
 * signatures NAME                -> value (a list)
 * }</pre>
 *
 * <p>What the compiler is asked:
 *
 * <pre>{@code
 * open IMPORTS                   -> value null
 * cell SOURCE                    -> cell STEPS PROBLEM UNRESOLVED
 * expression SOURCE              -> cell STEPS PROBLEM UNRESOLVED
 * }</pre>
 *
 * A step is {@code [define, {name: class file}]} or {@code [invoke, class, method]}. The grader
 * hands steps from the compiler to the student's process and never looks into them.
 */
public record Message(String word, List<@Nullable Object> values) {

    public static Message of(String word, @Nullable Object... values) {
        return new Message(word, Arrays.asList(values));
    }

    /** The value at a position, if it is of the type. */
    public <T> T get(int position, Class<T> type) throws ProtocolException {
        Object value = position < values.size() ? values.get(position) : null;
        if (!type.isInstance(value)) {
            throw new ProtocolException(
                    "\"%s\" lacks its %s at %d.".formatted(word, type.getSimpleName(), position));
        }
        return type.cast(value);
    }

    /** The list at a position. */
    public List<?> list(int position) throws ProtocolException {
        return get(position, List.class);
    }

    public void send(long ticket, DataOutputStream out) throws IOException {
        new Frame(ticket, Values.write(List.of(word, values))).write(out);
    }

    /** What a frame's body says. */
    public static Message read(byte[] body) throws ProtocolException {
        if (Values.read(body) instanceof List<?> parts
                && parts.size() == 2
                && parts.get(0) instanceof String word
                && parts.get(1) instanceof List<?> values) {
            return of(word, values.toArray());
        }
        throw new ProtocolException("A message is not a word and its values.");
    }
}
