package openweights.engine.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import openweights.engine.model.config.ModelException;
import openweights.engine.weights.Checkpoint;
import openweights.engine.weights.DType;
import openweights.engine.weights.StoredTensor;

/** Checks that a checkpoint has exactly the tensors that a config asks for. Reads no weights. */
final class CheckpointValidator {

    private static final int MAX_SHOWN = 20;
    private static final Set<DType> READABLE = Set.of(DType.F32, DType.BF16, DType.F16, DType.F64);

    private final List<String> missing = new ArrayList<>();
    private final List<String> mismatched = new ArrayList<>();
    private final List<String> unused = new ArrayList<>();

    private CheckpointValidator() {}

    /**
     * @throws ModelException that lists all missing, mismatched and unused tensors
     */
    static void check(Config config, Checkpoint checkpoint) {
        TensorManifest manifest = TensorManifest.of(config, checkpoint::contains);
        CheckpointValidator result = new CheckpointValidator();
        manifest.shapes().forEach((name, shape) -> result.compare(checkpoint, name, shape));
        result.findUnused(manifest, checkpoint);
        if (!result.missing.isEmpty() || !result.mismatched.isEmpty() || !result.unused.isEmpty()) {
            throw new ModelException(result.report(config, checkpoint));
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
            mismatched.add(name + " is " + found + ", expected " + expected);
        } else if (!READABLE.contains(tensor.dtype())) {
            mismatched.add(
                    name + " is of type " + tensor.dtype() + ", expected F32, BF16, F16 or F64");
        }
    }

    private void findUnused(TensorManifest manifest, Checkpoint checkpoint) {
        for (StoredTensor tensor : checkpoint.tensors()) {
            String name = tensor.name();
            if (!manifest.shapes().containsKey(name) && !manifest.isSpare(name)) {
                unused.add(name + " " + Arrays.toString(tensor.shape()));
            }
        }
    }

    private String report(Config config, Checkpoint checkpoint) {
        return checkpoint.path()
                + ": the tensors are not those that config.json ("
                + config.modelType()
                + ") asks for."
                + section("missing", missing)
                + section("wrong shape or type", mismatched)
                + section("unused", unused)
                + "\nOne of the two files belongs to another model, or config.json was edited.";
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
