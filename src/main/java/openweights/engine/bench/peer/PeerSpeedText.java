package openweights.engine.bench.peer;

import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;
import openweights.base.Json;

/** Speeds beside llama.cpp as the lines of a table for a terminal. */
public final class PeerSpeedText {

    private PeerSpeedText() {}

    /** Measures, and tells each line as soon as it is there; with JSON all at the end. */
    public static void print(PeerBench bench, boolean json, Consumer<String> line)
            throws IOException {
        if (json) {
            line.accept(Json.pretty(bench.measure(result -> {})));
        } else {
            line.accept(head());
            bench.measure(result -> line.accept(line(result.getKey(), result.getValue())));
        }
    }

    /** The two lines above the figures, without a line's end. */
    static String head() {
        String first =
                "%-9s %7s %9s %9s %6s %9s %9s %6s %7s %9s %6s"
                        .formatted(
                                "weights",
                                "threads",
                                "decode/s",
                                "llama.cpp",
                                "x",
                                "prompt/s",
                                "llama.cpp",
                                "x",
                                "MB",
                                "llama.cpp",
                                "x");
        return "x: above 1, this engine is faster or takes less memory; with one thread, a second is one of the processor's time%n%s"
                .formatted(first);
    }

    /** One line of figures. */
    static String line(String weights, PeerSpeed speed) {
        PeerSpeed.Pair memory = speed.memory();
        return String.format(
                Locale.ROOT,
                "%-9s %7d %9.1f %9.1f %6.2f %9.0f %9.0f %6.2f %7s %9s %6s",
                weights,
                speed.threads(),
                speed.decode().engine(),
                speed.decode().peer(),
                speed.decode().ratio(),
                speed.prompt().engine(),
                speed.prompt().peer(),
                speed.prompt().ratio(),
                memory == null ? "-" : Math.round(memory.engine()),
                memory == null ? "-" : Math.round(memory.peer()),
                memory == null ? "-" : String.format(Locale.ROOT, "%.2f", memory.ratio()));
    }
}
