package openweights.engine.inspect;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import openweights.base.TerminalText;
import openweights.base.UserException;
import openweights.engine.gguf.GgufStart;
import openweights.engine.gguf.architecture.Architecture;
import openweights.engine.hub.Preflight;
import openweights.engine.model.Config;
import openweights.engine.model.config.ModelException;

/** Stops a download before its weights if the engine could not run them. */
public final class EnginePreflight implements Preflight {

    private static final String ANYWAY =
            " Its weights were not downloaded; --anyway fetches them all the same, for example to audit the release.";

    @Override
    public void config(Path folder) {
        try {
            Config.read(folder);
        } catch (ModelException e) {
            throw new UserException("The engine cannot run this model: " + e.getMessage() + ANYWAY);
        }
    }

    @Override
    public void gguf(String file, InputStream start) throws IOException {
        try {
            if (!GgufStart.isGguf(start)) {
                throw new UserException(file + ": is not a GGUF file." + ANYWAY);
            }
            Optional<String> name = GgufStart.architecture(start);
            if (name.isPresent() && !Architecture.names().contains(name.get())) {
                throw new UserException(
                        "The engine cannot run %s: its architecture is \"%s\"; it knows %s.%s"
                                .formatted(
                                        file,
                                        TerminalText.printable(name.get()),
                                        String.join(", ", Architecture.names()),
                                        ANYWAY));
            }
        } catch (EOFException e) {
            throw new UserException(file + ": is too short for a GGUF file." + ANYWAY);
        }
    }
}
