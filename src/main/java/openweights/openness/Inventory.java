package openweights.openness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openweights.base.Json;
import openweights.base.JsonException;
import openweights.openness.folder.FileTree;
import openweights.openness.folder.LicenseFiles;
import openweights.openness.folder.ReleaseFolder;
import openweights.openness.license.Content;
import openweights.openness.license.LicenseTerms;
import openweights.openness.license.Licenses;
import openweights.openness.license.Recognition;

/**
 * What a whole project releases: its files with their licenses from {@code LICENSES.yaml}, and its
 * models.
 *
 * @param findings files without a license, and license texts that are not what they claim to be
 */
public record Inventory(List<Holding> holdings, List<Audit> models, List<String> findings) {

    /** The file that marks a folder as a project. */
    public static final String FILE = "LICENSES.yaml";

    /**
     * Files under one license.
     *
     * @param count how many files there are
     */
    public record Holding(
            String name, Content content, List<String> files, int count, LicenseTerms terms) {}

    /**
     * The contents of LICENSES.yaml.
     *
     * @param made generated paths, which are not released
     * @param releases the folder of the models
     */
    private record Declared(List<String> made, String releases, List<Share> parts) {}

    private record Share(
            String name, Content content, String license, String text, List<String> files) {

        /** The length of the longest of its paths that contains a file; 0 if none does. */
        int match(String file) {
            return files.stream()
                    .filter(name -> under(file, name))
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
        }
    }

    /**
     * Reads a project's folder.
     *
     * @throws IOException if LICENSES.yaml cannot be read
     * @throws JsonException if it is damaged
     */
    public static Inventory of(Path project) throws IOException {
        Path file = project.resolve(FILE);
        Declared declared = Json.readYaml(file.toString(), Files.readString(file), Declared.class);
        List<String> findings = new ArrayList<>();
        List<String> files =
                FileTree.all(project).stream()
                        .filter(
                                path ->
                                        declared.made().stream()
                                                .noneMatch(made -> under(path, made)))
                        .filter(path -> !under(path, declared.releases()))
                        .toList();
        LicenseFiles texts = new LicenseFiles(project);
        List<Holding> holdings = new ArrayList<>();
        for (Share share : declared.parts()) {
            long count =
                    files.stream()
                            .filter(f -> owner(declared, f).equals(Optional.of(share)))
                            .count();
            LicenseTerms terms = terms(texts, share, findings);
            holdings.add(
                    new Holding(share.name(), share.content(), share.files(), (int) count, terms));
        }
        files.stream()
                .filter(path -> owner(declared, path).isEmpty())
                .map(path -> path + ": " + FILE + " names no license for it.")
                .forEach(findings::add);
        return new Inventory(holdings, models(project.resolve(declared.releases())), findings);
    }

    /** True if there are no findings, here or in a model. */
    public boolean clear() {
        return findings.isEmpty() && models.stream().allMatch(Audit::clear);
    }

    private static Optional<Share> owner(Declared declared, String file) {
        return declared.parts().stream()
                .filter(share -> share.match(file) > 0)
                .max(Comparator.comparingInt(share -> share.match(file)));
    }

    private static LicenseTerms terms(LicenseFiles texts, Share share, List<String> findings) {
        Recognition text = texts.text(share.text());
        String evidence = share.text() + ": " + text.how();
        if (text.license().isEmpty()
                || !text.license().equals(Licenses.known().named(share.license()))) {
            findings.add(
                    share.name()
                            + ": "
                            + FILE
                            + " says "
                            + share.license()
                            + ", but "
                            + evidence
                            + ".");
            return LicenseTerms.unknown(evidence);
        }
        return new LicenseTerms(text.license(), evidence);
    }

    private static List<Audit> models(Path folder) throws IOException {
        List<Audit> audits = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> inside = Files.list(folder)) {
                for (Path model : inside.filter(Files::isDirectory).sorted().toList()) {
                    audits.add(Audit.of(ReleaseFolder.read(model)));
                }
            }
        }
        return audits;
    }

    private static boolean under(String file, String name) {
        return file.equals(name) || file.startsWith(name + "/");
    }
}
