package openweights.runtime.kernel.error;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Why ND4J could not be loaded. Java gives the reason only once, when the kernel starts and loads
 * ND4J; cells that ask later learn merely that a class is missing.
 */
public final class MissingNd4j {

    private static final CompletableFuture<String> REASON = new CompletableFuture<>();

    private MissingNd4j() {}

    /** Keeps the problem that occurred when the kernel started. */
    public static void because(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        REASON.complete(root.toString());
    }

    /** The message about a missing class; for a class of ND4J, with the reason. */
    static String explained(String message) {
        // A cell may fail a moment before the reason is kept.
        String reason =
                message.contains("org.nd4j.")
                        ? REASON.copy().completeOnTimeout("", 1, TimeUnit.SECONDS).join()
                        : "";
        return reason.isEmpty()
                ? message
                : "ND4J could not be loaded when this kernel started (%s). Run ./course doctor in the course's folder, which says what to do, and restart the kernel. Until then, only cells without ND4J work"
                        .formatted(reason);
    }
}
