package openweights.engine.session;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import openweights.base.Json;
import openweights.base.Terminal;
import openweights.base.TerminalText;
import openweights.engine.bench.GenerationJson;
import openweights.engine.bench.GenerationSpeed;
import openweights.engine.generate.Generation;
import openweights.engine.generate.Generator;
import openweights.engine.generate.Request;
import openweights.engine.generate.Speculation;
import openweights.engine.generate.SpeculativeGenerator;
import openweights.engine.inspect.PromptNotes;
import openweights.engine.math.kernel.KernelSelector;
import openweights.engine.model.Model;
import openweights.engine.token.Tokenizer;

/**
 * Lets a model continue a text.
 *
 * @param folder the model's folder, or its {@code .gguf} file
 * @param out for the text
 * @param err for notes on the prompt, the text, and the speed
 */
public record TextSession(
        Path folder, Model model, Tokenizer tokenizer, PrintWriter out, PrintWriter err) {

    /**
     * Shows the text while it is generated, then how fast that was.
     *
     * @param draft generates with the help of a smaller model, if there is one
     * @param json whether to print one JSON object instead
     */
    public void run(Request request, Optional<SpeculativeGenerator> draft, boolean json) {
        PromptNotes.of(folder, tokenizer, request.prompt()).ifPresent(err::println);
        Consumer<String> show = json ? part -> {} : this::show;
        Optional<Speculation> speculation = draft.map(each -> each.generate(request, show));
        Generation generation =
                speculation
                        .map(Speculation::generation)
                        .orElseGet(() -> new Generator(model, tokenizer).generate(request, show));
        GenerationSpeed speed = GenerationSpeed.of(model, generation);
        if (json) {
            out.println(Json.line(GenerationJson.of(generation, speed)));
            return;
        }
        out.println();
        PromptNotes.ofResult(request.prompt(), generation.text()).ifPresent(err::println);
        err.println(speed);
        speculation.ifPresent(err::println);
        KernelSelector.caution().ifPresent(err::println);
    }

    /** A text from somebody's weights must not move a terminal's cursor. */
    private void show(String part) {
        out.print(Terminal.isThere() ? TerminalText.withoutControls(part) : part);
        out.flush();
    }
}
