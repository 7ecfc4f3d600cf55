package openweights.engine.train.run;

import java.io.IOException;
import java.nio.file.Files;
import openweights.engine.train.network.Parameters;
import openweights.engine.train.recipe.Recipe;

/** Whether the disk has room for all that a run will write: better to know before than after. */
final class DiskSpace {

    private static final long REST = 1 << 20;

    private DiskSpace() {}

    static void require(RunFolder folder, Recipe recipe, Parameters parameters) throws IOException {
        long weights = parameters.count() * Float.BYTES;
        // The state is three times the weights, and an old one stays until a new one is whole.
        long needed = weights * (recipe.training().checkpoints().size() + 1 + 2 * 3) + REST;
        long free = Files.getFileStore(folder.path()).getUsableSpace();
        if (free < needed) {
            throw new RunException(
                    folder.path()
                            + ": the run needs "
                            + megabytes(needed)
                            + " of disk, but only "
                            + megabytes(free)
                            + " are free. Free some, or choose another place with --out.");
        }
    }

    private static String megabytes(long bytes) {
        return Math.round(bytes / 1e5) / 10.0 + " MB";
    }
}
