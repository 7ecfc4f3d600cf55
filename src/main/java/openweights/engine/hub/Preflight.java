package openweights.engine.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Looks at a model's small files before its weights are downloaded. */
public interface Preflight {

    /** Lets everything pass. */
    Preflight NONE =
            new Preflight() {
                @Override
                public void config(Path folder) {}

                @Override
                public void gguf(String file, InputStream start) {}
            };

    /**
     * @param folder has config.json and the other small files
     * @throws openweights.base.UserException if the weights should not be downloaded
     */
    void config(Path folder);

    /**
     * @param start the first bytes of a GGUF file
     * @throws openweights.base.UserException if the rest should not be downloaded
     */
    void gguf(String file, InputStream start) throws IOException;
}
