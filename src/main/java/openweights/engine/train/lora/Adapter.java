package openweights.engine.train.lora;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import openweights.base.UserException;
import openweights.engine.math.Backend;
import openweights.engine.model.Model;
import openweights.engine.model.Precision;
import openweights.engine.weights.FloatWeights;

/**
 * A LoRA adapter: two low-rank matrices for each adapted matrix of a model that stays unchanged.
 *
 * <pre>{@code
 * Adapter adapter = Adapter.read(Path.of("my-adapter"));
 * Model model = adapter.attach(base);         // W x + scale * B (A x)
 * Model merged = adapter.merged(base);        // (W + scale * B A) x
 * adapter.merge(base, Path.of("my-model"));   // a model like any other
 * }</pre>
 *
 * <p>The files are those of Python's PEFT.
 */
public final class Adapter {

    private final LoraConfig lora;
    private final BaseName base;
    private final Map<String, LowRank> parts;

    /**
     * @param parts by module name, such as {@code model.layers.0.self_attn.q_proj}
     */
    Adapter(LoraConfig lora, BaseName base, Map<String, LowRank> parts) {
        this.lora = lora;
        this.base = base;
        this.parts = Collections.unmodifiableMap(new TreeMap<>(parts));
    }

    /**
     * Reads an adapter's folder.
     *
     * @throws AdapterException if a file is missing or damaged, or uses an unsupported feature
     */
    public static Adapter read(Path folder) {
        return AdapterReader.read(folder);
    }

    /** Writes {@code adapter_config.json} and {@code adapter_model.safetensors} to a folder. */
    public void write(Path folder) throws IOException {
        AdapterWriter.write(this, folder);
    }

    /**
     * The model with the adapter beside its weights.
     *
     * @param folder the base model's folder
     * @throws AdapterException if the adapter was trained for another base
     */
    public Model attach(Path folder) {
        AdapterFit.require(this, folder);
        Model model = Model.open(folder);
        PartsInUse used = new PartsInUse(this);
        return used.requireAll(
                folder, model.with(tensors -> new AdaptedTensors(tensors, used, model.backend())));
    }

    /**
     * The model with the adapter merged into its weights.
     *
     * @param folder the base model's folder
     * @throws AdapterException if the adapter was trained for another base
     */
    public Model merged(Path folder) {
        return merged(folder, Backend.best());
    }

    /** The same on a given backend. */
    public Model merged(Path folder, Backend backend) {
        AdapterFit.require(this, folder);
        Model model = Model.open(folder, Precision.STORED, backend);
        PartsInUse used = new PartsInUse(this);
        return used.requireAll(
                folder, model.with(tensors -> new MergedTensors(tensors, used, model.backend())));
    }

    /**
     * Writes the merged model, with the base's config, tokenizer and license.
     *
     * @param folder the base model's folder
     * @param target the folder of the merged model, which must not exist yet
     * @throws UserException if the adapter was trained for another base, or its weights are
     *     quantized
     * @throws IOException if the target exists or cannot be written
     */
    public void merge(Path folder, Path target) throws IOException {
        FloatWeights.require(folder);
        AdapterFit.require(this, folder);
        Merge.write(this, folder, target);
    }

    public LoraConfig lora() {
        return lora;
    }

    /** The model that it was trained for. */
    public BaseName base() {
        return base;
    }

    /** How many weights it has. */
    public long weights() {
        return parts.values().stream().mapToLong(p -> p.a().length + p.b().length).sum();
    }

    /** How many matrices it adapts. */
    public int matrices() {
        return parts.size();
    }

    Map<String, LowRank> parts() {
        return parts;
    }

    /** How large it is and which model it was made for, in one line. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d weights for %d matrices; made for %s",
                weights(),
                matrices(),
                base.name());
    }
}
