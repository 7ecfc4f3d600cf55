package openweights.engine.train.lora;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import openweights.engine.math.Backend;
import openweights.engine.model.Model;
import openweights.engine.model.Precision;

/**
 * What LoRA has learned: two thin matrices for each matrix of a model that itself stays as it is.
 *
 * <pre>{@code
 * Adapter adapter = Adapter.read(Path.of("my-adapter"));
 * Model model = adapter.attach(base);         // W x + scale * B (A x)
 * Model merged = adapter.merged(base);        // (W + scale * B A) x
 * adapter.merge(base, Path.of("my-model"));   // a model like any other
 * }</pre>
 *
 * The files are those that Python's PEFT writes and reads.
 */
public final class Adapter {

    private final LoraConfig lora;
    private final BaseName base;
    private final Map<String, LowRank> parts;

    /**
     * @param parts by the name of the module, such as {@code model.layers.0.self_attn.q_proj}
     */
    Adapter(LoraConfig lora, BaseName base, Map<String, LowRank> parts) {
        this.lora = lora;
        this.base = base;
        this.parts = Collections.unmodifiableMap(new TreeMap<>(parts));
    }

    /**
     * Reads an adapter's folder.
     *
     * @throws AdapterException if a file is missing or damaged, or asks for what is not known here
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
     * @param folder of the base
     * @throws AdapterException if the adapter was made for another base
     */
    public Model attach(Path folder) {
        AdapterFit.require(this, folder);
        Model model = Model.open(folder);
        return model.with(tensors -> new AdaptedTensors(tensors, this, model.backend()));
    }

    /**
     * The model with the adapter in its weights.
     *
     * @param folder of the base
     * @throws AdapterException if the adapter was made for another base
     */
    public Model merged(Path folder) {
        return merged(folder, Backend.best());
    }

    /** The same, computed as {@code backend} says. */
    public Model merged(Path folder, Backend backend) {
        AdapterFit.require(this, folder);
        Model model = Model.open(folder, Precision.STORED, backend);
        return model.with(tensors -> new MergedTensors(tensors, this, model.backend()));
    }

    /**
     * Writes the merged model to a folder, with the base's config, tokenizer and license.
     *
     * @param folder of the base
     * @param target becomes a folder that needs no adapter; nothing may be there yet
     * @throws AdapterException if the adapter was made for another base
     * @throws IOException if something is there, or it cannot be written
     */
    public void merge(Path folder, Path target) throws IOException {
        AdapterFit.require(this, folder);
        Merge.write(this, folder, target);
    }

    public LoraConfig lora() {
        return lora;
    }

    /** Which model it belongs to. */
    public BaseName base() {
        return base;
    }

    /** How many weights it has. */
    public long weights() {
        return parts.values().stream().mapToLong(p -> p.a().length + p.b().length).sum();
    }

    /** How many matrices it changes. */
    public int matrices() {
        return parts.size();
    }

    Map<String, LowRank> parts() {
        return parts;
    }
}
