package openweights.engine.generate;

import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import openweights.engine.generate.Generation.End;
import openweights.engine.token.StreamingDecoder;
import org.jspecify.annotations.Nullable;

/** The text so far, as tokens and as characters, and whether another token may follow. */
final class GenerationBuffer {

    private final int promptLength;
    private final int maxTokens;
    private final BooleanSupplier stopped;
    private final StreamingDecoder decoder;
    private final StopStrings stops;
    private final Consumer<String> show;
    private final StringBuilder text = new StringBuilder();
    private final Tokens tokens;
    private @Nullable End end;

    GenerationBuffer(Continuation request, StreamingDecoder decoder, Consumer<String> show) {
        this.promptLength = request.tokens().length;
        this.maxTokens = request.maxTokens();
        this.stopped = request.stopped();
        this.decoder = decoder;
        this.stops = new StopStrings(request.stops());
        this.show = show;
        this.tokens = Tokens.of(request.tokens());
        this.end = maxTokens == 0 ? End.LENGTH : null;
    }

    /** Whether another token may follow. An interrupt of the thread ends the text, too. */
    boolean isOpen() {
        boolean ends = Thread.currentThread().isInterrupted() || stopped.getAsBoolean();
        if (end == null && ends) {
            close(End.INTERRUPTED);
        }
        return end == null;
    }

    /** The tokens so far, the prompt included. */
    Tokens tokens() {
        return tokens;
    }

    void add(int id) {
        tokens.add(id);
        emit(stops.put(decoder.put(id)));
        if (stops.found()) {
            close(End.STOP_STRING);
        } else if (tokens.length() - promptLength == maxTokens) {
            close(End.LENGTH);
        }
    }

    void close(End reason) {
        end = reason;
    }

    Generation finish(double promptSeconds, double seconds) {
        if (end != End.STOP_STRING) {
            emit(stops.put(decoder.finish()));
            end = stops.found() ? End.STOP_STRING : end;
            emit(stops.finish());
        }
        return new Generation(
                tokens.toArray(0, promptLength),
                tokens.toArray(promptLength, tokens.length()),
                text.toString(),
                Objects.requireNonNull(end, "the text goes on"),
                promptSeconds,
                seconds);
    }

    private void emit(String part) {
        if (!part.isEmpty()) {
            text.append(part);
            show.accept(part);
        }
    }
}
