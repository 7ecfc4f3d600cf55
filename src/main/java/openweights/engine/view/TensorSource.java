package openweights.engine.view;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import openweights.engine.weights.Checkpoint;
import openweights.engine.weights.Names;

/** All tensors of a model, by name. */
public final class TensorSource {

    private final Path path;
    private final Map<String, TensorView> tensors;
    private final Runnable unchanged;

    /**
     * @param path what was opened, for messages
     * @param unchanged throws an exception if a file has changed since it was opened
     */
    public TensorSource(Path path, Collection<TensorView> tensors, Runnable unchanged) {
        this.path = path;
        this.tensors =
                tensors.stream()
                        .collect(
                                Collectors.toMap(
                                        TensorView::name,
                                        Function.identity(),
                                        TensorSource::once,
                                        LinkedHashMap::new));
        this.unchanged = unchanged;
    }

    private static TensorView once(TensorView first, TensorView second) {
        throw new IllegalArgumentException(
                first.origin() + " and " + second.origin() + " have one name.");
    }

    /** The tensors of a checkpoint; of two that are one tensor in fewer bits, that one. */
    public static TensorSource of(Checkpoint checkpoint) {
        return new TensorSource(
                checkpoint.path(), CheckpointViews.of(checkpoint), checkpoint::requireUnchanged);
    }

    /** What was opened. */
    public Path path() {
        return path;
    }

    public Collection<TensorView> tensors() {
        return Collections.unmodifiableCollection(tensors.values());
    }

    /** Whether there is a tensor of that name. */
    public boolean contains(String name) {
        return tensors.containsKey(name);
    }

    /**
     * The tensor of that name.
     *
     * @throws java.util.NoSuchElementException if there is none; the message lists similar names
     */
    public TensorView tensor(String name) {
        return Names.find(tensors, name, path);
    }

    /** Bytes of all tensors together, in the files. */
    public long byteSize() {
        return tensors.values().stream().mapToLong(TensorView::storedBytes).sum();
    }

    /**
     * @throws openweights.engine.weights.SafetensorsException if a file has changed since it was
     *     opened
     */
    public void requireUnchanged() {
        unchanged.run();
    }
}
