package openweights.runtime.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The outcome of an {@link Execution}.
 *
 * @param outputs in nbformat, as JupyterLab would save them. If a later cell updates a display, the
 *     output changes here too, as it does in a notebook.
 * @param executionCount empty when the cell was aborted
 * @param seconds from when the kernel starts the cell until it is idle again
 * @param peakMemory peak resident set size of the kernel's process so far, in bytes, where known
 */
public record CellOutcome(
        Status status,
        ArrayNode outputs,
        OptionalInt executionCount,
        double seconds,
        OptionalLong peakMemory) {

    /** How an execution ended. */
    public enum Status {
        OK,
        ERROR,
        /** Not run, because a cell queued before it failed. */
        ABORTED,
        /** Interrupted, because it ran longer than its timeout. */
        TIMED_OUT,
        /** The kernel's process ended or was restarted. */
        DIED
    }

    /** The text of a stream, {@code stdout} or {@code stderr}. */
    public String stream(String name) {
        return joined("stream", "name", name, "text");
    }

    /** The plain text of the cell's value; empty if there is none. */
    public String value() {
        return all("execute_result")
                .map(output -> output.at("/data/text~1plain").asText())
                .collect(Collectors.joining());
    }

    /** The name of the error's type; empty if there is no error. */
    public String errorName() {
        return all("error").map(output -> output.path("ename").asText()).findFirst().orElse("");
    }

    /** The error's message; empty if there is no error. */
    public String errorValue() {
        return all("error").map(output -> output.path("evalue").asText()).findFirst().orElse("");
    }

    /** The traceback that is shown, without colors; empty if there is no error. */
    public String traceback() {
        return all("error")
                .flatMap(output -> stream(output.path("traceback")))
                .map(line -> line.asText().replaceAll("\u001b\\[[0-9;]*m", ""))
                .collect(Collectors.joining("\n"));
    }

    private String joined(String type, String key, String wanted, String field) {
        return all(type)
                .filter(output -> output.path(key).asText().equals(wanted))
                .map(output -> output.path(field).asText())
                .collect(Collectors.joining());
    }

    private Stream<JsonNode> all(String type) {
        return stream(outputs).filter(output -> output.path("output_type").asText().equals(type));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
