package openweights.cli.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import openweights.cli.Main;
import openweights.stories.corpus.Stories;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CorpusCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int course(String... arguments) {
        CommandLine course = Main.commandLine();
        course.setOut(new PrintWriter(out));
        course.setErr(new PrintWriter(err));
        return course.execute(arguments);
    }

    @Test
    void showsStoriesAndCountsThem() {
        assertEquals(0, course("corpus", "--seed", "7", "--show", "2", "--stories", "500"));
        Stories corpus = new Stories(7);
        assertTrue(out.toString().startsWith(corpus.train(0) + System.lineSeparator()));
        assertTrue(out.toString().contains(corpus.train(1)));
        assertTrue(out.toString().contains("500 training stories"), out.toString());
    }

    @Test
    void printsTheFactsAsJson() throws IOException {
        assertEquals(0, course("corpus", "--stories", "500", "--json"));
        JsonNode facts = new ObjectMapper().readTree(out.toString());
        assertEquals(500, facts.get("stories").asInt());
        int asked = 0;
        for (JsonNode count : facts.get("questions")) {
            asked += count.asInt();
        }
        assertEquals(500, asked);
        assertTrue(facts.get("words").get("most").asInt() < 128, "a story fits into the context");
    }

    @Test
    void refusesTooFewStories() {
        assertEquals(2, course("corpus", "--stories", "1"));
        assertTrue(
                err.toString().startsWith("--stories=1 --show=5: count at least 2 stories"),
                err.toString());
    }
}
