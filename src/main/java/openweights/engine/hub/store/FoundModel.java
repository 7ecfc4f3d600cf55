package openweights.engine.hub.store;

import java.nio.file.Path;
import openweights.base.UserException;
import org.jspecify.annotations.Nullable;

/**
 * A model of another program, or what stands in its place.
 *
 * @param name what that program calls it, such as {@code Qwen/Qwen3-0.6B} or {@code llama3.2:1b}
 * @param path its folder or file
 * @param problem why it cannot be found where that program says; null if it can
 */
public record FoundModel(String name, Path path, @Nullable String problem) {

    FoundModel(String name, Path path) {
        this(name, path, null);
    }

    /**
     * Its folder or file.
     *
     * @throws UserException if it has a problem
     */
    Path usable() {
        if (problem != null) {
            throw new UserException(name + ": " + problem);
        }
        return path;
    }
}
