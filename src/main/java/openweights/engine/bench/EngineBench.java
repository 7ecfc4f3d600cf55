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

    private static final BinaryOperator<DecodeSpeed> FASTER =
            BinaryOperator.maxBy(Comparator.comparingDouble(DecodeSpeed::tokensPerSecond));

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
        Path float32 = Files.createDirectories(folder.resolve("float32"));
        Path bfloat16 = Files.createDirectories(folder.resolve("bfloat16"));
        model.write(float32, DType.F32);
        model.write(bfloat16, DType.BF16);
        Map<String, DecodeSpeed> results = new LinkedHashMap<>();
        results.put(Precision.FLOAT32.toString(), inNewJvm(float32, Precision.FLOAT32));
        results.put(Precision.BFLOAT16.toString(), inNewJvm(bfloat16, Precision.BFLOAT16));
        results.put(Precision.INT8.toString(), inNewJvm(float32, Precision.INT8));
        results.put(Precision.INT4.toString(), inNewJvm(float32, Precision.INT4));
        return results;
    }

    /**
     * Formats that decode more slowly than one with more bits, which must not be. A model that fits
     * a cache proves nothing: its weights cost little in any format.
     */
    private List<String> slower(Map<String, DecodeSpeed> results) {
        List<String> slower = new ArrayList<>();
        List<String> names = List.copyOf(results.keySet()); // from wide to narrow
        List<DecodeSpeed> speeds = List.copyOf(results.values());
        for (int i = 1; i < names.size() && model.matrixWeights() > MIN_WEIGHTS; i++) {
            double wide = speeds.get(i - 1).tokensPerSecond();
            double narrow = speeds.get(i).tokensPerSecond();
            if (narrow < wide) {
                slower.add(
                        String.format(
                                Locale.ROOT,
                                "%s is slower than %s: %.1f against %.1f tokens/s",
                                names.get(i),
                                names.get(i - 1),
                                narrow,
                                wide));
            }
        }
        return slower;
    }

    private DecodeSpeed inNewJvm(Path folder, Precision precision) throws IOException {
        return OwnJvm.run(precision.toString(), arguments(folder, precision), DecodeSpeed.class);
    }

    private List<String> arguments(Path folder, Precision precision) {
        List<String> arguments = new ArrayList<>(List.of("bench", "model", folder.toString()));
        arguments.addAll(List.of("--dtype", precision.toString()));
        arguments.addAll(settings.options());
        return arguments;
    }
}
