package openweights.engine.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import openweights.base.Json;
import openweights.engine.chat.template.value.Fault;
import openweights.engine.chat.template.value.TemplateException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Templates in the style of each family, and each feature of the language, render to what Python's
 * transformers renders, or fail where it fails ({@code src/test/python/make_chat_templates.py}).
 */
class ChatTemplateReferenceTest {

    static final Path CASES = Path.of("src/test/resources/chat/templates.json");

    /** The date that the script gave to transformers. */
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-05T14:07:09Z"), ZoneOffset.UTC);

    static Stream<JsonNode> cases() throws IOException {
        return StreamSupport.stream(Json.read(CASES).spliterator(), false);
    }

    @TestFactory
    Stream<DynamicTest> rendersAsTransformersDoes() throws IOException {
        return cases().map(
                        each ->
                                DynamicTest.dynamicTest(
                                        each.get("name").asText(), () -> check(each)));
    }

    @Test
    void casesAreMany() throws IOException {
        assertTrue(cases().count() > 400);
        assertTrue(cases().filter(each -> each.get("text").isNull()).count() > 70);
    }

    private static void check(JsonNode each) {
        if (each.get("text").isTextual()) {
            assertEquals(each.get("text").asText(), render(each));
            return;
        }
        TemplateException refused = assertThrows(TemplateException.class, () -> render(each));
        assertTrue(refused.line() > 0, refused::getMessage);
        String error = each.get("error").asText();
        if (error.startsWith("TemplateError: ")) { // raised by the template itself
            assertEquals(Fault.RAISED, refused.fault());
            assertEquals(error.substring("TemplateError: ".length()), refused.problem());
        }
    }

    private static String render(JsonNode each) {
        List<Message> messages = new ArrayList<>();
        each.get("messages").forEach(json -> messages.add(Message.of(json)));
        Map<String, Object> variables = new HashMap<>();
        each.get("variables")
                .properties()
                .forEach(entry -> variables.put(entry.getKey(), entry.getValue()));
        boolean asks = each.get("variables").path("add_generation_prompt").asBoolean();
        return ChatTemplate.parse("template", each.get("template").asText(), Map.of())
                .prompt(messages, asks, variables, CLOCK)
                .text();
    }
}
