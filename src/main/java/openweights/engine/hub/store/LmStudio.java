package openweights.engine.hub.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import openweights.engine.gguf.Gguf;

/** LM Studio's models: {@code publisher/repository} with GGUF files or a model's folder. */
final class LmStudio {

    private static final String POINTER = ".lmstudio-home-pointer";

    private LmStudio() {}

    static List<ModelStore> of(Path home) {
        return List.of(store(home(home)), store(home.resolve(".cache/lm-studio")));
    }

    /** The program's folder, which a small file names if it was moved. */
    private static Path home(Path home) {
        try {
            Path pointer = home.resolve(POINTER);
            return Files.exists(pointer)
                    ? Path.of(Files.readString(pointer).strip())
                    : home.resolve(".lmstudio");
        } catch (IOException unreadable) {
            return home.resolve(".lmstudio");
        }
    }

    private static ModelStore store(Path folder) {
        return new ModelStore("LM Studio", folder.resolve("models"), LmStudio::find);
    }

    private static List<FoundModel> find(Path models) throws IOException {
        List<FoundModel> found = new ArrayList<>();
        for (Path publisher : ModelStore.inside(models)) {
            if (Files.isDirectory(publisher)) {
                String name = publisher.getFileName().toString();
                found.addAll(ModelStore.found(name, publisher, each -> by(name, each)));
            }
        }
        return found;
    }

    private static List<FoundModel> by(String name, Path publisher) throws IOException {
        List<FoundModel> found = new ArrayList<>();
        for (Path folder : ModelStore.inside(publisher)) {
            if (Files.isDirectory(folder)) {
                String model = name + "/" + folder.getFileName();
                found.addAll(ModelStore.found(model, folder, each -> in(model, each)));
            }
        }
        return found;
    }

    private static List<FoundModel> in(String name, Path folder) {
        if (Files.exists(folder.resolve("config.json"))) {
            return List.of(new FoundModel(name, folder));
        }
        List<Path> files = Gguf.in(folder);
        return files.size() == 1
                ? List.of(new FoundModel(name, files.get(0)))
                : files.stream()
                        .map(file -> new FoundModel(name + "/" + file.getFileName(), file))
                        .toList();
    }
}
