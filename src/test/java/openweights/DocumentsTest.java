package openweights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openweights.base.Home;
import openweights.course.markdown.MarkdownTree;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.junit.jupiter.api.Test;

/** The README and the guides name files, headings, packages, and classes that exist. */
class DocumentsTest {

    private static final Path ROOT = Home.locate().root();
    private static final Path PACKAGES = ROOT.resolve("src/main/java/openweights");
    private static final Path RESOURCES = ROOT.resolve("src/main/resources/openweights");
    private static final int README_BYTES = 9 * 1024;
    private static final int PICTURE_BYTES = 150 * 1024;

    /** Classes of others that the guides name. */
    private static final Set<String> FOREIGN =
            Set.of("Path", "PrintStream", "INDArray", "ServiceLoader");

    @Test
    void linksLeadSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Document document : Document.guides()) {
            for (Link link : MarkdownTree.all(document.tree(), Link.class)) {
                check(document, link, link.getDestination(), broken);
            }
            for (Image image : MarkdownTree.all(document.tree(), Image.class)) {
                check(document, image, image.getDestination(), broken);
                assertTrue(
                        !MarkdownTree.words(image).isEmpty(), document.place(image) + ": no alt");
                assertTrue(
                        Files.size(beside(document, image.getDestination())) <= PICTURE_BYTES,
                        image.getDestination());
            }
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void namesOfTheSourceExist() throws IOException {
        Set<String> classes = classes();
        List<String> missing = new ArrayList<>();
        for (Document document : Document.guides()) {
            if (document.isHistory()) {
                continue;
            }
            for (Code code : MarkdownTree.all(document.tree(), Code.class)) {
                if (!exists(code.getLiteral(), classes)) {
                    missing.add(document.place(code) + ": " + code.getLiteral());
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void theReadmeIsShort() throws IOException {
        long bytes = Files.size(ROOT.resolve("README.md"));
        assertTrue(bytes <= README_BYTES, bytes + " bytes; move something to another document");
    }

    /** Whether a name is there, or is no name of the source at all. */
    private static boolean exists(String name, Set<String> classes) {
        if (name.matches("[A-Z][a-z]\\w*[a-z]|[A-Z][a-z]+IT")) {
            return classes.contains(name) || FOREIGN.contains(name);
        }
        String inside = name.replaceFirst("^openweights\\.", "");
        if (inside.matches("[a-z]+(\\.[a-z]+)*\\.[A-Z]\\w+") || isTopPackage(inside)) {
            Path place = PACKAGES.resolve(inside.replace('.', '/'));
            return Files.isDirectory(place) || Files.exists(Path.of(place + ".java"));
        }
        if (name.matches("(src|lessons|exercises|notebooks|\\.ci|\\.github)/[\\w./-]*[a-z/]")) {
            return name.matches(".*(NN|NAME).*") || Files.exists(ROOT.resolve(name));
        }
        if (name.matches("resources/[\\w./-]+")) {
            return Files.exists(RESOURCES.resolve(name.substring("resources/".length())));
        }
        return true;
    }

    private static boolean isTopPackage(String name) {
        return name.matches("[a-z]+(\\.[a-z]+)+")
                && !name.matches(".*\\.(md|txt|yaml|json|yml|xml|py|csv|java|cmd|jsonl|npy|css)")
                && Files.isDirectory(PACKAGES.resolve(name.split("\\.")[0]));
    }

    private static void check(Document document, Node node, String target, List<String> broken)
            throws IOException {
        if (target.contains("://")) {
            return;
        }
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty() ? document.file() : beside(document, parts[0]);
        boolean found =
                Files.exists(file) && (parts.length == 1 || headings(file).contains(parts[1]));
        if (!found) {
            broken.add(document.place(node) + ": " + target);
        }
    }

    private static Path beside(Document document, String target) {
        return document.file().resolveSibling(target).normalize();
    }

    /** As GitHub makes anchors of headings. */
    private static Set<String> headings(Path file) throws IOException {
        return MarkdownTree.all(MarkdownTree.parse(Files.readString(file)), Heading.class).stream()
                .map(MarkdownTree::words)
                .map(words -> words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", ""))
                .map(words -> words.replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static Set<String> classes() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("src"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
