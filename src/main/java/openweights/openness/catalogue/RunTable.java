package openweights.openness.catalogue;

import java.util.Locale;
import tech.tablesaw.api.Table;

/** Which of the catalogue's models this engine opens. */
final class RunTable {

    private RunTable() {}

    /** The text for which memory is counted, in tokens. */
    private static final int TOKENS = 2048;

    static Table of(Catalogue catalogue, long memory) {
        Machine machine = new Machine(memory, Double.NaN);
        return new Rows<>(catalogue.entries())
                .text("model", Entry::name)
                .text("model_type", entry -> entry.fact("modelType").value())
                .text("runs", entry -> entry.runs().answer().toString())
                .text("files", entry -> String.join(", ", entry.runs().files()))
                .number(
                        "bfloat16 GiB",
                        2,
                        e -> Tables.over(e.cost().memory(Width.BFLOAT16), Tables.GIB))
                .number("int4 GiB", 2, e -> Tables.over(e.cost().memory(Width.INT4), Tables.GIB))
                .text("fits here as", entry -> Tables.fits(entry.cost(), machine, TOKENS))
                .text("note", entry -> entry.runs().note())
                .table(
                        String.format(
                                Locale.ROOT,
                                "What this engine opens; %.1f GiB of memory, a text of %,d tokens",
                                memory / Tables.GIB,
                                TOKENS));
    }
}
