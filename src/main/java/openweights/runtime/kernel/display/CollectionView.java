package openweights.runtime.kernel.display;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A list, set or map as Java prints it, truncated if it is long. */
final class CollectionView implements View<Collection<?>> {

    private static final int LIMIT = 100;

    @Override
    public Rendition render(Collection<?> collection) {
        return Rendition.plain("[" + joined(collection.stream(), collection.size()) + "]");
    }

    static Rendition render(Map<?, ?> map) {
        return Rendition.plain("{" + joined(map.entrySet().stream(), map.size()) + "}");
    }

    private static String joined(Stream<?> entries, int count) {
        String shown = entries.limit(LIMIT).map(String::valueOf).collect(Collectors.joining(", "));
        return count <= LIMIT
                ? shown
                : shown + String.format(Locale.ROOT, ", … %,d more", count - LIMIT);
    }
}
