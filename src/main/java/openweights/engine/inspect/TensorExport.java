package openweights.engine.inspect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import openweights.base.UserException;
import openweights.engine.gguf.Gguf;
import openweights.engine.weights.Checkpoint;
import openweights.engine.weights.Names;
import openweights.engine.weights.Npy;
import openweights.engine.weights.StoredTensor;

/** Takes a single tensor out of a file of weights. */
public final class TensorExport {

    private TensorExport() {}

    /**
     * Writes a tensor as a .npy file: as float32 if that loses nothing, as it does for 8-bit and
     * 16-bit floating-point numbers and for blocks; otherwise with its own type.
     *
     * @param path what {@link Inspection#of} takes
     * @param name the tensor's name in the file
     * @param npy replaced if it exists; its name ends in .npy, so that no other file is
     * @throws UserException if there is no such tensor, NumPy has no such type, or {@code npy} has
     *     another ending
     */
    public static void write(Path path, String name, Path npy) throws IOException {
        if (!npy.toString().endsWith(".npy")) {
            throw new UserException(
                    npy
                            + ": the name of the file to write has to end in .npy. Nothing was written.");
        }
        Optional<Path> gguf = Gguf.at(path);
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        (gguf.isPresent() ? Gguf.open(gguf.get()).tensors() : Checkpoint.open(path).tensors())
                .forEach(tensor -> tensors.put(tensor.name(), tensor));
        if (!tensors.containsKey(name)) {
            throw new UserException(Names.missing(tensors, name, path));
        }
        try {
            Npy.write(npy, tensors.get(name));
        } catch (IllegalArgumentException noSuchType) {
            throw new UserException(path + ": " + noSuchType.getMessage(), noSuchType);
        }
    }
}
