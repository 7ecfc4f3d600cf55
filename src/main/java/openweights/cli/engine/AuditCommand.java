package openweights.cli.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import openweights.engine.hub.LocalModels;
import openweights.openness.Audit;
import openweights.openness.Inventory;
import openweights.openness.catalogue.Catalogue;
import openweights.openness.catalogue.Entry;
import openweights.openness.folder.ReleaseFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "audit",
        description =
                "Say what a release holds and lacks, under which licenses, and what three frameworks say of it.",
        mixinStandardHelpOptions = true)
public final class AuditCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "FOLDER|MODEL",
            description =
                    "A release's folder, a model of the course or of the catalogue, or a project with LICENSES.yaml such as this course (.).")
    private String subject;

    @Option(names = "--json", description = "Print JSON instead of text.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Optional<Path> folder = folder();
        if (folder.isEmpty()) {
            requireNoFile();
            Entry entry = Catalogue.read().entry(subject);
            Audit audit = Audit.of(entry.release());
            print(AuditText.of(audit, entry), AuditJson.of(audit, entry));
            return audit.clear() ? 0 : 1;
        }
        if (Files.exists(folder.get().resolve(Inventory.FILE))) {
            Inventory inventory = Inventory.of(folder.get());
            print(AuditText.of(inventory), AuditJson.of(inventory));
            return inventory.clear() ? 0 : 1;
        }
        Audit audit = Audit.of(ReleaseFolder.read(folder.get()));
        print(AuditText.of(audit), AuditJson.of(audit, null));
        return audit.clear() ? 0 : 1;
    }

    private void requireNoFile() {
        if (Files.exists(Path.of(subject))) {
            throw new IllegalArgumentException(
                    subject + ": is a file. Name the folder of the release that it belongs to.");
        }
        if (subject.contains("/") || subject.contains(File.separator)) {
            throw new IllegalArgumentException(
                    subject + ": there is no such folder. Check the path.");
        }
    }

    private Optional<Path> folder() {
        Path here = Path.of(subject);
        if (Files.isDirectory(here)) {
            return Optional.of(here);
        }
        return LocalModels.here().findAny(subject).filter(Files::isDirectory);
    }

    private void print(String text, Object content) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                json
                        ? new ObjectMapper()
                                .writerWithDefaultPrettyPrinter()
                                .writeValueAsString(content)
                        : text.stripTrailing());
        out.flush();
    }
}
