package openweights.runtime.kernel.error;

import java.util.Arrays;
import java.util.Locale;

/** What to do about exceptions whose own message does not say it. */
final class Advice {

    private static final String ENDLESS =
            "a method calls itself, or methods call each other, without end";

    private Advice() {}

    /**
     * The message for an exception.
     *
     * @param name the simple name of its type
     * @param message its own message; empty if it has none
     * @param frames where it was thrown
     */
    static String message(String name, String message, StackTraceElement[] frames) {
        return switch (name) {
            case "StackOverflowError" -> ENDLESS;
            case "OutOfMemoryError" -> memory(message);
            case "NoClassDefFoundError" -> MissingNd4j.explained(message);
            case "UnsupportedOperationException" ->
                    message.isEmpty() && isFixed(frames) ? fixed() : message;
            default -> message;
        };
    }

    private static String memory(String message) {
        long heap = Runtime.getRuntime().maxMemory() >> 20;
        if (message.contains("array size")) {
            return "no array can be that long: Java's limit is about 2.1 billion elements, and all memory of this kernel is %,d MB"
                    .formatted(heap);
        }
        if (message.contains("native thread")) {
            return "there are too many threads. Those that still run end when you restart the kernel (Kernel > Restart Kernel)";
        }
        return String.format(
                Locale.ROOT,
                "the kernel's memory of %,d MB is full. Large variables keep it full: set them to null, or restart the kernel (Kernel > Restart Kernel). For more memory, start the course with OPENWEIGHTS_HEAP_MB=%d ./course lab",
                heap,
                2 * heap);
    }

    /** Whether a collection of the JDK that cannot be changed threw the exception. */
    private static boolean isFixed(StackTraceElement[] frames) {
        return Arrays.stream(frames)
                .limit(3)
                .map(StackTraceElement::getClassName)
                .anyMatch(each -> each.matches("java\\.util\\.(Immutable|Collections|Abstract).*"));
    }

    private static String fixed() {
        return "this collection cannot be changed. List.of, Map.of, Arrays.asList, and toList() of a stream make such ones; new ArrayList<>(…) or new HashMap<>(…) makes a copy that can";
    }
}
