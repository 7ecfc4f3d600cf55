package openweights.grading.remote;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A cell of a submission, and what is known of it by now. */
public final class SubmissionCell {

    private final String id;
    private final CompiledCell compiled;
    private @Nullable String thrown;
    private @Nullable LostProcess loss;

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

    /** The full name of what it threw when it ran. */
    public Optional<String> thrown() {
        return Optional.ofNullable(thrown);
    }

    /** How it killed its process; such a cell is not run again. */
    public Optional<LostProcess> loss() {
        return Optional.ofNullable(loss);
    }

    void threw(String type) {
        thrown = type;
    }

    void lost(LostProcess how) {
        loss = how;
    }
}
