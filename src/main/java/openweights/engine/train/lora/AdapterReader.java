package openweights.engine.train.lora;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import openweights.engine.weights.Safetensors;
import openweights.engine.weights.SafetensorsException;
import openweights.engine.weights.StoredTensor;

/** Reads an adapter's two files and checks that they match. */
final class AdapterReader {

    private final Path file;
    private final Safetensors weights;
    private final AdapterConfig config;

    private AdapterReader(Path folder) throws IOException {
        requireFile(folder, AdapterNames.CONFIG);
        requireFile(folder, AdapterNames.WEIGHTS);
        file = folder.resolve(AdapterNames.WEIGHTS);
        config = AdapterConfig.read(folder.resolve(AdapterNames.CONFIG));
        weights = Safetensors.open(file);
    }

    static Adapter read(Path folder) {
        try {
            return new AdapterReader(folder).read();
        } catch (SafetensorsException e) {
            throw new AdapterException(e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireFile(Path folder, String name) {
        if (Files.isRegularFile(folder.resolve(name))) {
            return;
        }
        if (Files.isRegularFile(folder.resolve(AdapterNames.PICKLED))) {
            throw new AdapterException(
                    "%s: has its weights in %s only, a pickle, which can run code when it is loaded. Let PEFT write it again: save_pretrained with safe_serialization=True."
                            .formatted(folder, AdapterNames.PICKLED));
        }
        throw new AdapterException(
                "%s: has no %s, so it is not an adapter. Name a folder that ./course adapt or PEFT wrote."
                        .formatted(folder, name));
    }

    private Adapter read() {
        Set<String> modules = modules();
        LoraConfig lora = config.lora(modules);
        Map<String, LowRank> parts = new TreeMap<>();
        for (String module : modules) {
            parts.put(module, part(module));
        }
        return new Adapter(lora, config.base(), parts);
    }

    private Set<String> modules() {
        Set<String> modules = new TreeSet<>();
        for (StoredTensor tensor : weights.tensors()) {
            String module = AdapterNames.module(tensor.name());
            if (module == null) {
                throw new AdapterException(
                        "%s: tensor \"%s\" is neither the A nor the B of a matrix. An adapter with such a tensor is not supported."
                                .formatted(file, tensor.name()));
            }
            if (!config.targets().contains(module)) {
                throw new AdapterException(
                        "%s: tensor \"%s\" does not belong to the modules that adapter_config.json chooses: \"target_modules\" is %s. The two files do not belong together."
                                .formatted(file, tensor.name(), config.targets().shown()));
            }
            modules.add(module);
        }
        if (modules.isEmpty()) {
            throw new AdapterException(
                    file + ": contains no tensors, so there is no adapter in it.");
        }
        return modules;
    }

    private LowRank part(String module) {
        StoredTensor a = tensor(AdapterNames.a(module));
        StoredTensor b = tensor(AdapterNames.b(module));
        int rank = config.scaling().rank(module);
        require(a, a.shape()[0] == rank, "[" + rank + ", inputs]");
        require(b, b.shape()[1] == rank, "[outputs, " + rank + "]");
        int rows = Math.toIntExact(b.shape()[0]);
        int columns = Math.toIntExact(a.shape()[1]);
        return new LowRank(
                rows, columns, rank, config.scaling().scale(module), values(a), values(b));
    }

    private StoredTensor tensor(String name) {
        if (!weights.contains(name)) {
            throw new AdapterException(
                    file
                            + ": has no tensor \""
                            + name
                            + "\". The file is incomplete; write it again.");
        }
        StoredTensor tensor = weights.tensor(name);
        require(tensor, tensor.shape().length == 2, "two dimensions");
        return tensor;
    }

    private void require(StoredTensor tensor, boolean holds, String expected) {
        if (!holds) {
            throw new AdapterException(
                    "%s: the shape of tensor \"%s\" is %s; adapter_config.json requires %s. The two files do not belong together."
                            .formatted(
                                    file,
                                    tensor.name(),
                                    Arrays.toString(tensor.shape()),
                                    expected));
        }
    }

    private float[] values(StoredTensor tensor) {
        float[] values = tensor.floats();
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new AdapterException(
                        String.format(
                                Locale.ROOT,
                                "%s: tensor \"%s\" has %s at index %d. The file is damaged, or the training failed.",
                                file,
                                tensor.name(),
                                values[i],
                                i));
            }
        }
        return values;
    }
}
