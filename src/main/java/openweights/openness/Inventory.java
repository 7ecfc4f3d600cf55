package openweights.openness;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openweights.openness.folder.FileTree;
import openweights.openness.folder.LicenseFiles;
import openweights.openness.folder.ReleaseFolder;
import openweights.openness.license.Content;
import openweights.openness.license.LicenseTerms;
import openweights.openness.license.Licenses;
import openweights.openness.license.Recognition;

/**
 * What a whole project releases: its files with their licenses by {@code LICENSES.yaml}, and the
 * models that lie in it.
 *
 * @param findings files without a license, licenses that are not what they claim to be
 */
public record Inventory(List<Holding> holdings, List<Audit> models, List<String> findings) {

    /** The file that makes a folder a project. */
    public static final String FILE = "LICENSES.yaml";

    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .build();

    /**
     * Files under one license.
     *
     * @param count how many files there are
     */
    public record Holding(
            String name, Content content, List<String> files, int count, LicenseTerms terms) {}

    private record Plan(List<String> made, String releases, List<Share> parts) {}

    private record Share(
            String name, Content content, String license, String text, List<String> files) {

        /** The longest name of this share that a file lies under; 0 if none. */
        int reach(String file) {
            return files.stream()
                    .filter(name -> under(file, name))
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
        }
    }

    /**
     * @throws IOException if LICENSES.yaml is missing or damaged
     */
    public static Inventory of(Path project) throws IOException {
        Plan plan = YAML.readValue(project.resolve(FILE).toFile(), Plan.class);
        List<String> findings = new ArrayList<>();
        List<String> files =
                FileTree.all(project).stream()
                        .filter(file -> plan.made().stream().noneMatch(made -> under(file, made)))
                        .filter(file -> !under(file, plan.releases()))
                        .toList();
        List<Holding> holdings = new ArrayList<>();
        for (Share share : plan.parts()) {
            long count =
                    files.stream().filter(f -> owner(plan, f).equals(Optional.of(share))).count();
            LicenseTerms terms = terms(project, share, findings);
            holdings.add(
                    new Holding(share.name(), share.content(), share.files(), (int) count, terms));
        }
        files.stream()
                .filter(file -> owner(plan, file).isEmpty())
                .map(file -> file + ": " + FILE + " names no license for it.")
                .forEach(findings::add);
        return new Inventory(holdings, models(project.resolve(plan.releases())), findings);
    }

    /** True if nothing is left open, here or in a model. */
    public boolean clear() {
        return findings.isEmpty() && models.stream().allMatch(Audit::clear);
    }

    private static Optional<Share> owner(Plan plan, String file) {
        return plan.parts().stream()
                .filter(share -> share.reach(file) > 0)
                .max(Comparator.comparingInt(share -> share.reach(file)));
    }

    private static LicenseTerms terms(Path project, Share share, List<String> findings) {
        Recognition text = LicenseFiles.text(project, share.text());
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
