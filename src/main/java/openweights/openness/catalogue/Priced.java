package openweights.openness.catalogue;

import java.util.List;

/**
 * A model and what it takes to run, which is counted once for all columns of a table: the tensors
 * of the largest models take a while.
 */
record Priced(Entry entry, Cost cost) {

    static Priced of(Entry entry) {
        return new Priced(entry, entry.cost());
    }

    static List<Priced> all(Catalogue catalogue) {
        return catalogue.entries().stream().map(Priced::of).toList();
    }

    String name() {
        return entry.name();
    }
}
