package openweights.engine.train.lora;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import openweights.engine.weights.Checkpoint;

/** Checks that an adapter was trained for a model. */
final class AdapterFit {

    private AdapterFit() {}

    /**
     * @throws AdapterException if a matrix is missing or has another shape, or the weights are not
     *     those that the adapter was trained with
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
                    "%s: the adapter was trained for \"%s\", whose weights have the SHA-256 %s; these have %s. With other weights it would compute something else; use the model that it was trained for."
                            .formatted(folder, adapter.base().name(), expected, found));
        }
    }

    private static void shape(Path folder, Checkpoint checkpoint, String module, LowRank part) {
        String name = TargetModules.weight(module);
        if (!checkpoint.contains(name)) {
            throw new AdapterException(
                    "%s: the adapter is for a matrix \"%s\", which this model does not have. It was trained for another model."
                            .formatted(folder, name));
        }
        long[] shape = checkpoint.tensor(name).shape();
        if (!Arrays.equals(shape, new long[] {part.rows(), part.columns()})) {
            throw new AdapterException(
                    String.format(
                            Locale.ROOT,
                            "%s: the shape of tensor \"%s\" is %s, but the adapter is for [%d, %d]. It was trained for another model.",
                            folder,
                            name,
                            Arrays.toString(shape),
                            part.rows(),
                            part.columns()));
        }
    }
}
