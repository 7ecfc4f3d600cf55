package openweights.engine.model.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which keys of a file were read, and what the user should know about it. */
final class KeyAccount {

    /** By section. Not a set of records: hashing the first ones takes longer than all the rest. */
    private final Map<String, Set<String>> used = new HashMap<>();

    private final List<Keys> opened = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    void use(String where, String name) {
        used.computeIfAbsent(where, section -> new HashSet<>()).add(name);
    }

    boolean used(String where, String name) {
        return used.getOrDefault(where, Set.of()).contains(name);
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
