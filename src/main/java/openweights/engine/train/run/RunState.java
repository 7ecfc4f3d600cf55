package openweights.engine.train.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import openweights.engine.train.Trainer;
import openweights.engine.train.network.Parameter;
import openweights.engine.train.network.Parameters;
import openweights.engine.weights.Safetensors;
import openweights.engine.weights.SafetensorsException;
import openweights.engine.weights.SafetensorsWriter;
import org.jspecify.annotations.Nullable;

/**
 * From where a run goes on: weights, the optimizer's two means, the step (which is the position in
 * the data, too) and the length of the log. A hash in it shows damage.
 */
final class RunState {

    private static final String[] PARTS = {"weights.", "mean.", "square."};

    private RunState() {}

    static void write(Path file, Trainer learner, String recipe, long logLength)
            throws IOException {
        SafetensorsWriter writer =
                new SafetensorsWriter()
                        .metadata("step", "" + learner.step())
                        .metadata("tokens", "" + learner.tokens())
                        .metadata("recipe", recipe)
                        .metadata("log", "" + logLength)
                        .metadata("sha256", hash(learner, recipe, logLength));
        for (int part = 0; part < PARTS.length; part++) {
            for (Parameter p : learner.parameters().all()) {
                writer.put(PARTS[part] + p.name(), p.shape(), p.from(numbers(learner)[part]));
            }
        }
        writer.write(file);
    }

    /**
     * Puts a state into a learner.
     *
     * @return the length of the log
     * @throws RunException if the state is damaged or of another recipe
     */
    static long read(Path file, Trainer learner, String recipe) throws IOException {
        Safetensors state = open(file);
        if (!recipe.equals(state.metadata().get("recipe"))) {
            throw new RunException(
                    file
                            + ": belongs to another recipe than the one given. Give the run another folder with --out.");
        }
        try {
            Parameters parameters = learner.parameters();
            for (int part = 0; part < PARTS.length; part++) {
                for (Parameter p : parameters.all()) {
                    float[] numbers = state.tensor(PARTS[part] + p.name()).floats();
                    p.into(numbers(learner)[part], numbers);
                }
            }
            learner.continueFrom(
                    Integer.parseInt(state.metadata().get("step")),
                    Long.parseLong(state.metadata().get("tokens")));
            long log = Long.parseLong(state.metadata().get("log"));
            if (!hash(learner, recipe, log).equals(state.metadata().get("sha256"))) {
                throw damaged(file, "its numbers do not have the hash that it names", null);
            }
            return log;
        } catch (SafetensorsException
                | NoSuchElementException
                | NumberFormatException
                | ArrayIndexOutOfBoundsException e) {
            throw damaged(file, e.getMessage(), e);
        }
    }

    private static Safetensors open(Path file) throws IOException {
        try {
            return Safetensors.open(file);
        } catch (SafetensorsException e) {
            throw damaged(file, e.getMessage(), e);
        }
    }

    private static RunException damaged(
            Path file, @Nullable String fault, @Nullable Exception cause) {
        return new RunException(
                file
                        + ": this state of an interrupted run is damaged: "
                        + fault
                        + ". Delete it and run the same command again: the run then begins anew.",
                cause);
    }

    private static float[][] numbers(Trainer learner) {
        return new float[][] {
            learner.weights(), learner.optimizer().mean(), learner.optimizer().square()
        };
    }

    private static String hash(Trainer learner, String recipe, long log) {
        Fingerprint print =
                new Fingerprint()
                        .add(learner.step() + " " + learner.tokens() + " " + recipe + " " + log);
        for (float[] part : numbers(learner)) {
            print.add(part);
        }
        return print.end();
    }
}
