package openweights.openness.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openweights.base.UserException;
import openweights.openness.component.Component;
import openweights.openness.component.Part;
import openweights.openness.component.Presence;
import openweights.openness.component.Release;
import openweights.openness.folder.Declaration.Item;
import openweights.openness.folder.Declaration.Scope;
import openweights.openness.license.License;
import openweights.openness.license.LicenseTerms;
import openweights.openness.license.Licenses;
import openweights.openness.license.Recognition;

/**
 * A folder in the layout of the Hugging Face hub, read as a release.
 *
 * <p>A component is present if the release's {@code mof.yml} names a path that exists and is not
 * empty, or if a file has a usual name for it. What {@code mof.yml} names but does not exist is a
 * finding. Only what the folder contains or points to counts; a project may have published more
 * elsewhere.
 */
public final class ReleaseFolder {

    private static final long MAX_TEXT_BYTES = 4 << 20;

    private final Path folder;
    private final List<String> files;
    private final List<String> findings = new ArrayList<>();
    private final boolean complete;
    private final ModelCard card;
    private final Optional<Declaration> declaration;
    private final LicenseFiles licenses;
    private final LicenseTerms common;

    private ReleaseFolder(Path folder) throws IOException {
        this.folder = folder;
        FileTree.Listing listing = FileTree.look(folder);
        this.files = listing.files();
        this.complete = listing.unreadable().isEmpty();
        listing.unreadable()
                .forEach(
                        path ->
                                findings.add(
                                        path
                                                + ": may not be read, so what it contains is not known here."));
        this.card = card();
        findings.addAll(card.problems());
        this.declaration = declaration();
        this.licenses = new LicenseFiles(folder);
        this.common = licenses.ofAll(files, card, findings);
        findings.addAll(FurtherTerms.in(card, files, common));
    }

    /**
     * Reads a folder.
     *
     * @throws NotDirectoryException if it is not a folder
     * @throws java.nio.file.AccessDeniedException if it may not be read
     */
    public static Release read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        return new ReleaseFolder(folder).release();
    }

    private Release release() throws IOException {
        Map<Component, Part> parts = new EnumMap<>(Component.class);
        for (Component component : Component.values()) {
            parts.put(component, part(component));
        }
        findings.addAll(Manifest.check(folder, files));
        String name = folder.toAbsolutePath().normalize().getFileName().toString();
        return new Release(name, folder.toString(), parts, findings, true);
    }

    private Part part(Component component) {
        Optional<Item> item = declaration.flatMap(d -> d.item(component));
        if (item.isPresent()) {
            return declared(component, item.get());
        }
        List<String> found = Convention.files(component, files);
        if (component == Component.METADATA && card.described()) {
            found = List.of("the metadata of README.md");
        }
        return found.isEmpty() ? absent(component) : there(component, summary(found));
    }

    private Part declared(Component component, Item item) {
        String path = item.componentPath();
        if (path == null || path.isBlank()) {
            findings.add(Declaration.FILE + ": \"" + component + "\" has no component_path.");
            return absent(component);
        }
        if (!hasContent(folder.resolve(path).normalize())) {
            Path whole = folder.toAbsolutePath().normalize();
            boolean outside = !whole.resolve(path).normalize().startsWith(whole);
            findings.add(
                    "%s: \"%s\" should be at %s, but nothing is there.%s"
                            .formatted(
                                    Declaration.FILE,
                                    component,
                                    path,
                                    outside
                                            ? " That path leads outside the folder; was the folder moved?"
                                            : ""));
            return outside ? elsewhere(component, path) : absent(component);
        }
        return there(component, path);
    }

    private Part there(Component component, String evidence) {
        return new Part(component, Presence.YES, terms(component), evidence);
    }

    /** What may still exist where the folder came from, which the folder alone cannot tell. */
    private static Part elsewhere(Component component, String path) {
        return new Part(
                component, Presence.UNKNOWN, LicenseTerms.none(), "outside the folder, at " + path);
    }

    /** A missing component, which another file may at least mention. */
    private Part absent(Component component) {
        if (component == Component.DATASETS && !card.datasets().isEmpty()) {
            String names = String.join(", ", card.datasets());
            return new Part(
                    component,
                    Presence.PARTIAL,
                    LicenseTerms.none(),
                    "the model card names " + names);
        }
        if (component == Component.ARCHITECTURE && files.contains("config.json")) {
            return new Part(
                    component,
                    Presence.PARTIAL,
                    terms(component),
                    "config.json names it; no code in the folder");
        }
        return complete
                ? new Part(component, Presence.NO, LicenseTerms.none(), "not in the folder")
                : new Part(
                        component,
                        Presence.UNKNOWN,
                        LicenseTerms.none(),
                        "not in what may be read of the folder");
    }

    private LicenseTerms terms(Component component) {
        Optional<Scope> scope = declaration.flatMap(d -> d.license(component));
        return scope.isEmpty() ? common : declaredTerms(component, scope.get());
    }

    private LicenseTerms declaredTerms(Component component, Scope scope) {
        String stated = Declaration.FILE + " says " + scope.name();
        Optional<License> named =
                Optional.ofNullable(scope.name()).flatMap(Licenses.known()::named);
        if (named.isEmpty()) {
            findings.add(stated + " of \"" + component + "\"; that license is not known here.");
            return LicenseTerms.unknown(stated);
        }
        if (scope.path() != null) {
            Recognition text = licenses.text(scope.path());
            if (!text.license().equals(named)) {
                String but = stated + ", but " + scope.path() + ": " + text.how();
                findings.add("License of \"" + component + "\": " + but + ".");
                return LicenseTerms.unknown(but);
            }
            stated += "; " + scope.path() + ": " + text.how();
        }
        return component == Component.PARAMETERS
                ? checked(named, stated)
                : new LicenseTerms(named, stated);
    }

    /** The model card's license is that of the weights; mof.yml must not contradict it. */
    private LicenseTerms checked(Optional<License> named, String stated) {
        if (common.license().isEmpty() || common.license().equals(named)) {
            return new LicenseTerms(named, stated);
        }
        String both = stated + ", but " + common.evidence();
        findings.add("Two licenses of the weights contradict each other: " + both + ".");
        return LicenseTerms.unknown(both);
    }

    private ModelCard card() throws IOException {
        List<String> found = Convention.files(Component.MODEL_CARD, files);
        return found.isEmpty()
                ? ModelCard.missing()
                : ModelCard.read(found.get(0), text(found.get(0)));
    }

    private Optional<Declaration> declaration() {
        if (!files.contains(Declaration.FILE)) {
            return Optional.empty();
        }
        try {
            Declaration read = Declaration.read(text(Declaration.FILE));
            for (Item item : read.items()) {
                if (item.name() == null || Component.titled(item.name()).isEmpty()) {
                    findings.add(
                            Declaration.FILE
                                    + ": \""
                                    + item.name()
                                    + "\" is not a known component.");
                }
            }
            return Optional.of(read);
        } catch (UserException | IOException e) {
            findings.add(
                    Declaration.FILE + ": is damaged and was ignored (" + e.getMessage() + ").");
            return Optional.empty();
        }
    }

    private String text(String file) throws IOException {
        Path path = folder.resolve(file);
        if (Files.size(path) > MAX_TEXT_BYTES) {
            throw new IOException(
                    path + ": " + Files.size(path) + " bytes is too long for a text.");
        }
        return TextBytes.decode(Files.readAllBytes(path));
    }

    private static boolean hasContent(Path path) {
        try {
            return Files.isDirectory(path)
                    ? !FileTree.list(path).isEmpty()
                    : Files.isRegularFile(path) && Files.size(path) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String summary(List<String> found) {
        return found.size() <= 2
                ? String.join(", ", found)
                : found.get(0) + " and " + (found.size() - 1) + " more";
    }
}
