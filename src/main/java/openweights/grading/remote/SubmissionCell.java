package openweights.grading.remote;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A cell of a submission, and what is known about it so far. */
public final class SubmissionCell {

    private final String id;
    private final CompiledCell compiled;
    private @Nullable String thrown;
    private @Nullable LostProcess failure;

    SubmissionCell(String id, CompiledCell compiled) {
        this.id = id;
        this.compiled = compiled;
    }

    public String id() {
        return id;
    }

    public CompiledCell compiled() {
        return compiled;
    }

    /** The class name of the exception that it threw when it ran. */
    public Optional<String> thrown() {
        return Optional.ofNullable(thrown);
    }

    /** How it killed its process; such a cell does not run again. */
    public Optional<LostProcess> failure() {
        return Optional.ofNullable(failure);
    }

    void threw(String type) {
        thrown = type;
    }

    void lost(LostProcess how) {
        failure = how;
    }
}
