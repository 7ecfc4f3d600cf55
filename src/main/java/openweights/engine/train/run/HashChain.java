package openweights.engine.train.run;

import java.io.IOException;
import java.util.function.Consumer;

/** Reports links in order, up to the first that differs. */
final class HashChain {

    /** Computes a hash, which may take a while. */
    interface Computation {
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

    /** Compares a link, unless an earlier one differs. */
    void add(String name, String expected, Computation found) throws IOException {
        if (!broken) {
            add(name, expected, found.hash());
        }
    }

    void add(String name, String expected, String found) {
        HashLink link = new HashLink(name, expected, found);
        links.accept(link);
        broken |= !link.isSame();
    }
}
