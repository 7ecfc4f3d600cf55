package openweights.engine.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import openweights.engine.token.TokenizerSpeed;
import org.jspecify.annotations.Nullable;

/**
 * How fast the engine is on this machine.
 *
 * @param java version of the JVM
 * @param kernel which kernel computed, on how many threads
 * @param advice why there is no vector kernel and what to do about it; null if there is one
 * @param promptTokens length of the prompt
 * @param slower formats that decode more slowly than one with more bits, measured twice
 * @param busy what else took the machine's time; null if nothing did
 * @param results by the precision of the weights, such as {@code bfloat16}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EngineSpeed(
        String java,
        String processor,
        String kernel,
        @Nullable String advice,
        int promptTokens,
        Map<String, DecodeSpeed> results,
        List<String> slower,
        @Nullable String busy,
        TokenizerSpeed tokenizer) {}
