package openweights.engine.train.lora;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import openweights.engine.model.ModelFiles;
import openweights.engine.view.TensorSource;
import openweights.engine.view.TensorView;

/** Checks that an adapter was trained for a model. */
final class AdapterFit {

    private AdapterFit() {}

    /**
     * @throws AdapterException if a matrix is missing or has another shape, or the weights are not
     *     those that the adapter was trained with
     */
    static void require(Adapter adapter, Path folder) {
        try {
            TensorSource tensors = ModelFiles.of(folder).tensors();
            adapter.parts().forEach((module, part) -> shape(folder, tensors, module, part));
            requireEachLayer(folder, tensors, adapter);
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

    private static void shape(Path folder, TensorSource tensors, String module, LowRank part) {
        String name = TargetModules.weight(module);
        if (!tensors.contains(name)) {
            throw new AdapterException(
                    "%s: the adapter is for a matrix \"%s\", which this model does not have. %s"
                            .formatted(folder, name, reason(module)));
        }
        List<Long> shape = tensors.tensor(name).shape();
        if (!shape.equals(List.of((long) part.rows(), (long) part.columns()))) {
            throw new AdapterException(
                    String.format(
                            Locale.ROOT,
                            "%s: the shape of tensor \"%s\" is %s, but the adapter is for [%d, %d]. It was trained for another model.",
                            folder,
                            name,
                            shape,
                            part.rows(),
                            part.columns()));
        }
    }

    private static String reason(String module) {
        return TargetModules.last(module).equals("lm_head")
                ? "Its output head shares the weights of the embedding; an adapter of the head alone is not supported."
                : "It was trained for another model.";
    }

    /**
     * @throws AdapterException if the adapter changes a matrix in some layers, and lacks it in
     *     another that its targets name too
     */
    private static void requireEachLayer(Path folder, TensorSource tensors, Adapter adapter) {
        Set<String> kinds = new TreeSet<>();
        adapter.parts().keySet().forEach(module -> kinds.add(kind(module)));
        for (TensorView tensor : tensors.tensors()) {
            String module = TargetModules.module(tensor.name());
            if (!adapter.parts().containsKey(module)
                    && kinds.contains(kind(module))
                    && adapter.lora().names(module)) {
                throw new AdapterException(
                        "%s: the adapter has nothing for \"%s\", which its \"target_modules\" %s name. Its file is incomplete; write it again."
                                .formatted(folder, module, adapter.lora().targets()));
            }
        }
    }

    /** A module's name without the number of its layer. */
    private static String kind(String module) {
        return module.replaceAll("\\d+", "#");
    }
}
