package openweights.engine.model.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which keys of a file were read, and what the user should know about it. */
final class KeyAccount {

    private record Key(String where, String name) {}

    private final Set<Key> used = new HashSet<>();
    private final List<Keys> opened = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    void use(String where, String name) {
        used.add(new Key(where, name));
    }

    boolean used(String where, String name) {
        return used.contains(new Key(where, name));
    }

    /** Remembers an object of the file that was asked for. */
    Keys open(Keys keys) {
        opened.add(keys);
        return keys;
    }

    List<Keys> opened() {
        return List.copyOf(opened);
    }

    void warn(String warning) {
        if (!warnings.contains(warning)) {
            warnings.add(warning);
        }
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }
}
