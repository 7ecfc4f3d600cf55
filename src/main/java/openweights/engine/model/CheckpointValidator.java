package openweights.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import openweights.engine.gguf.Gguf;
import openweights.engine.model.config.ModelException;
import openweights.engine.view.TensorSource;
import openweights.engine.view.TensorView;
import openweights.engine.weights.DType;

/** Checks that there are exactly the tensors that a config asks for. Reads no weights. */
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
    static void check(Config config, TensorSource tensors) {
        TensorManifest manifest = manifest(config, tensors);
        CheckpointValidator result = new CheckpointValidator();
        manifest.shapes().forEach((name, shape) -> result.compare(tensors, name, shape));
        result.findUnused(manifest, tensors);
        if (!result.missing.isEmpty() || !result.mismatched.isEmpty() || !result.unused.isEmpty()) {
            throw new ModelException(result.report(config, tensors));
        }
    }

    private static TensorManifest manifest(Config config, TensorSource tensors) {
        try {
            return TensorManifest.of(config, tensors::contains);
        } catch (ModelException e) {
            throw new ModelException(tensors.path() + ": " + e.getMessage(), e);
        }
    }

    private void compare(TensorSource tensors, String name, List<Long> expected) {
        if (!tensors.contains(name)) {
            missing.add(name + " " + expected);
            return;
        }
        TensorView tensor = tensors.tensor(name);
        List<Long> found = tensor.shape();
        if (!found.equals(expected)) {
            mismatched.add(name + " is " + found + ", expected " + expected);
        } else if (!readable(tensor.dtype())) {
            mismatched.add(
                    name + " is of type " + tensor.dtype() + ", expected F32, BF16, F16 or F64");
        }
    }

    private static boolean readable(DType dtype) {
        return READABLE.contains(dtype) || dtype.block().isPresent();
    }

    private void findUnused(TensorManifest manifest, TensorSource tensors) {
        for (TensorView tensor : tensors.tensors()) {
            String name = tensor.name();
            if (!manifest.shapes().containsKey(name) && !manifest.isSpare(name)) {
                unused.add(name + " " + tensor.shape());
            }
        }
    }

    private String report(Config config, TensorSource tensors) {
        boolean alone = Gguf.at(tensors.path()).isPresent();
        return tensors.path()
                + ": the tensors are not those that "
                + (alone ? "its keys (" : "config.json (")
                + config.modelType()
                + (alone ? ") ask for." : ") asks for.")
                + section("missing", missing)
                + section("wrong shape or type", mismatched)
                + section("unused", unused)
                + (alone
                        ? "\nThe file is damaged, or the program that wrote it has a bug: write it again, or take it from its source."
                        : "\nOne of the two files belongs to another model, or config.json was edited.");
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
