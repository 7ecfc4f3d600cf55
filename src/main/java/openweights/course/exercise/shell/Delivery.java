package openweights.course.exercise.shell;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Hands the value of a snippet over as an object; JShell itself gives a text. */
public final class Delivery {

    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final Map<Long, Object[]> DELIVERED = new ConcurrentHashMap<>();

    private Delivery() {}

    /** A number that no other delivery has. */
    static long number() {
        return NUMBERS.incrementAndGet();
    }

    /** Called by the snippet. */
    public static void bring(long number, Object value) {
        DELIVERED.put(number, new Object[] {value});
    }

    /** The value, in an array of its own as it may be null; null if nothing came. */
    static Object @Nullable [] take(long number) {
        return DELIVERED.remove(number);
    }
}
