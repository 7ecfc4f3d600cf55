package openweights.engine.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import openweights.engine.model.config.ModelException;
import openweights.engine.weights.Checkpoint;
import openweights.engine.weights.DType;
import openweights.engine.weights.StoredTensor;

/** Whether a checkpoint holds exactly the tensors that a config asks for. Reads no weights. */
final class CheckpointValidator {

    private static final int MAX_SHOWN = 20;
    private static final Set<DType> READABLE = Set.of(DType.F32, DType.BF16, DType.F16, DType.F64);

    private final List<String> missing = new ArrayList<>();
    private final List<String> unfit = new ArrayList<>();
    private final List<String> unused = new ArrayList<>();

    private CheckpointValidator() {}

    /**
     * @throws ModelException that names every missing, misshapen and unused tensor
     */
    static void check(Config config, Checkpoint checkpoint) {
        TensorManifest blueprint = TensorManifest.of(config, checkpoint::contains);
        CheckpointValidator fit = new CheckpointValidator();
        blueprint.shapes().forEach((name, shape) -> fit.compare(checkpoint, name, shape));
        fit.findUnused(blueprint, checkpoint);
        if (!fit.missing.isEmpty() || !fit.unfit.isEmpty() || !fit.unused.isEmpty()) {
            throw new ModelException(fit.report(config, checkpoint));
        }
    }

    private void compare(Checkpoint checkpoint, String name, List<Long> expected) {
        if (!checkpoint.contains(name)) {
            missing.add(name + " " + expected);
            return;
        }
        StoredTensor tensor = checkpoint.tensor(name);
        List<Long> found = LongStream.of(tensor.shape()).boxed().toList();
        if (!found.equals(expected)) {
            unfit.add(name + " is " + found + ", expected " + expected);
        } else if (!READABLE.contains(tensor.dtype())) {
            unfit.add(name + " is of type " + tensor.dtype() + ", expected F32, BF16, F16 or F64");
        }
    }

    private void findUnused(TensorManifest blueprint, Checkpoint checkpoint) {
        Set<String> known = new TreeSet<>(blueprint.shapes().keySet());
        known.addAll(blueprint.spareNames());
        for (StoredTensor tensor : checkpoint.tensors()) {
            if (!known.contains(tensor.name())) {
                unused.add(tensor.name() + " " + Arrays.toString(tensor.shape()));
            }
        }
    }

    private String report(Config config, Checkpoint checkpoint) {
        return checkpoint.path()
                + ": the tensors are not those that config.json ("
                + config.modelType()
                + ") asks for."
                + section("missing", missing)
                + section("wrong shape or type", unfit)
                + section("unused", unused)
                + "\nOne of the two files belongs to another model, or config.json was changed.";
    }

    private static String section(String title, List<String> lines) {
        if (lines.isEmpty()) {
            return "";
        }
        String more =
                lines.size() > MAX_SHOWN
                        ? "\n  ... and " + (lines.size() - MAX_SHOWN) + " more"
                        : "";
        List<String> shown = lines.subList(0, Math.min(MAX_SHOWN, lines.size()));
        return "\n" + title + ":\n  " + String.join("\n  ", shown) + more;
    }
}
