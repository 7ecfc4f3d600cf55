package openweights.engine.chat;

import openweights.engine.generate.Generation;

/**
 * What a model answered.
 *
 * @param text the answer, without special tokens
 * @param thinking what the model wrote for itself before it; empty for most models
 * @param generation the tokens, why they ended, and how long they took
 */
public record Answer(String text, String thinking, Generation generation) {

    /** Whether the model ended its turn itself. */
    public boolean complete() {
        return generation.end() == Generation.End.END_TOKEN;
    }

    @Override
    public String toString() {
        return text;
    }
}
