package openweights.cli.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import openweights.cli.terminal.TerminalSteps;
import openweights.cli.terminal.TextTable;
import openweights.engine.math.Backend;
import openweights.engine.model.Model;
import openweights.engine.model.Precision;
import openweights.engine.quantize.Bits;
import openweights.engine.quantize.Quantized;
import openweights.engine.quantize.TensorError;
import openweights.engine.token.Tokenizer;
import openweights.engine.weights.FloatWeights;
import openweights.stories.corpus.Stories;
import openweights.stories.corpus.Story;
import openweights.stories.evaluate.Candidate;
import openweights.stories.evaluate.CrossEntropy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "quantize",
        description = {
            "Show what a model loses in 8 or 4 bits: each matrix's error, and the loss on new stories.",
            "Nothing is written."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class QuantizeCommand implements Callable<Integer> {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "MODEL",
            converter = ModelPath.class,
            description = "A folder with config.json, weights and tokenizer, or a model's name.")
    private Path folder;

    @Option(
            names = "--bits",
            paramLabel = "N",
            defaultValue = "4",
            description = "8 or 4 bits for a weight. Default: ${DEFAULT-VALUE}")
    private int bits;

    @Option(
            names = "--stories",
            paramLabel = "N",
            defaultValue = "300",
            description =
                    "Measure the loss on so many of the course's stories; 0 for models that tell others. Default: ${DEFAULT-VALUE}")
    private int stories;

    @Option(names = "--json", description = "Print JSON instead of text.")
    private boolean json;

    /** What is printed as JSON; the losses are null if none were measured. */
    private record Report(
            List<TensorError> tensors,
            double bitsPerWeight,
            long bytes,
            long float32Bytes,
            @Nullable CrossEntropy float32,
            @Nullable CrossEntropy quantized) {}

    @Override
    public Integer call() throws IOException {
        requireOptions();
        FloatWeights.require(folder);
        Report report =
                TerminalSteps.onStandardError().run("Measuring", () -> measure(Bits.of(bits)));
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? json(report) : text(report));
        out.flush();
        return 0;
    }

    private void requireOptions() {
        if (bits != 4 && bits != 8) {
            throw wrong("--bits=%d: take 8 or 4.", bits);
        }
        if (stories < 0 || stories == 1) {
            throw wrong("--stories=%d: measure on 2 stories or more, or on none: 0.", stories);
        }
        if (stories > 0 && !Files.exists(folder.resolve("tokenizer.json"))) {
            throw wrong(
                    "%s: holds no tokenizer.json, so the model cannot read stories. Take --stories 0 for the matrices alone.",
                    folder);
        }
    }

    private ParameterException wrong(String pattern, Object... values) {
        return new ParameterException(spec.commandLine(), format(pattern, values));
    }

    private Report measure(Bits format) throws IOException {
        // A thread for each story: so a product of matrices needs no more than one.
        Backend backend = Backend.best().on(1);
        Model model = Model.open(folder, Precision.STORED, backend);
        Quantized quantized = Quantized.of(model, format);
        return new Report(
                quantized.errors(),
                quantized.bitsPerWeight(),
                quantized.bytes(),
                Float.BYTES * quantized.weights(),
                loss(model),
                loss(quantized.model()));
    }

    private @Nullable CrossEntropy loss(Model model) throws IOException {
        if (stories == 0) {
            return null;
        }
        List<Story> told = new Stories(1).validationStories(stories);
        return CrossEntropy.of(Candidate.of(model, Tokenizer.open(folder)), told);
    }

    private static String json(Report report) throws JsonProcessingException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n";
    }

    private static String text(Report report) {
        TextTable table = new TextTable();
        table.row("matrix", "size", "error (rms)", "largest", "of the weights");
        for (TensorError e : report.tensors) {
            table.row(
                    e.tensor(),
                    e.rows() + " x " + e.columns(),
                    format("%.6f", e.rootMeanSquare()),
                    format("%.6f", e.largest()),
                    format("%.2f %%", 100 * e.relative()));
        }
        String size =
                format(
                        "%n%.2f bits a weight, scales included: %.2f MB instead of %.2f in float32%n",
                        report.bitsPerWeight, report.bytes / 1e6, report.float32Bytes / 1e6);
        return table + size + losses(report);
    }

    private static String losses(Report report) {
        if (report.float32 == null || report.quantized == null) {
            return "";
        }
        TextTable table = new TextTable();
        table.row("", "nats a story", "perplexity", "above the entropy");
        loss(table, "float32", report.float32);
        loss(table, "quantized", report.quantized);
        return "\n" + table;
    }

    private static void loss(TextTable table, String name, CrossEntropy c) {
        table.row(
                name,
                format("%.3f", c.model()),
                format("%.4f", c.perplexity()),
                format("%.2f %%", 100 * c.excess()));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
