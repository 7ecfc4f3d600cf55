package openweights.engine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BinaryOperator;
import openweights.base.TemporaryFolder;
import openweights.base.UserException;
import openweights.engine.math.kernel.Kernels;
import openweights.engine.math.kernel.Processor;
import openweights.engine.model.Precision;
import openweights.engine.weights.DType;

/**
 * Measures how fast a model of random weights runs in each precision, and how fast a tokenizer
 * encodes. Each precision gets a JVM of its own with the options of this one ({@code bench model}),
 * so that neither memory nor compiled code carries over.
 */
public record EngineBench(RandomLlama model, Settings settings) {

    /** Weights of which four bytes each are more than caches hold. */
    private static final long MIN_WEIGHTS = 64_000_000;

    private static final Comparator<DecodeSpeed> BY_SPEED =
            Comparator.comparingDouble(DecodeSpeed::tokensPerSecond);

    private static final BinaryOperator<DecodeSpeed> FASTER = BinaryOperator.maxBy(BY_SPEED);

    /**
     * Takes a minute or more for a model of usual size.
     *
     * @throws UserException if a JVM that measures fails; its own error output has said why
     */
    public EngineSpeed measure() throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.create("openweights-bench")) {
            MachineLoad load = new MachineLoad();
            Map<String, DecodeSpeed> results = decode(folder.path());
            List<String> slower = slower(results);
            if (!slower.isEmpty()) { // once more, in case something else took the time
                decode(folder.path()).forEach((name, again) -> results.merge(name, again, FASTER));
                slower = slower(results);
            }
            return new EngineSpeed(
                    System.getProperty("java.vm.version"),
                    Processor.name(),
                    results.values().iterator().next().kernel(), // the same for all
                    Kernels.advice().orElse(null),
                    settings.prompt(),
                    results,
                    slower,
                    load.warning().orElse(null),
                    TokenizerBench.measure(folder.path()));
        }
    }

    private Map<String, DecodeSpeed> decode(Path folder) throws IOException {
        Path float32 = write(folder, DType.F32);
        Map<String, DecodeSpeed> results = new LinkedHashMap<>();
        results.put("float32", inNewJvm("float32", float32, Precision.STORED));
        results.put("float16", inNewJvm("float16", write(folder, DType.F16), Precision.STORED));
        results.put("bfloat16", inNewJvm("bfloat16", write(folder, DType.BF16), Precision.STORED));
        results.put("int8", inNewJvm("int8", float32, Precision.INT8));
        results.put("int4", inNewJvm("int4", float32, Precision.INT4));
        return results;
    }

    private Path write(Path folder, DType dtype) throws IOException {
        Path written = Files.createDirectories(folder.resolve(dtype.toString()));
        model.write(written, dtype);
        return written;
    }

    /**
     * Formats that decode more slowly than one with more bits, which must not be. A model that fits
     * a cache proves nothing: its weights cost little in any format.
     */
    private List<String> slower(Map<String, DecodeSpeed> results) {
        return model.matrixWeights() > MIN_WEIGHTS ? slowerThanWider(results) : List.of();
    }

    static List<String> slowerThanWider(Map<String, DecodeSpeed> results) {
        List<String> slower = new ArrayList<>();
        results.forEach(
                (name, narrow) ->
                        results.entrySet().stream()
                                .filter(wide -> bits(wide.getKey()) > bits(name))
                                .max(Map.Entry.comparingByValue(BY_SPEED))
                                .filter(wide -> BY_SPEED.compare(narrow, wide.getValue()) < 0)
                                .ifPresent(wide -> slower.add(slower(name, narrow, wide))));
        return slower;
    }

    /** The number at the end of a format's name. */
    private static int bits(String format) {
        return Integer.parseInt(format.replaceFirst("\\D+", ""));
    }

    private static String slower(
            String name, DecodeSpeed narrow, Map.Entry<String, DecodeSpeed> wide) {
        return String.format(
                Locale.ROOT,
                "%s is slower than %s: %.1f against %.1f tokens/s",
                name,
                wide.getKey(),
                narrow.tokensPerSecond(),
                wide.getValue().tokensPerSecond());
    }

    private DecodeSpeed inNewJvm(String name, Path folder, Precision precision) throws IOException {
        return OwnJvm.run(name, arguments(folder, precision), DecodeSpeed.class);
    }

    private List<String> arguments(Path folder, Precision precision) {
        List<String> arguments = new ArrayList<>(List.of("bench", "model", folder.toString()));
        arguments.addAll(List.of("--dtype", precision.toString()));
        arguments.addAll(settings.options());
        return arguments;
    }
}
