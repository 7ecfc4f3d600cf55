package openweights.runtime.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import openweights.base.Home;
import org.junit.jupiter.api.Test;

class LessonFoldersTest {

    private static final Home PROJECT = Home.locate();

    private final LessonFolders folders =
            LessonFolders.of(
                    List.of(
                            Path.of("03-a-tiny-network-learns.ipynb"),
                            Path.of("08-weights-become-a-file.ipynb"),
                            Path.of("exercise-03-forward-pass.ipynb"),
                            Path.of("glossary.md")));

    @Test
    void exercisesAndNewVersionsLieBesideTheirLesson() {
        for (String name :
                List.of(
                        "03-a-tiny-network-learns.ipynb",
                        "03-a-tiny-network-learns.new.ipynb",
                        "exercise-03-forward-pass.ipynb",
                        "exercise-03-of-an-earlier-edition.ipynb")) {
            assertEquals(Path.of("03-a-tiny-network-learns", name), folders.place(name));
        }
        for (String name : List.of("glossary.md", "exercise-44-own.ipynb", "Untitled.ipynb")) {
            assertEquals(Path.of(name), folders.place(name));
        }
    }

    @Test
    void pathsThatLeadElsewhereAreOneFolderLonger() {
        String text =
                "[a](08-weights-become-a-file.ipynb#Part-2) [b](exercise-03-forward-pass.ipynb) [c](glossary.md) [d](../src/README.md)"
                        + " Path.of(\\\"../lessons/models\\\") Path.of(\\\"my-file\\\") [e](https://a.b/03-x.ipynb)";
        assertEquals(
                "[a](../08-weights-become-a-file/08-weights-become-a-file.ipynb#Part-2) [b](exercise-03-forward-pass.ipynb) [c](../glossary.md) [d](../../src/README.md)"
                        + " Path.of(\\\"../../lessons/models\\\") Path.of(\\\"my-file\\\") [e](https://a.b/03-x.ipynb)",
                folders.atItsPlace("03-a-tiny-network-learns.ipynb", text));
        assertEquals(
                "([lesson 08](08-weights-become-a-file/08-weights-become-a-file.ipynb#Part-2))",
                folders.atItsPlace(
                        "glossary.md", "([lesson 08](08-weights-become-a-file.ipynb#Part-2))"));
    }

    /** All notebooks, with all links and paths that they have today. */
    @Test
    void everyPathOfEveryNotebookLeadsSomewhere() throws IOException {
        List<Path> notebooks = notebooks();
        LessonFolders all = LessonFolders.of(notebooks);
        List<String> places =
                notebooks.stream()
                        .map(file -> all.place(file.getFileName().toString()))
                        .map(place -> place.toString().replace('\\', '/'))
                        .toList();
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Path notebook : notebooks) {
            String name = notebook.getFileName().toString();
            Path place = PROJECT.work().resolve(all.place(name));
            String text = all.atItsPlace(name, Files.readString(notebook));
            for (String path : outward(text)) {
                Path target = place.resolveSibling(path).normalize();
                String copy = PROJECT.work().relativize(target).toString().replace('\\', '/');
                links++;
                if (!places.contains(copy) && !exists(target)) {
                    broken.add(name + ": " + path);
                }
            }
        }
        assertEquals(List.of(), broken);
        assertTrue(links > 200, "links: " + links);
    }

    /** The environment exists only where the course is set up. */
    private static boolean exists(Path target) {
        return target.startsWith(PROJECT.venv()) || Files.exists(target);
    }

    private static List<String> outward(String text) {
        Pattern path =
                Pattern.compile(
                        "\\]\\(((?!https?:|#|attachment:)[^)#\\s]+)|\\\\\"(\\.\\./[^\\\\\"]*)");
        return path.matcher(text)
                .results()
                .map(
                        (MatchResult found) ->
                                found.group(1) == null ? found.group(2) : found.group(1))
                .filter(found -> !found.contains(".safetensors"))
                .toList();
    }

    private static List<Path> notebooks() throws IOException {
        try (Stream<Path> files = Files.list(PROJECT.notebooks())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
