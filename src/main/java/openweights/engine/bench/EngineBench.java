package openweights.engine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import openweights.base.Json;
import openweights.base.SelfProcess;
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
 *
 * @param kernel name of the kernel; the fastest if empty
 * @param threads as many as there are processors if empty
 */
public record EngineBench(
        RandomLlama model,
        int promptTokens,
        int rounds,
        Optional<String> kernel,
        Optional<Integer> threads) {

    public EngineBench {
        Settings.requirePositive("--prompt", promptTokens);
        Settings.requirePositive("--rounds", rounds);
    }

    /**
     * Takes a minute or more for a model of usual size.
     *
     * @throws UserException if a JVM that measures fails; its own error output has said why
     */
    public EngineSpeed measure() throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.create("openweights-bench")) {
            Map<String, DecodeSpeed> results = decode(folder.path());
            return new EngineSpeed(
                    System.getProperty("java.vm.version"),
                    Processor.name(),
                    Objects.requireNonNull(results.get(Precision.FLOAT32.toString())).kernel(),
                    Kernels.advice().orElse(null),
                    promptTokens,
                    results,
                    TokenizerBench.measure(folder.path()));
        }
    }

    private Map<String, DecodeSpeed> decode(Path folder) throws IOException {
        Path float32 = Files.createDirectory(folder.resolve("float32"));
        Path bfloat16 = Files.createDirectory(folder.resolve("bfloat16"));
        model.write(float32, DType.F32);
        model.write(bfloat16, DType.BF16);
        Map<String, DecodeSpeed> results = new LinkedHashMap<>();
        results.put(Precision.FLOAT32.toString(), inNewJvm(float32, Precision.FLOAT32));
        results.put(Precision.BFLOAT16.toString(), inNewJvm(bfloat16, Precision.BFLOAT16));
        results.put(Precision.INT8.toString(), inNewJvm(float32, Precision.INT8));
        return results;
    }

    private DecodeSpeed inNewJvm(Path folder, Precision precision) throws IOException {
        Process process =
                new ProcessBuilder(SelfProcess.command(arguments(folder, precision)))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        process.getOutputStream().close();
        byte[] answer = process.getInputStream().readAllBytes();
        if (process.onExit().join().exitValue() != 0) {
            throw new UserException("Measuring " + precision + " failed; the lines above say why.");
        }
        return Json.read("bench model", answer, DecodeSpeed.class);
    }

    private List<String> arguments(Path folder, Precision precision) {
        List<String> arguments = new ArrayList<>(List.of("bench", "model", folder.toString()));
        arguments.addAll(List.of("--dtype", precision.toString()));
        arguments.addAll(List.of("--prompt", String.valueOf(promptTokens)));
        arguments.addAll(List.of("--rounds", String.valueOf(rounds)));
        kernel.ifPresent(name -> arguments.addAll(List.of("--kernel", name)));
        threads.ifPresent(count -> arguments.addAll(List.of("--threads", count.toString())));
        return arguments;
    }
}
