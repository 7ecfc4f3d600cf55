package openweights.engine.train.lora;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import openweights.base.AtomicFile;
import openweights.base.Json;
import openweights.engine.weights.SafetensorsWriter;

/** Writes an adapter's two files, with the same bytes on every system. */
final class AdapterWriter {

    private AdapterWriter() {}

    static void write(Adapter adapter, Path folder) throws IOException {
        Files.createDirectories(folder);
        SafetensorsWriter writer = new SafetensorsWriter().metadata("format", "pt");
        adapter.parts()
                .forEach(
                        (module, p) ->
                                writer.put(
                                                AdapterNames.a(module),
                                                shape(p.rank(), p.columns()),
                                                p.a())
                                        .put(
                                                AdapterNames.b(module),
                                                shape(p.rows(), p.rank()),
                                                p.b()));
        AtomicFile.write(folder.resolve(AdapterNames.CONFIG), config(adapter));
        writer.write(folder.resolve(AdapterNames.WEIGHTS));
    }

    private static long[] shape(long rows, long columns) {
        return new long[] {rows, columns};
    }

    private static String config(Adapter adapter) {
        Map<String, Object> keys = new TreeMap<>();
        keys.put("base_model_name_or_path", adapter.base().name());
        keys.put("base_model_sha256", adapter.base().sha256());
        keys.put("bias", "none");
        keys.put("fan_in_fan_out", false);
        keys.put("inference_mode", true);
        keys.put("lora_alpha", adapter.lora().alpha());
        keys.put("lora_dropout", 0.0);
        keys.put("peft_type", "LORA");
        keys.put("r", adapter.lora().rank());
        putPatterns(adapter, keys);
        keys.put("target_modules", adapter.lora().targets());
        keys.put("task_type", "CAUSAL_LM");
        return Json.pretty(keys) + "\n";
    }

    /** The ranks and alphas of modules that differ from those of all. */
    private static void putPatterns(Adapter adapter, Map<String, Object> keys) {
        Map<String, Object> ranks = new TreeMap<>();
        Map<String, Object> alphas = new TreeMap<>();
        adapter.parts()
                .forEach(
                        (module, part) -> {
                            double alpha = (double) part.scale() * part.rank();
                            if (part.rank() != adapter.lora().rank()) {
                                ranks.put(module, part.rank());
                                alphas.put(module, alpha);
                            } else if (part.scale() != adapter.lora().scale()) {
                                alphas.put(module, alpha);
                            }
                        });
        if (!alphas.isEmpty()) {
            keys.put("alpha_pattern", alphas);
            keys.put("rank_pattern", ranks);
        }
    }
}
