package openweights.engine.train.run;

import java.io.IOException;
import java.util.function.Consumer;

/** Links in their order, up to the first that differs. */
final class HashChain {

    /** Finds a hash, which may take a while. */
    interface Search {
        String hash() throws IOException;
    }

    private final Consumer<HashLink> links;
    private boolean broken;

    HashChain(Consumer<HashLink> links) {
        this.links = links;
    }

    boolean isBroken() {
        return broken;
    }

    /** Looks at a link, unless an earlier one differs. */
    void add(String name, String expected, Search search) throws IOException {
        if (!broken) {
            add(name, expected, search.hash());
        }
    }

    void add(String name, String expected, String found) {
        HashLink link = new HashLink(name, expected, found);
        links.accept(link);
        broken |= !link.isSame();
    }
}
