package openweights.engine.train.lora;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import openweights.engine.weights.Checkpoint;

/** Whether an adapter was made for a model. */
final class AdapterFit {

    private AdapterFit() {}

    /**
     * @throws AdapterException if a matrix is missing or of another shape, or the weights are not
     *     those that the adapter learned beside
     */
    static void require(Adapter adapter, Path folder) {
        try {
            Checkpoint checkpoint = Checkpoint.open(folder);
            adapter.parts().forEach((module, part) -> shape(folder, checkpoint, module, part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String expected = adapter.base().sha256();
        String found = BaseName.of(folder).sha256();
        if (!expected.isEmpty() && !expected.equals(found)) {
            throw new AdapterException(
                    "%s: the adapter was made for \"%s\", whose weights have the SHA-256 %s; these have %s. Beside other weights it would say something else; take the model that it was made for."
                            .formatted(folder, adapter.base().name(), expected, found));
        }
    }

    private static void shape(Path folder, Checkpoint checkpoint, String module, LowRank part) {
        String name = TargetModules.weight(module);
        if (!checkpoint.contains(name)) {
            throw new AdapterException(
                    "%s: the adapter changes a matrix \"%s\", which this model has not. It was made for another model."
                            .formatted(folder, name));
        }
        long[] shape = checkpoint.tensor(name).shape();
        if (!Arrays.equals(shape, new long[] {part.rows(), part.columns()})) {
            throw new AdapterException(
                    "%s: tensor \"%s\" is %s, but the adapter was made for one of [%d, %d]. It was made for another model."
                            .formatted(
                                    folder,
                                    name,
                                    Arrays.toString(shape),
                                    part.rows(),
                                    part.columns()));
        }
    }
}
