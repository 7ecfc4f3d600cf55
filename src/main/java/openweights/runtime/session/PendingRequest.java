package openweights.runtime.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A request to the kernel that has not been completed. */
sealed interface PendingRequest {

    /**
     * Handles a line from the bridge.
     *
     * @return whether the request is completed
     */
    boolean hear(JsonNode line);

    /** Completes the request because the kernel has ended. */
    void died();

    /** A request with a single reply. */
    record Question(CompletableFuture<JsonNode> answer) implements PendingRequest {

        Question() {
            this(new CompletableFuture<>());
        }

        @Override
        public boolean hear(JsonNode line) {
            return line.has("reply") && answer.complete(line.path("reply"));
        }

        @Override
        public void died() {
            answer.completeExceptionally(new IllegalStateException("The kernel has ended."));
        }
    }

    /** A cell. It is completed when the kernel has replied and reported that it is idle again. */
    final class Cell implements PendingRequest {

        private final CompletableFuture<CellOutcome> outcome = new CompletableFuture<>();
        private final OutputCollector outputs;
        private final Supplier<OptionalLong> peakMemory;
        private long begun = System.nanoTime();
        private @Nullable JsonNode reply;
        private boolean idle;

        Cell(OutputCollector outputs, Supplier<OptionalLong> peakMemory) {
            this.outputs = outputs;
            this.peakMemory = peakMemory;
        }

        CompletableFuture<CellOutcome> outcome() {
            return outcome;
        }

        @Override
        public boolean hear(JsonNode line) {
            if (line.has("reply")) {
                reply = line.path("reply");
            } else {
                publish(line.at("/publish/type").asText(), line.at("/publish/content"));
            }
            return reply != null && (idle || reply.has("failed")) && end(status(reply));
        }

        @Override
        public void died() {
            end(CellOutcome.Status.DIED);
        }

        private void publish(String type, JsonNode content) {
            if (!type.equals("status")) {
                outputs.publish(type, content);
            } else if (content.path("execution_state").asText().equals("busy")) {
                begun = System.nanoTime();
            } else {
                idle = true;
            }
        }

        private static CellOutcome.Status status(JsonNode reply) {
            return switch (reply.path("status").asText()) {
                case "ok" -> CellOutcome.Status.OK;
                case "aborted" -> CellOutcome.Status.ABORTED;
                case "error" -> CellOutcome.Status.ERROR;
                default -> CellOutcome.Status.DIED;
            };
        }

        private boolean end(CellOutcome.Status status) {
            JsonNode count = reply == null ? null : reply.get("execution_count");
            return outcome.complete(
                    new CellOutcome(
                            status,
                            outputs.toJson(),
                            count == null ? OptionalInt.empty() : OptionalInt.of(count.asInt()),
                            (System.nanoTime() - begun) / 1e9,
                            peakMemory.get()));
        }
    }
}
