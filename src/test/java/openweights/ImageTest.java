package openweights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The image's two descriptions, and the script that builds it without a container engine. */
class ImageTest {

    private static final Path CONTAINERFILE = Path.of(".devcontainer/Containerfile");

    private static List<String> steps(Path file) throws IOException {
        return Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList();
    }

    @Test
    void binderBuildsTheSame() throws IOException {
        assertEquals(steps(CONTAINERFILE), steps(Path.of(".binder/Dockerfile")));
    }

    @Test
    void oneScriptHoldsTheSteps() throws IOException {
        List<String> run =
                steps(CONTAINERFILE).stream().filter(line -> line.startsWith("RUN ")).toList();
        assertEquals(List.of("RUN /tmp/build.sh system", "RUN /tmp/build.sh course"), run);
        String without = Files.readString(Path.of(".ci/image"));
        assertTrue(without.contains(".devcontainer/build.sh course"), without);
        assertTrue(without.contains("tidy_system"), without);
    }

    @Test
    void nothingRunsAsRootAndTheBaseIsPinned() throws IOException {
        List<String> steps = steps(CONTAINERFILE);
        assertTrue(steps.get(0).matches("FROM \\S+:\\S*\\d{8}\\S*"), steps.get(0));
        List<String> users = steps.stream().filter(line -> line.startsWith("USER ")).toList();
        assertEquals(List.of("USER student"), users);
    }

    /** A context with solutions would leave them in a layer, whatever is deleted later. */
    @Test
    void solutionsStayOutside() throws IOException {
        List<String> outside = Files.readAllLines(Path.of(".dockerignore"));
        assertTrue(outside.containsAll(List.of("exercises", ".git", "grading")), "" + outside);
    }
}
