package openweights.engine.chat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Tells what a model thinks from what it answers, while the text arrives in parts. The markers
 * between the two are those of released models; they are left out, and so are all special tokens.
 */
final class AnswerParts {

    /** Whether a part of an answer is meant for the reader. */
    enum Kind {
        THINKING,
        ANSWER
    }

    /** What begins after each marker: {@code <think>} of most, the channels of gpt-oss, … */
    private static final Map<String, Kind> MARKERS =
            Map.ofEntries(
                    Map.entry("<think>", Kind.THINKING),
                    Map.entry("</think>", Kind.ANSWER),
                    Map.entry("[THINK]", Kind.THINKING),
                    Map.entry("[/THINK]", Kind.ANSWER),
                    Map.entry("<|inner_prefix|>", Kind.THINKING),
                    Map.entry("<|inner_suffix|>", Kind.ANSWER),
                    Map.entry("<|channel|>analysis<|message|>", Kind.THINKING),
                    Map.entry("<|channel|>commentary<|message|>", Kind.THINKING),
                    Map.entry("<|channel|>final<|message|>", Kind.ANSWER));

    /** What gpt-oss writes before a channel. */
    private static final String HEADER = "<|start|>assistant";

    private final BiConsumer<Kind, String> show;
    private final List<String> known = new ArrayList<>();
    private Kind kind = Kind.ANSWER;
    private String held = "";

    /** Whether nothing but whitespace has come since the last marker. */
    private boolean begins = true;

    /**
     * @param specialTokens left out wherever they occur
     * @param show receives each part as soon as it is clear what it is
     */
    AnswerParts(Collection<String> specialTokens, BiConsumer<Kind, String> show) {
        this.show = show;
        known.addAll(MARKERS.keySet());
        known.add(HEADER);
        specialTokens.stream().filter(token -> !token.isEmpty()).forEach(known::add);
    }

    /** Takes a marker with which the template has already begun the answer. */
    void after(Prompt prompt) {
        MARKERS.forEach((marker, next) -> kind = prompt.endsWith(marker) ? next : kind);
    }

    void put(String part) {
        String text = held + part;
        held = "";
        while (!text.isEmpty()) {
            int at = first(text);
            if (at < 0) {
                emit(text);
                return;
            }
            emit(text.substring(0, at));
            String rest = text.substring(at);
            if (mayGrow(rest)) {
                held = rest;
                return;
            }
            text = afterMarker(rest);
        }
    }

    /** Emits what was held back, when no more will come. */
    void finish() {
        String rest = held;
        held = "";
        while (!rest.isEmpty()) {
            String marker = longest(rest);
            if (marker.isEmpty()) {
                emit(rest.substring(0, 1));
                rest = rest.substring(1);
            } else {
                rest = afterMarker(rest);
            }
        }
    }

    /** Where a marker begins, or may begin, for the first time; -1 if there is none. */
    private int first(String text) {
        for (int at = 0; at < text.length(); at++) {
            String rest = text.substring(at);
            if (!longest(rest).isEmpty() || mayGrow(rest)) {
                return at;
            }
        }
        return -1;
    }

    /** The longest marker with which a text begins; empty if there is none. */
    private String longest(String text) {
        String longest = "";
        for (String marker : known) {
            if (marker.length() > longest.length() && text.startsWith(marker)) {
                longest = marker;
            }
        }
        return longest;
    }

    /** Whether all of a text is the beginning of a longer marker. */
    private boolean mayGrow(String text) {
        return known.stream()
                .anyMatch(marker -> marker.length() > text.length() && marker.startsWith(text));
    }

    private String afterMarker(String text) {
        String marker = longest(text);
        Kind next = MARKERS.get(marker);
        if (next != null) {
            kind = next;
            begins = true;
        }
        return text.substring(marker.length());
    }

    /** The line breaks that separate thoughts from the answer belong to neither. */
    private void emit(String text) {
        String shown = begins ? text.stripLeading() : text;
        if (!shown.isEmpty()) {
            begins = false;
            show.accept(kind, shown);
        }
    }
}
