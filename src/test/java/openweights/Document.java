package openweights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import openweights.base.Home;
import openweights.course.markdown.MarkdownTree;
import org.commonmark.node.Node;

/**
 * A Markdown document of the repository.
 *
 * @param path relative to the project's folder, with slashes
 * @param file where it is
 * @param tree its Markdown
 */
public record Document(String path, Path file, Node tree) {

    private static final Path ROOT = Home.locate().root();

    /** What people read about the project: the README, the guides, and .github. */
    public static List<Document> guides() throws IOException {
        try (Stream<Path> github = Files.list(ROOT.resolve(".github"))) {
            return Stream.concat(
                            Stream.of("README.md", "src/README.md", "lessons/INSTRUCTORS.md")
                                    .map(ROOT::resolve),
                            github.filter(file -> file.toString().endsWith(".md")).sorted())
                    .map(Document::read)
                    .toList();
        }
    }

    /** The guides, the lessons, the exercises, and the documents of released models. */
    public static List<Document> all() throws IOException {
        try (Stream<Path> lessons = Files.walk(ROOT.resolve("lessons"));
                Stream<Path> exercises = Files.walk(ROOT.resolve("exercises"))) {
            Stream<Document> more =
                    Stream.concat(lessons, exercises)
                            .filter(file -> file.toString().endsWith(".md"))
                            .filter(file -> !file.endsWith("INSTRUCTORS.md"))
                            .sorted()
                            .map(Document::read);
            return Stream.concat(guides().stream(), more).toList();
        }
    }

    private static Document read(Path file) {
        try {
            String path = ROOT.relativize(file).toString().replace('\\', '/');
            return new Document(path, file, MarkdownTree.parse(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it also names what is no longer there. */
    public boolean isHistory() {
        return path.endsWith("CHANGELOG.md");
    }

    /** Such as {@code README.md:12}. */
    public String place(Node node) {
        return path + ":" + MarkdownTree.line(node);
    }
}
