package openweights.engine.generate;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import openweights.engine.generate.Generation.End;
import openweights.engine.token.StreamingDecoder;
import org.jspecify.annotations.Nullable;

/** The text so far, as tokens and as characters, and whether it goes on. */
final class GenerationBuffer {

    private final int promptLength;
    private final int mostTokens;
    private final StreamingDecoder decoder;
    private final StopStrings stops;
    private final Consumer<String> show;
    private final StringBuilder text = new StringBuilder();
    private int[] tokens;
    private int length;
    private @Nullable End end;

    GenerationBuffer(
            int[] prompt, Request request, StreamingDecoder decoder, Consumer<String> show) {
        this.promptLength = prompt.length;
        this.mostTokens = request.mostTokens();
        this.decoder = decoder;
        this.stops = new StopStrings(request.stops());
        this.show = show;
        this.tokens = prompt.clone();
        this.length = prompt.length;
        this.end = mostTokens == 0 ? End.LENGTH : null;
    }

    /** Whether another token may follow. An interrupt of the thread closes the draft. */
    boolean open() {
        if (end == null && Thread.currentThread().isInterrupted()) {
            close(End.INTERRUPTED);
        }
        return end == null;
    }

    /** The tokens so far, the prompt included. */
    int[] all() {
        return Arrays.copyOf(tokens, length);
    }

    void add(int id) {
        if (length == tokens.length) {
            tokens = Arrays.copyOf(tokens, 2 * length + 8);
        }
        tokens[length++] = id;
        emit(stops.put(decoder.put(id)));
        if (stops.found()) {
            close(End.STOP_STRING);
        } else if (length - promptLength == mostTokens) {
            close(End.LENGTH);
        }
    }

    void close(End reason) {
        end = reason;
    }

    Generation finished(double promptSeconds, double seconds) {
        if (end != End.STOP_STRING) {
            emit(stops.put(decoder.finish()));
            end = stops.found() ? End.STOP_STRING : end;
            emit(stops.finish());
        }
        int[] prompt = Arrays.copyOf(tokens, promptLength);
        int[] ids = Arrays.copyOfRange(tokens, promptLength, length);
        End why = Objects.requireNonNull(end, "the draft is still open");
        return new Generation(prompt, ids, text.toString(), why, promptSeconds, seconds);
    }

    private void emit(String part) {
        if (!part.isEmpty()) {
            text.append(part);
            show.accept(part);
        }
    }
}
