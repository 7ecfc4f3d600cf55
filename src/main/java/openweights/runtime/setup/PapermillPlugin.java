package openweights.runtime.setup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import openweights.base.AtomicFile;
import openweights.base.Home;

/**
 * Lets papermill, where somebody installs it into the Python environment, run notebooks of this
 * kernel with parameters.
 */
record PapermillPlugin(Home project) {

    private static final String INFORMATION = "openweights_papermill-1.0.0.dist-info";

    void install() throws IOException {
        Path packages = packages();
        put("openweights_papermill.py", packages);
        put("METADATA", packages.resolve(INFORMATION));
        put("entry_points.txt", packages.resolve(INFORMATION));
    }

    /** {@code .venv/lib/python3.N/site-packages}, on Windows {@code .venv/Lib/site-packages}. */
    private Path packages() throws IOException {
        try (Stream<Path> folders = Files.find(project.venv(), 3, (path, is) -> isPackages(path))) {
            return folders.findFirst()
                    .orElseThrow(
                            () ->
                                    new SetUpException(
                                            project.venv()
                                                    + ": there is no folder site-packages. Delete .venv, and run ./course lab --set-up-only."));
        }
    }

    private static boolean isPackages(Path path) {
        return path.endsWith("site-packages") && Files.isDirectory(path);
    }

    private static void put(String name, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (InputStream source = PapermillPlugin.class.getResourceAsStream("papermill/" + name)) {
            AtomicFile.write(folder.resolve(name), source.readAllBytes());
        }
    }
}
