package openweights.engine.gguf;

import java.nio.file.Path;
import java.util.Optional;
import openweights.engine.weights.WeightsException;
import org.jspecify.annotations.Nullable;

/** A GGUF file is refused; {@link #fault} says why. */
public final class GgufException extends WeightsException {

    private static final long serialVersionUID = 1L;

    private final GgufFault fault;
    private final @Nullable String subject;

    /**
     * @param subject the key or the tensor at fault; null if it is the file as a whole
     * @param offset bytes from the start of the file
     * @param found what was found: a clause without a period, which follows the subject
     */
    public GgufException(
            GgufFault fault, Path file, @Nullable String subject, long offset, String found) {
        super(file, offset, message(fault, file, subject, found));
        this.fault = fault;
        this.subject = subject;
    }

    /** What is wrong. */
    public GgufFault fault() {
        return fault;
    }

    /** The key or the tensor at fault; empty if it is the file as a whole. */
    public Optional<String> subject() {
        return Optional.ofNullable(subject);
    }

    private static String message(
            GgufFault fault, Path file, @Nullable String subject, String found) {
        String named = subject == null ? "" : quoted(subject) + " ";
        return file + ": " + named + found + ". " + fault.advice();
    }
}
