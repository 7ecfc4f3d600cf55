package openweights.engine.weights;

import java.nio.file.Path;

/** A .npy file is refused; the message says why. */
public final class NpyException extends WeightsException {

    private static final long serialVersionUID = 1L;

    /**
     * @param offset bytes from the start of the file
     * @param found what was found, and what to do
     */
    NpyException(Path file, long offset, String found) {
        super(file, offset, file + ": " + found);
    }
}
