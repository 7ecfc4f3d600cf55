package openweights.course.exercise.shell;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Passes the value of a snippet on as an object; JShell itself returns only text. */
public final class Delivery {

    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final Map<Long, Object[]> DELIVERED = new ConcurrentHashMap<>();

    private Delivery() {}

    /** A new number that identifies a delivery. */
    static long number() {
        return NUMBERS.incrementAndGet();
    }

    /** Called by the snippet. */
    public static void bring(long number, Object value) {
        DELIVERED.put(number, new Object[] {value});
    }

    /** The value in an array of length 1, because it may be null; null if nothing was delivered. */
    static Object @Nullable [] take(long number) {
        return DELIVERED.remove(number);
    }
}
