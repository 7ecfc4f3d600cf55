package openweights.engine.hub.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import openweights.base.ErrorText;

/**
 * Where one program keeps its models.
 *
 * @param label the program's name, for readers
 * @param folder the folder that holds them; it may not exist
 * @param finder lists the models in the folder
 */
record ModelStore(String label, Path folder, Finder finder) {

    /** Lists the models in a folder. */
    interface Finder {
        List<FoundModel> find(Path folder) throws IOException;
    }

    /** The models; a folder that cannot be read counts as one, with the reason. */
    List<FoundModel> models() {
        return Files.isDirectory(folder) ? found(label, folder, finder) : List.of();
    }

    /** What a folder has; if it cannot be read, one model with that name and the reason. */
    static List<FoundModel> found(String name, Path folder, Finder finder) {
        try {
            return finder.find(folder);
        } catch (IOException e) {
            return List.of(new FoundModel(name, folder, ErrorText.of(e)));
        } catch (UncheckedIOException e) {
            return List.of(
                    new FoundModel(
                            name, folder, ErrorText.of(Objects.requireNonNull(e.getCause()))));
        }
    }

    /** What a folder holds, sorted by name, without hidden files. */
    static List<Path> inside(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
