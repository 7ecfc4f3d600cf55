package openweights.openness.catalogue;

import java.util.ArrayList;
import java.util.List;
import openweights.engine.model.Support;
import openweights.openness.component.Component;
import openweights.openness.component.Presence;
import openweights.openness.license.Answer;

/**
 * Whether this engine opens a model, computed from its list of families and of quantizations.
 *
 * @param answer unsure if no source says what the model's network is
 * @param files the forms in which its files open; empty if they do not
 * @param note why not, or what is left out
 */
public record Runs(Answer answer, List<String> files, String note) {

    static Runs of(Entry entry) {
        if (entry.release().presence(Component.PARAMETERS) == Presence.NO) {
            return no("its weights were not released");
        }
        Fact type = entry.fact("modelType");
        if (!type.known()) {
            return new Runs(Answer.UNSURE, List.of(), "no source names its family");
        }
        Support support = Support.of(type.value());
        if (!support.family()) {
            return no("the engine does not know the family " + type.value());
        }
        String method = entry.quantization();
        if (!method.isEmpty() && !Support.reads(method)) {
            return no("the engine does not read weights stored as " + entry.fact("stored").value());
        }
        return new Runs(
                type.doubt() == null ? Answer.YES : Answer.UNSURE,
                files(entry, support),
                note(type, support));
    }

    private static Runs no(String why) {
        return new Runs(Answer.NO, List.of(), why);
    }

    private static List<String> files(Entry entry, Support support) {
        List<String> files = new ArrayList<>();
        Fact stored = entry.fact("stored");
        files.add("safetensors" + (stored.known() ? " in " + stored.value() : ""));
        if (support.gguf()) {
            files.add("GGUF");
        }
        return files;
    }

    private static String note(Fact type, Support support) {
        List<String> notes = new ArrayList<>();
        if (support.textOnly()) {
            notes.add("its text part only, as " + support.modelType());
        }
        if (type.doubt() != null) {
            notes.add(
                    "if it is of the family "
                            + type.value()
                            + ", which is unsure: "
                            + type.doubt());
        }
        return String.join("; ", notes);
    }
}
