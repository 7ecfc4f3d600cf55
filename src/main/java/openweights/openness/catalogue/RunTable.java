package openweights.openness.catalogue;

import java.util.Locale;
import java.util.OptionalDouble;

/** Which of the catalogue's models this engine opens. */
final class RunTable {

    private RunTable() {}

    /** The text for which memory is counted, in tokens. */
    private static final int TOKENS = 2048;

    /** A model, and what all columns are made of. */
    private record Row(Entry entry, Cost cost, Runs runs) {
        static Row of(Entry entry) {
            return new Row(entry, entry.cost(), entry.runs());
        }
    }

    static Sheet of(Catalogue catalogue, long memory) {
        Machine machine = new Machine(memory, Double.NaN);
        return new Rows<>(catalogue.entries().stream().map(Row::of).toList())
                .text("model", row -> row.entry().name())
                .text("model_type", row -> row.entry().fact("modelType").value())
                .text("runs", row -> row.runs().answer().toString())
                .text("files", row -> String.join(", ", row.runs().files()))
                .number("bfloat16 GiB", 2, row -> gib(row, Width.BFLOAT16))
                .number("int4 GiB", 2, row -> gib(row, Width.INT4))
                .text("fits here as", row -> Tables.fits(row.cost(), machine, TOKENS))
                .text("note", row -> row.runs().note())
                .sheet(
                        String.format(
                                Locale.ROOT,
                                "What this engine opens; %.1f GiB of memory, a text of %,d tokens",
                                memory / Tables.GIB,
                                TOKENS));
    }

    private static OptionalDouble gib(Row row, Width width) {
        return Tables.over(row.cost().memory(width), Tables.GIB);
    }
}
