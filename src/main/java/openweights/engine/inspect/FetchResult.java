package openweights.engine.inspect;

import java.nio.file.Path;
import openweights.engine.hub.FetchRequest;
import openweights.engine.hub.Pin;
import openweights.engine.model.Config;
import openweights.engine.model.config.ModelException;

/**
 * A model that was fetched.
 *
 * @param folder where it is
 * @param engine whether the engine runs it, and if not, why
 */
public record FetchResult(
        String name, String repository, String revision, String folder, String engine) {

    /** What is in the folder of a download whose files were all verified. */
    public static FetchResult of(FetchRequest request, Path folder) {
        Pin pin = request.pin();
        return new FetchResult(
                request.name(),
                pin.repository(),
                pin.revision(),
                folder.toString(),
                engine(folder));
    }

    private static String engine(Path folder) {
        try {
            return "The engine supports its family: " + Config.read(folder).modelType() + ".";
        } catch (ModelException e) {
            return "The engine cannot run it: " + e.getMessage();
        }
    }

    @Override
    public String toString() {
        return "%s@%s is in %s. Every file has the right hash.%n%s"
                .formatted(repository, revision, folder, engine);
    }
}
