package openweights.runtime.kernel.error;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Why ND4J could not be loaded. Java says so only to whoever asks first, which is the kernel's
 * start; all cells after it learn merely that a class is not there.
 */
public final class MissingNd4j {

    private static final CompletableFuture<String> REASON = new CompletableFuture<>();

    private MissingNd4j() {}

    /** Keeps what the start has met. */
    public static void because(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        REASON.complete(root.toString());
    }

    /** The message of a class that is not there. */
    static String explained(String message) {
        // The cell may learn of it a moment before the reason is kept.
        String reason =
                message.contains("org.nd4j.")
                        ? REASON.copy().completeOnTimeout("", 1, TimeUnit.SECONDS).join()
                        : "";
        return reason.isEmpty()
                ? message
                : "ND4J could not be loaded when this kernel started (%s). Run ./course doctor in the course's folder: it says what to do. Until then, cells work that use no ND4J"
                        .formatted(reason);
    }
}
