package openweights.engine.train.run;

import java.io.IOException;
import java.nio.file.Files;
import openweights.base.ByteSize;
import openweights.engine.train.network.Parameters;
import openweights.engine.train.recipe.Recipe;

/** Checks before a run that the disk has room for everything it will write. */
final class DiskSpace {

    private static final long OTHER_FILES = 1 << 20;

    private DiskSpace() {}

    static void require(RunFolder folder, Recipe recipe, Parameters parameters) throws IOException {
        long weights = parameters.count() * Float.BYTES;
        // The state is three times the weights, and the old one stays until the new one is
        // complete.
        long needed = weights * (recipe.training().checkpoints().size() + 1 + 2 * 3) + OTHER_FILES;
        long free = Files.getFileStore(folder.path()).getUsableSpace();
        if (free < needed) {
            throw new RunException(
                    folder.path()
                            + ": the run needs "
                            + ByteSize.of(needed)
                            + " of disk space, but only "
                            + ByteSize.of(free)
                            + " is free. Free up space, or choose another folder with --out.");
        }
    }
}
