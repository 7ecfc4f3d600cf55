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
 * The state that a run resumes from: the weights, the optimizer's two means, the step (which is
 * also the position in the data) and the length of the log. A hash reveals damage.
 */
final class RunState {

    private static final String[] PARTS = {"weights.", "mean.", "square."};

    private RunState() {}

    static void write(Path file, Trainer trainer, String recipe, long logLength)
            throws IOException {
        SafetensorsWriter writer =
                new SafetensorsWriter()
                        .metadata("step", "" + trainer.step())
                        .metadata("tokens", "" + trainer.tokens())
                        .metadata("recipe", recipe)
                        .metadata("log", "" + logLength)
                        .metadata("sha256", hash(trainer, recipe, logLength));
        for (int part = 0; part < PARTS.length; part++) {
            for (Parameter p : trainer.parameters().all()) {
                writer.put(PARTS[part] + p.name(), p.shape(), p.from(arrays(trainer)[part]));
            }
        }
        writer.write(file);
    }

    /**
     * Restores a trainer's state.
     *
     * @return the length of the log
     * @throws RunException if the state is damaged or belongs to another recipe
     */
    static long read(Path file, Trainer trainer, String recipe) throws IOException {
        Safetensors state = open(file);
        if (!recipe.equals(state.metadata().get("recipe"))) {
            throw new RunException(
                    file + ": belongs to another recipe. Choose another folder with --out.");
        }
        try {
            Parameters parameters = trainer.parameters();
            for (int part = 0; part < PARTS.length; part++) {
                for (Parameter p : parameters.all()) {
                    float[] values = state.tensor(PARTS[part] + p.name()).floats();
                    p.into(arrays(trainer)[part], values);
                }
            }
            trainer.continueFrom(
                    Integer.parseInt(state.metadata().get("step")),
                    Long.parseLong(state.metadata().get("tokens")));
            long log = Long.parseLong(state.metadata().get("log"));
            if (!hash(trainer, recipe, log).equals(state.metadata().get("sha256"))) {
                throw damaged(file, "its values do not match its hash", null);
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
                        + ". Delete it and run the same command again to start over.",
                cause);
    }

    private static float[][] arrays(Trainer trainer) {
        return new float[][] {
            trainer.weights(), trainer.optimizer().mean(), trainer.optimizer().square()
        };
    }

    private static String hash(Trainer trainer, String recipe, long log) {
        Fingerprint print =
                new Fingerprint()
                        .add(trainer.step() + " " + trainer.tokens() + " " + recipe + " " + log);
        for (float[] part : arrays(trainer)) {
            print.add(part);
        }
        return print.end();
    }
}
