package openweights.engine.inspect;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import openweights.base.TerminalText;
import openweights.engine.inspect.Inspection.FileEntry;
import openweights.engine.inspect.Inspection.Sum;
import openweights.engine.inspect.Inspection.TensorEntry;
import openweights.engine.weights.Part;
import openweights.engine.weights.Statistics;
import org.jspecify.annotations.Nullable;

/** An inspection as tables for a terminal. */
public final class InspectionText {

    private final Inspection inspection;
    private final StringBuilder text = new StringBuilder();

    public InspectionText(Inspection inspection) {
        this.inspection = inspection;
    }

    @Override
    public String toString() {
        text.setLength(0);
        line(
                "%s: %,d parameters in %d tensors",
                inspection.path(), inspection.parameters(), inspection.tensors().size());
        line("");
        tensors();
        line("");
        sums("part", inspection.parts(), Part::label);
        line("");
        sums("dtype", inspection.dtypes(), Enum::name);
        line("");
        if (inspection.parts().containsKey(Part.EMBEDDING)
                && !inspection.parts().containsKey(Part.HEAD)) {
            line("No output head: the model probably reuses the embedding (tied weights).");
            line("");
        }
        fewerBits("_scale_inv", "matrices in FP8, with a scale for each 128 x 128 numbers");
        fewerBits("_scales", "tensors in MXFP4, with an exponent for each 32 numbers");
        inspection.files().forEach(this::file);
        return text.toString();
    }

    private void fewerBits(String suffix, String what) {
        long count = inspection.tensors().stream().filter(t -> t.name().endsWith(suffix)).count();
        if (count > 0) {
            line("Stored in fewer bits: %d %s.", count, what);
            line("");
        }
    }

    private void tensors() {
        List<TensorEntry> tensors = inspection.tensors();
        boolean shards = inspection.files().size() > 1;
        boolean statistics = tensors.stream().anyMatch(t -> t.statistics() != null);
        boolean hashes = tensors.stream().anyMatch(t -> t.sha256() != null);
        String format =
                "%-"
                        + width("tensor", tensors, t -> TerminalText.printable(t.name()))
                        + "s  %-8s %-"
                        + width("shape", tensors, t -> t.shape().toString())
                        + "s %16s %18s%s%s%s";
        line(
                format,
                "tensor",
                "dtype",
                "shape",
                "bytes",
                "at byte",
                shards ? "  of file" + " ".repeat(tensors.get(0).file().length() - 7) : "",
                statistics ? header() : "",
                hashes ? "  SHA-256" : "");
        for (TensorEntry tensor : tensors) {
            line(
                    format,
                    TerminalText.printable(tensor.name()),
                    tensor.dtype(),
                    tensor.shape(),
                    grouped(tensor.bytes()),
                    grouped(tensor.offset()),
                    shards ? "  " + tensor.file() : "",
                    statistics ? row(tensor.statistics()) : "",
                    hashes ? "  " + tensor.sha256() : "");
        }
    }

    private static String header() {
        return "%12s %11s %11s %11s %9s %9s"
                .formatted("mean", "sd", "min", "max", "NaN", "infinite");
    }

    /** Types that do not read as float have no statistics. */
    private static String row(@Nullable Statistics s) {
        return s == null
                ? " ".repeat(header().length())
                : String.format(
                        Locale.ROOT,
                        "%12.4g %11.4g %11.4g %11.4g %9d %9d",
                        s.mean(),
                        s.sd(),
                        s.min(),
                        s.max(),
                        s.nan(),
                        s.infinite());
    }

    private <K> void sums(String title, Map<K, Sum> sums, Function<K, String> label) {
        long all = sums.values().stream().mapToLong(Sum::numbers).sum();
        line("%-14s %8s %18s %20s %8s", title, "tensors", "numbers", "bytes", "share");
        sums.forEach(
                (key, sum) ->
                        line(
                                "%-14s %8d %,18d %,20d %6.1f %%",
                                label.apply(key),
                                sum.tensors(),
                                sum.numbers(),
                                sum.bytes(),
                                all == 0 ? 0.0 : 100.0 * sum.numbers() / all));
    }

    private void file(FileEntry file) {
        line("%s: %,d bytes", file.file(), file.bytes());
        if (file.sha256() != null) {
            line("  SHA-256 %s", file.sha256());
        }
        file.metadata()
                .forEach(
                        (key, value) ->
                                line(
                                        "  %s = %s",
                                        TerminalText.printable(key),
                                        TerminalText.printable(value)));
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing());
        text.append(System.lineSeparator());
    }

    private static int width(
            String title, List<TensorEntry> tensors, Function<TensorEntry, String> cell) {
        return tensors.stream()
                .map(cell)
                .mapToInt(String::length)
                .reduce(title.length(), Math::max);
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
