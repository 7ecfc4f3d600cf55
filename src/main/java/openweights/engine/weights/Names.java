package openweights.engine.weights;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import openweights.base.EditDistance;

/** Finds a tensor by name, and suggests similar names if there is none. */
public final class Names {

    private static final int NEAREST = 3;

    private Names() {}

    /**
     * The tensor of that name.
     *
     * @throws NoSuchElementException if there is none; the message lists similar names
     */
    public static <T> T find(Map<String, T> tensors, String name, Object where) {
        T found = tensors.get(name);
        if (found != null) {
            return found;
        }
        throw new NoSuchElementException(missing(tensors, name, where));
    }

    /** The message for a tensor that is not there. */
    public static String missing(Map<String, ?> tensors, String name, Object where) {
        String nearest =
                EditDistance.nearest(name, tensors.keySet(), NEAREST).stream()
                        .map(WeightsException::quoted)
                        .collect(Collectors.joining(", "));
        return where
                + ": there is no tensor "
                + WeightsException.quoted(name)
                + (nearest.isEmpty() ? "; the file has none at all." : ". Nearest: " + nearest);
    }
}
