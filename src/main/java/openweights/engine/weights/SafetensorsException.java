package openweights.engine.weights;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A safetensors file or an index of shards is refused; {@link #fault} says why. */
public final class SafetensorsException extends WeightsException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final @Nullable String tensor;

    /**
     * @param tensor the tensor at fault; null if it is the file as a whole
     * @param offset bytes from the start of the file
     * @param found what was found: a clause without a period, which follows the tensor's name
     */
    SafetensorsException(
            Fault fault, Path file, @Nullable String tensor, long offset, String found) {
        super(file, offset, message(fault, file, tensor, found));
        this.fault = fault;
        this.tensor = tensor;
    }

    /** What is wrong. */
    public Fault fault() {
        return fault;
    }

    /** The tensor at fault; empty if it is the file as a whole. */
    public Optional<String> tensor() {
        return Optional.ofNullable(tensor);
    }

    private static String message(Fault fault, Path file, @Nullable String tensor, String found) {
        String subject = tensor == null ? "" : "tensor " + quoted(tensor) + " ";
        return file + ": " + subject + found + ". " + fault.advice();
    }
}
