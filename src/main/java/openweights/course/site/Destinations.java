package openweights.course.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import openweights.course.lesson.GlossaryFile;
import openweights.course.markdown.MarkdownTree;
import openweights.course.site.markup.MarkupException;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/**
 * Resolves links. A link to a notebook leads to its page, and one to a source file to a page that
 * shows the source. Of a link to anything else in the project only the text remains, since readers
 * need not have the project.
 */
final class Destinations {

    /** An absolute URL. */
    private static final String ABSOLUTE = "[a-zA-Z][a-zA-Z0-9+.-]*:.*";

    private static final String SOURCE = ".*\\.(java|json|yaml|md|py|txt)";

    private final Path root;
    private final Map<String, Chapter> chapters;
    private final Map<String, String> sources = new TreeMap<>();

    /**
     * @param root the project's folder
     */
    Destinations(Path root, List<Chapter> chapters) {
        this.root = root;
        this.chapters =
                chapters.stream()
                        .collect(Collectors.toMap(each -> each.slug() + ".ipynb", each -> each));
    }

    /**
     * Rewrites the links and images of a Markdown cell in place.
     *
     * @throws MarkupException if a link is broken
     */
    void rewrite(Chapter from, Node document) throws IOException {
        for (Link link : MarkdownTree.all(document, Link.class)) {
            Optional<String> to = page(from, link.getDestination());
            if (to.isPresent()) {
                link.setDestination(to.get());
            } else {
                MarkdownTree.children(link).forEach(link::insertBefore);
                link.unlink();
            }
        }
        for (Image image : MarkdownTree.all(document, Image.class)) {
            image.setDestination(picture(image.getDestination()));
        }
    }

    private Optional<String> page(Chapter from, String destination) throws IOException {
        if (destination.matches(ABSOLUTE)) {
            if (!destination.matches("(?i)(https?|mailto):.*")) {
                throw broken(destination, "only https, http and mailto are allowed");
            }
            return Optional.of(destination);
        }
        int hash = destination.indexOf('#');
        String path = hash < 0 ? destination : destination.substring(0, hash);
        String anchor = hash < 0 ? "" : destination.substring(hash + 1);
        if (path.isEmpty()) {
            return Optional.of(anchor(from, anchor, destination));
        }
        if (path.endsWith(".ipynb")) {
            Chapter to = chapters.get(path);
            if (to == null) {
                throw broken(destination, "the course has no notebook with this name");
            }
            return Optional.of(to.page() + (hash < 0 ? "" : anchor(to, anchor, destination)));
        }
        return sourcePage(destination, path);
    }

    private static String anchor(Chapter to, String anchor, String destination) {
        String id = to.outline().anchors().get(anchor);
        if (id == null) {
            throw broken(destination, "there is no such heading");
        }
        return "#" + id;
    }

    private Optional<String> sourcePage(String destination, String path) throws IOException {
        Path file = file(destination, path);
        if (!Files.isRegularFile(file) || !path.matches(SOURCE)) {
            return Optional.empty();
        }
        String name = root.relativize(file).toString().replace('\\', '/');
        if (name.equals("notebooks/" + GlossaryFile.NAME)) {
            return Optional.of(GlossaryPage.NAME);
        }
        String page = name.replaceFirst("^src/(main|test)/java/", "").replace('/', '-') + ".html";
        sources.putIfAbsent(page, SourcePage.html(name, Files.readString(file)));
        return Optional.of(page);
    }

    private String picture(String destination) throws IOException {
        if (destination.matches(ABSOLUTE)) {
            return destination;
        }
        Path file = file(destination, destination);
        String kind = file.toString().replaceFirst(".*\\.", "");
        String type = Map.of("svg", "svg+xml", "jpg", "jpeg").getOrDefault(kind, kind);
        byte[] bytes = Files.readAllBytes(file);
        return "data:image/" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    /** Resolves a path relative to the folder of the notebooks. */
    private Path file(String destination, String path) {
        Path file = root.resolve("notebooks").resolve(path).normalize();
        if (!file.startsWith(root) || !Files.exists(file)) {
            throw broken(destination, "the project has no such file");
        }
        return file;
    }

    private static MarkupException broken(String destination, String reason) {
        return new MarkupException("a broken link to \"" + destination + "\": " + reason + ".");
    }

    /** The pages of all linked source files, by file name. */
    Map<String, String> sourcePages() {
        return new LinkedHashMap<>(sources);
    }
}
