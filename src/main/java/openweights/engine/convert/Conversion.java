package openweights.engine.convert;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import openweights.base.AtomicFolder;
import openweights.base.UserException;
import openweights.engine.model.ModelFiles;

/**
 * Writes a model in another format or type. The original stays as it is, and what is written exists
 * whole or not at all.
 *
 * @param model a folder with config.json and safetensors, or a GGUF file
 * @param name what the model is called, for the file's name and its metadata
 */
public record Conversion(Path model, String name, Format format, WeightType type) {

    /** The formats that can be written. */
    public enum Format {
        GGUF,
        SAFETENSORS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @throws UserException if safetensors is asked for with a type of blocks
     */
    public Conversion {
        if (format == Format.SAFETENSORS && !type.plain()) {
            throw new UserException(
                    "safetensors has no type " + type + ". Use --type f32, f16, or bf16.");
        }
    }

    /** Where it is written unless a place is named: a file or a folder in the working folder. */
    public Path usualPlace() {
        String stem = name + "-" + type;
        return Path.of(format == Format.GGUF ? stem + ".gguf" : stem);
    }

    /**
     * Writes the model.
     *
     * @throws UserException if its family or its tokenizer cannot be written so
     * @throws IOException if the folder exists, or cannot be written
     */
    public void write(Path out) throws IOException {
        ModelFiles files = ModelFiles.of(model);
        if (format == Format.GGUF) {
            new GgufExport(model, files, type).write(name, out);
        } else {
            SafetensorsExport export = new SafetensorsExport(model, files, type);
            AtomicFolder.write(out, export::write);
        }
    }
}
