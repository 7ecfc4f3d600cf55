package openweights.engine.chat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import openweights.Requirement;
import openweights.base.Home;
import openweights.engine.chat.template.value.TemplateException;
import openweights.engine.generate.Generation;
import openweights.engine.generate.Generator;
import openweights.engine.generate.Request;
import openweights.engine.generate.SamplerSettings;
import openweights.engine.model.Model;
import openweights.engine.model.config.ModelException;
import openweights.engine.token.Tokenizer;
import org.junit.jupiter.api.Test;

class ChatTest {

    private static final Path STORIES = Path.of("src/test/resources/models/stories260K");

    private static final String TEMPLATE =
            """
            {%- for m in messages %}{{ m.role ~ ': ' ~ m.content ~ ' . ' }}{% endfor %}
            {%- if add_generation_prompt %}{{ start | default('Once') }}{% endif %}""";

    private final Model model = Model.open(STORIES);
    private final Tokenizer tokenizer = Tokenizer.open(STORIES);
    private final Chat chat = chat(Map.of());

    private Chat chat(Map<String, String> specialTokens) {
        return new Chat(model, tokenizer, ChatTemplate.parse("test", TEMPLATE, specialTokens))
                .sampling(SamplerSettings.GREEDY)
                .maxTokens(20);
    }

    @Test
    void anAnswerContinuesTheWholeConversation() {
        Answer first = chat.say("A cat");
        assertEquals("user: A cat . Once", chat.prompt());
        Answer second = chat.say("And a dog");
        assertEquals(
                "user: A cat . assistant: " + first.text() + " . user: And a dog . Once",
                chat.prompt());
        assertEquals(
                List.of(
                        "user: A cat",
                        "assistant: " + first,
                        "user: And a dog",
                        "assistant: " + second),
                chat.messages().stream().map(Message::toString).toList());
    }

    /** What was read for earlier answers is not read again, and gives the same tokens. */
    @Test
    void anAnswerIsTheSameWithoutWhatWasKept() {
        for (String text : List.of("A cat", "And a dog", "The end")) {
            Answer answer = chat.say(text);
            int[] prompt = tokenizer.encode(chat.prompt(), false);
            assertArrayEquals(prompt, answer.generation().prompt());
            Generation anew =
                    new Generator(model, tokenizer)
                            .generate(Request.greedy(tokenizer.decode(prompt), 20), part -> {});
            assertArrayEquals(anew.ids(), answer.generation().ids(), text);
        }
    }

    @Test
    void theTokenThatTheFilesNameEndsAnAnswer() {
        Answer free = chat.say("A cat");
        int end = free.generation().ids()[5];
        Answer ended = chat(Map.of("eos_token", tokenizer.tokenOf(end).orElseThrow())).say("A cat");
        assertTrue(ended.complete());
        assertTrue(ended.generation().ids().length <= 5);
    }

    @Test
    void aSystemMessageStaysWhenAChatBeginsAnew() {
        chat.system("Be brief");
        chat.say("A cat");
        assertTrue(chat.prompt().startsWith("system: Be brief . user: A cat"));
        chat.reset();
        assertEquals(1, chat.messages().size());
        chat.say("A dog");
        assertEquals("system: Be brief . user: A dog . Once", chat.prompt());
    }

    @Test
    void theTemplateIsToldVariables() {
        chat.variables(Map.of("start", "There was")).say("A cat");
        assertTrue(chat.prompt().endsWith(" . There was"));
    }

    @Test
    void aMessageThatDoesNotFitChangesNothing() {
        Answer first = chat.say("A cat");
        ModelException refusal =
                assertThrows(ModelException.class, () -> chat.say("cat ".repeat(600)));
        assertTrue(
                refusal.getMessage().contains("the model's context is 512"), refusal.getMessage());
        assertEquals(2, chat.messages().size());
        chat.say("A dog");
        assertTrue(chat.prompt().contains(first.text()));
    }

    @Test
    void aTemplateThatRefusesAMessageChangesNothing() {
        String strict = "{% if messages|length > 2 %}{{ raise_exception('enough') }}{% endif %}x";
        Chat shy =
                new Chat(model, tokenizer, ChatTemplate.parse("test", strict, Map.of()))
                        .maxTokens(3);
        shy.say("one");
        assertThrows(TemplateException.class, () -> shy.say("two"));
        assertEquals(2, shy.messages().size());
    }

    @Test
    void aTemplateThatRendersNothingIsNamed() {
        Chat mute = new Chat(model, tokenizer, ChatTemplate.parse("test", "{# #}", Map.of()));
        assertTrue(
                assertThrows(ModelException.class, () -> mute.say("one"))
                        .getMessage()
                        .contains("an empty text"));
        assertEquals(List.of(), mute.messages());
    }

    @Test
    void aStoppedAnswerStays() {
        StringBuilder shown = new StringBuilder();
        Answer answer =
                chat.say(
                        "A cat",
                        (text, thinking) -> {
                            shown.append(text);
                            chat.stop();
                        });
        assertEquals(Generation.End.INTERRUPTED, answer.generation().end());
        assertTrue(answer.generation().ids().length < 20);
        assertEquals(answer.text(), chat.messages().get(1).content());
        assertEquals(20, chat.say("A dog").generation().ids().length);
    }

    @Test
    void anAnswerEndsWhereTheContextIsFull() {
        Answer answer = chat.maxTokens(2000).say("cat ".repeat(100));
        assertEquals(Generation.End.CONTEXT, answer.generation().end());
        assertThrows(ModelException.class, () -> chat.say("more"));
    }

    @Test
    void aRealModelAnswers() {
        Path path = Home.locate().state().resolve("models/smollm2");
        Requirement.MODEL.check(Files.exists(path), "SmolLM2 is missing; ./course lab fetches it.");
        Chat real = Chat.open(path).sampling(SamplerSettings.GREEDY).maxTokens(40);
        assertEquals(
                "The capital of France is Paris.",
                real.say("What is the capital of France?").text());
        Answer second = real.say("And of Italy?");
        assertEquals("The capital of Italy is Rome.", second.text());
        assertTrue(second.complete());
        assertTrue(real.prompt().endsWith("<|im_end|>\n<|im_start|>assistant\n"), real.prompt());
    }
}
