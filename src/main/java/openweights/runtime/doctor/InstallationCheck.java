package openweights.runtime.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import openweights.base.Home;
import openweights.base.Json;
import openweights.base.JsonException;
import openweights.runtime.Port;
import openweights.runtime.session.KernelSpec;
import openweights.runtime.setup.Program;
import openweights.runtime.setup.SetUpException;
import openweights.runtime.setup.Trust;
import openweights.runtime.setup.Venv;
import openweights.runtime.setup.WorkingCopies;

/** Checks what set-up created (Python environment, kernelspec, notebooks) and JupyterLab's port. */
final class InstallationCheck {

    private static final String MAKE = "./course lab --set-up-only";

    private static final String VERSIONS =
            """
            import sys
            from importlib.metadata import version
            print('Python', '.'.join(map(str, sys.version_info[:3])), end='')
            for name in ('jupyterlab', 'jjava'):
                print(',', name, version(name), end='')
            """;

    private InstallationCheck() {}

    static Finding python(Home project) {
        Venv venv = new Venv(project);
        try {
            if (!Files.exists(project.python())) {
                return new Finding("Python", "there is no environment in .venv yet", MAKE);
            }
            Program.Ended versions = venv.run("-c", VERSIONS);
            return venv.complete()
                    ? Finding.good("Python", versions.output() + " in .venv")
                    : new Finding(
                            "Python", "the environment in .venv is incomplete or outdated", MAKE);
        } catch (IOException e) {
            return new Finding("Python", "the environment in .venv does not run: " + e, MAKE);
        }
    }

    /**
     * Checks that the files named by the kernelspec exist, except for those that are created at
     * start.
     */
    static Finding kernel(Home project) {
        Path json = KernelSpec.folder(project).resolve("kernel.json");
        try {
            if (!Files.exists(json)) {
                return new Finding("kernel", "there is no kernelspec in .venv yet", MAKE);
            }
            JsonNode command = Json.read(json).path("argv");
            String java = command.path(0).asText();
            String options = command.path(1).asText().replaceFirst("^@", "");
            return Stream.of(java, options)
                    .filter(file -> !Files.exists(Path.of(file)))
                    .findFirst()
                    .map(
                            file ->
                                    new Finding(
                                            "kernel",
                                            "its kernelspec names "
                                                    + file
                                                    + ", which does not exist",
                                            MAKE))
                    .orElse(
                            Finding.good(
                                    "kernel",
                                    KernelSpec.DISPLAY_NAME + ", all of its files exist"));
        } catch (IOException | JsonException e) {
            return new Finding("kernel", json + " cannot be read: " + e.getMessage(), MAKE);
        }
    }

    static Finding notebooks(Home project) {
        try {
            List<Path> copies = WorkingCopies.of(project).copies();
            if (copies.isEmpty() || !Files.exists(project.python())) {
                return Finding.good("notebooks", "no copies in work/ yet");
            }
            List<Path> withheld = new Trust(project).withheldFrom(copies);
            String found =
                    "%s of %s in work/ are trusted"
                            .formatted(copies.size() - withheld.size(), copies.size());
            return withheld.isEmpty()
                    ? Finding.good("notebooks", found)
                    : new Finding(
                            "notebooks",
                            found + ", but not " + withheld.get(0).getFileName(),
                            "Open it in JupyterLab, press Ctrl-Shift-C, and choose Trust Notebook.");
        } catch (IOException | SetUpException e) {
            return new Finding(
                    "notebooks", "cannot determine which are trusted: " + e.getMessage(), MAKE);
        }
    }

    /** A port in use is not an error, since JupyterLab gets the next one. */
    static Finding port() {
        int free = Port.firstFree();
        String found =
                free == Port.DEFAULT
                        ? "JupyterLab's port 8888 is free"
                        : "port 8888 is in use; JupyterLab will get " + free;
        return Finding.good("port", found);
    }
}
