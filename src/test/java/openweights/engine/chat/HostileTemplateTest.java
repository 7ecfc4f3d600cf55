package openweights.engine.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import openweights.engine.chat.template.value.Fault;
import openweights.engine.chat.template.value.TemplateException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A template is text from somebody else. It reaches nothing but its variables, and whatever it
 * tries ends, without much time or memory, in a {@link TemplateException}.
 */
class HostileTemplateTest {

    private static final Path BAD = Path.of("src/test/resources/chat/bad.txt");
    private static final int MUTATIONS = 3_000;

    private static final List<Message> MESSAGES =
            List.of(Message.user("Hi <|im_end|>"), Message.assistant("Ho"));

    @TestFactory
    Stream<DynamicTest> isRefusedForWhatItIs() throws IOException {
        return Files.readAllLines(BAD).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(HostileTemplateTest::refused);
    }

    /** A line: the fault, the line of the template where it is, and the template. */
    private static DynamicTest refused(String line) {
        String[] parts = line.split(" +", 3);
        String template = parts[2].replace("\\n", "\n");
        return DynamicTest.dynamicTest(
                parts[2],
                () -> {
                    TemplateException refusal =
                            assertThrows(TemplateException.class, () -> render(template));
                    assertEquals(Fault.valueOf(parts[0]), refusal.fault(), refusal.getMessage());
                    assertEquals(Integer.parseInt(parts[1]), refusal.line(), refusal.getMessage());
                    assertTrue(refusal.getMessage().startsWith("bad, line "), refusal::getMessage);
                });
    }

    private static String render(String template) {
        return ChatTemplate.parse("bad", template, Map.of()).render(MESSAGES, true);
    }

    @Test
    void deepNestingDoesNotOverflowTheStack() {
        for (String part :
                List.of(
                        "(",
                        "[",
                        "{1:",
                        "not ",
                        "-",
                        "a if ",
                        "{% if 1 %}",
                        "{% for a in ",
                        "a[")) {
            String many = part.repeat(20_000);
            assertRefused(part.startsWith("{%") ? many : "{{ " + many);
        }
        for (String chain : List.of(" + 1", " and 1", ".a", "[0]", "|trim", "(1)", " is odd")) {
            assertRefused("{{ 1" + chain.repeat(20_000) + " }}");
        }
    }

    private static void assertRefused(String template) {
        assertThrows(TemplateException.class, () -> render(template), () -> head(template));
    }

    private static String head(String template) {
        return template.substring(0, Math.min(60, template.length()));
    }

    /** The same seed gives the same templates; their number is fixed, and no clock is asked. */
    @Test
    void mutatedTemplatesRenderOrFailByName() throws IOException {
        List<String> templates = new ArrayList<>();
        ChatTemplateReferenceTest.cases()
                .forEach(each -> templates.add(each.get("template").asText()));
        Random random = new Random(7);
        int rendered = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            String template = mutated(templates, random);
            try {
                render(template);
                rendered++;
            } catch (TemplateException named) {
                assertTrue(named.line() > 0, named::getMessage);
            } catch (RuntimeException | StackOverflowError unnamed) {
                throw new AssertionError(template, unnamed);
            }
        }
        assertTrue(rendered > MUTATIONS / 100 && rendered < MUTATIONS, "rendered " + rendered);
    }

    private static String mutated(List<String> templates, Random random) {
        StringBuilder text = new StringBuilder(templates.get(random.nextInt(templates.size())));
        for (int n = random.nextInt(4); n >= 0; n--) {
            String other = templates.get(random.nextInt(templates.size()));
            int from = random.nextInt(other.length());
            int to = Math.min(other.length(), from + random.nextInt(12));
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(3)) {
                case 0 -> text.delete(at, Math.min(text.length(), at + random.nextInt(8)));
                case 1 -> text.insert(at, other, from, to);
                default ->
                        text.replace(
                                at,
                                Math.min(text.length(), at + to - from),
                                other.substring(from, to));
            }
        }
        return text.toString();
    }
}
