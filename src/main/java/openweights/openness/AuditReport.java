package openweights.openness;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import openweights.base.Json;
import openweights.base.UserException;
import openweights.engine.hub.LocalModels;
import openweights.openness.catalogue.Catalogue;
import openweights.openness.catalogue.Entry;
import openweights.openness.folder.ReleaseFolder;

/**
 * An audit of whatever a name stands for: a release's folder, a model of the course, a model in the
 * catalogue, or a project with {@code LICENSES.yaml}.
 *
 * @param text for people
 * @param json for programs
 * @param clear false if there are findings
 */
public record AuditReport(String text, String json, boolean clear) {

    /**
     * Audits what the name stands for; a folder comes before a model of the same name.
     *
     * @throws UserException if there is no such folder or model
     */
    public static AuditReport of(String name) throws IOException {
        Optional<Path> folder = folder(name);
        if (folder.isEmpty()) {
            return of(entry(name));
        }
        return Files.exists(folder.get().resolve(Inventory.FILE))
                ? of(Inventory.of(folder.get()))
                : of(Audit.of(ReleaseFolder.read(folder.get())));
    }

    /** The audit of a release: what it is, its class of the MOF, and the findings, line by line. */
    public static AuditReport brief(Path release) throws IOException {
        Audit audit = Audit.of(ReleaseFolder.read(release));
        return new AuditReport(
                AuditText.brief(release, audit),
                Json.pretty(AuditJson.of(audit, null)),
                audit.clear());
    }

    private static AuditReport of(Entry entry) {
        Audit audit = Audit.of(entry);
        return new AuditReport(
                AuditText.of(audit, entry), Json.pretty(AuditJson.of(audit, entry)), audit.clear());
    }

    private static AuditReport of(Inventory inventory) {
        return new AuditReport(
                AuditText.of(inventory), Json.pretty(AuditJson.of(inventory)), inventory.clear());
    }

    private static AuditReport of(Audit audit) {
        return new AuditReport(
                AuditText.of(audit), Json.pretty(AuditJson.of(audit, null)), audit.clear());
    }

    private static Optional<Path> folder(String name) {
        Path here = Path.of(name);
        if (Files.isDirectory(here)) {
            return Optional.of(here);
        }
        return LocalModels.here().findAny(name).filter(Files::isDirectory);
    }

    private static Entry entry(String name) {
        if (Files.exists(Path.of(name))) {
            throw new UserException(name + ": is a file. Name the folder of its release.");
        }
        if (name.contains("/") || name.contains(File.separator)) {
            throw new UserException(name + ": no such folder. Check the path.");
        }
        return Catalogue.read().entry(name);
    }
}
