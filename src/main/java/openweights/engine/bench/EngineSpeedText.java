package openweights.engine.bench;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The engine's speed as a table for a terminal.
 *
 * @param model what was measured
 * @param rounds of which each figure is the median
 */
public record EngineSpeedText(RandomLlama model, int rounds, EngineSpeed speed) {

    @Override
    public String toString() {
        StringWriter text = new StringWriter();
        print(new PrintWriter(text));
        return text.toString();
    }

    private void print(PrintWriter out) {
        out.printf("%s, %s, Java %s%n", speed.processor(), speed.kernel(), speed.java());
        if (speed.advice() != null) {
            out.println(speed.advice());
        }
        out.printf(
                Locale.ROOT,
                "width %d, %d layers, feed-forward %d, vocabulary %d; a prompt of %d tokens; medians of %d rounds%n%n",
                model.width(),
                model.layers(),
                model.inner(),
                model.vocabulary(),
                speed.promptTokens(),
                rounds);
        out.printf(
                "%-9s %9s %8s %9s %9s %7s %11s %7s %9s%n",
                "weights",
                "tokens/s",
                "x first",
                "GB/s",
                "memory",
                "share",
                "prompt/s",
                "memory",
                "resident");
        out.printf(
                "%-9s %9s %8s %9s %9s %7s %11s %7s %9s%n",
                "", "", "", "", "reads", "", "tokens/s", "x need", "MB in all");
        double first = speed.results().values().iterator().next().tokensPerSecond();
        speed.results().forEach((weights, result) -> print(out, weights, result, first));
        printByProcessor(out);
        speed.slower().forEach(line -> out.println(line + ". That must not be."));
        if (speed.busy() != null) {
            out.println(speed.busy());
        }
        speed.results().values().stream()
                .map(DecodeSpeed::engineMegabytes)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(
                        engine ->
                                out.printf(
                                        Locale.ROOT,
                                        "%nmemory x need: what the model adds to the %.0f MB of Java and the engine, divided by its weights and KV cache%n",
                                        engine));
        out.printf(
                Locale.ROOT,
                "tokenizer on one thread: %.2f million tokens/s, %.1f MB/s%n",
                speed.tokenizer().tokensPerSecond() / 1e6,
                speed.tokenizer().megabytesPerSecond());
    }

    private void printByProcessor(PrintWriter out) {
        out.printf(
                "%nper second of the processors' time, which other programs change less:%n%-9s %9s %11s%n",
                "weights", "tokens", "of prompts");
        speed.results()
                .forEach(
                        (weights, result) ->
                                out.printf(
                                        Locale.ROOT,
                                        "%-9s %9.1f %11.0f%n",
                                        weights,
                                        result.tokensPerProcessorSecond(),
                                        result.promptTokensPerProcessorSecond()));
        out.println();
    }

    private static void print(PrintWriter out, String weights, DecodeSpeed speed, double first) {
        out.printf(
                Locale.ROOT,
                "%-9s %9.1f %8.2f %9.1f %9.1f %7.2f %11.0f %7s %9s%n",
                weights,
                speed.tokensPerSecond(),
                speed.tokensPerSecond() / first,
                speed.gigabytesPerSecond(),
                speed.memoryGigabytesPerSecond(),
                speed.share(),
                speed.promptTokensPerSecond(),
                orDash("%.2f", speed.memoryRatio()),
                orDash("%.0f", speed.residentMegabytes()));
    }

    private static String orDash(String format, @Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, format, value);
    }
}
