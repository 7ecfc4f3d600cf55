package openweights.openness.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import openweights.openness.component.Component;
import openweights.openness.framework.Kind;
import org.jspecify.annotations.Nullable;

/** The catalogue's tables. */
final class Tables {

    static final double GIB = 1L << 30;
    private static final double MIB = 1L << 20;

    private static final List<Component> SHOWN =
            List.of(
                    Component.PARAMETERS,
                    Component.INFERENCE_CODE,
                    Component.TRAINING_CODE,
                    Component.DATASETS,
                    Component.DATA_CARD,
                    Component.PREPROCESSING_CODE,
                    Component.TECHNICAL_REPORT,
                    Component.MODEL_CARD,
                    Component.CHECKPOINTS,
                    Component.EVALUATION_CODE,
                    Component.TRAINING_LOG);

    private Tables() {}

    static Sheet overview(Catalogue catalogue) {
        return new Rows<>(Priced.all(catalogue))
                .text("model", Priced::name)
                .text("organization", row -> row.entry().organization())
                .text("released", row -> row.entry().fact("released").shown())
                .count("parameters", row -> row.cost().parameters())
                .count("used per token", row -> row.cost().active())
                .text("parameters are", Tables::basis)
                .text("license", row -> row.entry().fact("license").shown())
                .text("weights", row -> part(row.entry(), Component.PARAMETERS))
                .text("kind", row -> Kind.of(row.entry().release()).toString())
                .sheet("Models, read " + catalogue.date());
    }

    static Sheet costs(Catalogue catalogue, Machine machine, int tokens) {
        Rows<Priced> rows =
                new Rows<>(Priced.all(catalogue))
                        .text("model", Priced::name)
                        .count("parameters", row -> row.cost().parameters());
        for (Width width : Width.values()) {
            rows.number(width + " GiB", 2, row -> over(row.cost().memory(width), GIB));
        }
        rows.number("cache MiB", 1, row -> over(row.cost().cache(tokens), MIB));
        rows.text("fits here as", row -> fits(row.cost(), machine, tokens));
        for (Width width : List.of(Width.BFLOAT16, Width.INT4)) {
            rows.number(
                    width + " tokens/s",
                    2,
                    row -> row.cost().tokensPerSecond(machine, width, tokens));
        }
        return rows.sheet(
                String.format(Locale.ROOT, "Cost of a text of %,d tokens; %s", tokens, machine));
    }

    static Sheet parts(Catalogue catalogue) {
        Rows<Entry> rows = new Rows<>(catalogue.entries()).text("model", Entry::name);
        SHOWN.forEach(component -> rows.text(component.title(), entry -> part(entry, component)));
        return rows.sheet("What was released, read " + catalogue.date());
    }

    static Sheet facts(Entry entry) {
        return new Rows<>(List.copyOf(entry.allFacts().entrySet()))
                .text("fact", Map.Entry::getKey)
                .text("value", row -> row.getValue().value())
                .text("unsure", row -> orEmpty(row.getValue().doubt()))
                .text("sources", row -> sources(row.getValue()))
                .text("read", row -> entry.read().toString())
                .sheet(entry.title(), FactText.of(entry));
    }

    static Sheet unsure(Catalogue catalogue) {
        List<String[]> rows = new ArrayList<>();
        for (Entry entry : catalogue.entries()) {
            entry.allFacts()
                    .forEach(
                            (what, fact) -> {
                                if (fact.known() && !fact.sure()) {
                                    String why = fact.doubt() == null ? "no source" : fact.doubt();
                                    rows.add(new String[] {entry.name(), what, fact.value(), why});
                                }
                            });
            entry.unsure().forEach(why -> rows.add(new String[] {entry.name(), "", "", why}));
        }
        return new Rows<>(rows)
                .text("model", row -> row[0])
                .text("fact", row -> row[1])
                .text("value", row -> row[2])
                .text("why unsure", row -> row[3])
                .sheet("Unsure facts, read " + catalogue.date());
    }

    private static String basis(Priced model) {
        if (model.cost().counted()) {
            return "counted here";
        }
        Fact stated = model.entry().fact("parameters");
        return !stated.known() ? "not known" : stated.sure() ? "as stated" : "as stated, unsure";
    }

    private static String part(Entry entry, Component component) {
        return entry.parts().getOrDefault(component, Fact.UNKNOWN).shown();
    }

    static String fits(Cost cost, Machine machine, int tokens) {
        if (cost.parameters().isEmpty() || cost.cacheBytes().isEmpty()) {
            return "not known";
        }
        List<String> widths = new ArrayList<>();
        for (Width width : Width.values()) {
            if (cost.fits(machine, width, tokens)) {
                widths.add(width.toString());
            }
        }
        return widths.isEmpty() ? "does not fit" : String.join(", ", widths);
    }

    private static String sources(Fact fact) {
        return fact.sources().isEmpty() ? "no source" : String.join("; ", fact.sources());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static OptionalDouble over(OptionalLong bytes, double unit) {
        return bytes.isPresent()
                ? OptionalDouble.of(bytes.getAsLong() / unit)
                : OptionalDouble.empty();
    }
}
