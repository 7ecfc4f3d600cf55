package openweights.engine.convert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import openweights.base.AtomicFile;
import openweights.base.AtomicFolder;
import openweights.base.UserException;
import openweights.engine.gguf.GgufWriter;
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

    /** With the name that the model's file or folder has. */
    public static Conversion of(Path model, Format format, WeightType type) {
        String file = model.toAbsolutePath().normalize().getFileName().toString();
        return new Conversion(model, file.replaceFirst("\\.gguf$", ""), format, type);
    }

    /** Where it is written unless a place is named: a file or a folder in the working folder. */
    public Path usualPlace() {
        String stem = name + "-" + type;
        return Path.of(format == Format.GGUF ? stem + ".gguf" : stem);
    }

    /**
     * A model that nothing keeps from being written.
     *
     * @param notes what the user should know about the file, a line each
     */
    public record Ready(List<String> notes, Writing writing) {

        /**
         * Writes the model.
         *
         * @throws IOException if it cannot be written any more
         */
        public void write() throws IOException {
            writing.write();
        }
    }

    /** How it is written. */
    @FunctionalInterface
    public interface Writing {
        void write() throws IOException;
    }

    /**
     * Checks whether the model can be written so; nothing is written yet.
     *
     * @param out the file or folder
     * @throws UserException if there is something already, or its family or its tokenizer cannot be
     *     written
     * @throws IOException if the place is not writable
     */
    public Ready check(Path out) throws IOException {
        if (Files.exists(out, LinkOption.NOFOLLOW_LINKS)) {
            throw new UserException(
                    out + ": already exists. Name another place with --out, or delete it.");
        }
        if (format == Format.SAFETENSORS) {
            AtomicFolder.requireFree(out);
            SafetensorsExport export = new SafetensorsExport(model, ModelFiles.of(model), type);
            return new Ready(List.of(), () -> AtomicFolder.write(out, export::write));
        }
        AtomicFile.requireWritable(out);
        GgufExport export = new GgufExport(model, ModelFiles.of(model), type);
        GgufWriter writer = export.checked(name);
        return new Ready(export.notes(), () -> writer.write(out));
    }

    /** Checks and writes the model. */
    public void write(Path out) throws IOException {
        check(out).write();
    }
}
