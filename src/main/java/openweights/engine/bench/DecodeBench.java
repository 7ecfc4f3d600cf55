package openweights.engine.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import openweights.base.ResidentMemory;
import openweights.base.TemporaryFolder;
import openweights.engine.math.Backend;
import openweights.engine.model.Model;
import openweights.engine.model.Precision;
import openweights.engine.model.State;
import openweights.engine.weights.DType;
import org.jspecify.annotations.Nullable;

/**
 * Measures one model: how fast it decodes, how fast it reads a prompt, and how much memory it
 * takes. Run it in a JVM of its own, because the memory measured is that of the process.
 *
 * @param folder the model's
 * @param promptTokens length of the prompt
 * @param rounds how many rounds count, after a few that warm up
 */
public record DecodeBench(
        Path folder, Precision precision, Backend backend, int promptTokens, int rounds) {

    private static final double MEGA = 1e6;
    private static final double GIGA = 1e9;

    /** Rounds before those that count, while the JIT compiler does its work. */
    private static final int WARM_UP_ROUNDS = 16;

    /** Tokens before memory is measured: by then the JIT compiler has done most of its work. */
    private static final int TOKENS_BEFORE_MEMORY = 64;

    public DecodeBench {
        Settings.requirePositive("--prompt", promptTokens);
        Settings.requirePositive("--rounds", rounds);
    }

    /** With what these settings say. */
    public static DecodeBench of(Path folder, Precision precision, Settings settings) {
        return new DecodeBench(
                folder, precision, settings.backend(), settings.prompt(), settings.rounds());
    }

    /** Opens the model and measures it. */
    public DecodeSpeed measure() throws IOException {
        loadEngine();
        OptionalLong engine = ResidentMemory.bytes();
        Model model = Model.open(folder, precision, backend);
        int[] prompt = prompt(model);
        double need = model.bytesPerToken() + (double) run(model, prompt).bytes();
        OptionalLong resident = ResidentMemory.bytes();
        DecodeRounds decoding = new DecodeRounds(model, prompt);
        decoding.run(WARM_UP_ROUNDS);
        List<DecodeRounds.Round> measured = decoding.run(rounds);
        double rate = median(measured, DecodeRounds.Round::tokensPerSecond);
        return new DecodeSpeed(
                model.backend().name(),
                rate,
                rate * model.bytesPerToken() / GIGA,
                median(measured, DecodeRounds.Round::memoryGigabytesPerSecond),
                median(measured, round -> share(model, round)),
                median(measured, DecodeRounds.Round::tokensPerProcessorSecond),
                median(measured, round -> round.prompt().perSecond(promptTokens)),
                median(measured, round -> round.prompt().perProcessorSecond(promptTokens)),
                megabytes(engine),
                megabytes(resident),
                engine.isPresent() && resident.isPresent()
                        ? (resident.getAsLong() - engine.getAsLong()) / need
                        : null);
    }

    private static double share(Model model, DecodeRounds.Round round) {
        double read = round.tokensPerSecond() * model.bytesPerToken() / GIGA;
        return read / round.memoryGigabytesPerSecond();
    }

    /** Runs a tiny model: the engine's classes and compiled code do not grow with the model. */
    private void loadEngine() throws IOException {
        try (TemporaryFolder tiny = TemporaryFolder.create("openweights-small")) {
            new RandomLlama(64, 2, 1, 128, 256, 4096).write(tiny.path(), DType.F32);
            Model model = Model.open(tiny.path(), precision, backend);
            run(model, prompt(model));
        }
    }

    private int[] prompt(Model model) {
        int vocabulary = model.config().dimensions().vocabulary();
        int[] prompt = new int[promptTokens];
        Arrays.setAll(prompt, i -> (i * 7919 + 11) % vocabulary);
        return prompt;
    }

    /** Reads the prompt, then decodes. */
    private static State run(Model model, int[] prompt) {
        State state = model.newState();
        model.forward(prompt, state);
        for (int i = 0; i < TOKENS_BEFORE_MEMORY; i++) {
            model.forward(1 + i, state);
        }
        return state;
    }

    private static double median(
            List<DecodeRounds.Round> rounds, ToDoubleFunction<DecodeRounds.Round> value) {
        double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static @Nullable Double megabytes(OptionalLong bytes) {
        return bytes.isPresent() ? bytes.getAsLong() / MEGA : null;
    }
}
