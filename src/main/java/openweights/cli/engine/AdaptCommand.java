package openweights.cli.engine;

import java.io.IOException;
import java.nio.file.Path;
import openweights.cli.command.CourseCommand;
import openweights.engine.train.lora.Adapter;
import openweights.engine.train.lora.LoraConfig;
import openweights.engine.train.tune.TuningConfig;
import openweights.stories.adapt.Adaptation;
import openweights.stories.adapt.AdaptationText;
import openweights.stories.corpus.Stories;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "adapt",
        description = {
            "Teach a released model a new kind of story with an adapter (LoRA); the model stays as it is.",
            "Takes about a minute. The same model and options give the same adapter, byte for byte."
        },
        sortOptions = false)
public final class AdaptCommand extends CourseCommand {

    @Parameters(
            paramLabel = "MODEL",
            converter = ModelPath.class,
            description = "A folder with config.json, weights and tokenizer, or a model's name.")
    private Path folder;

    @Option(
            names = "--corpus",
            paramLabel = "NAME",
            description = "The kind of story. Default: ${DEFAULT-VALUE}")
    private String corpus = "hunts";

    @Option(
            names = "--rank",
            paramLabel = "R",
            description = "The rank of what is added to each matrix. Default: ${DEFAULT-VALUE}")
    private int rank = 8;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "How many steps of 16 stories to take. Default: 300")
    private @Nullable Integer steps;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            required = true,
            description = "Where to write the adapter: a folder that does not exist yet.")
    private Path out;

    @Override
    protected void run() throws IOException {
        TuningConfig lora = TuningConfig.lora();
        TuningConfig tuning = steps == null ? lora : lora.steps(steps);
        Adapter adapter =
                new Adaptation(Stories.of(corpus, 1), LoraConfig.ofRank(rank), tuning)
                        .run(folder, out, new AdaptationText(out()));
        println(out + ": " + adapter);
    }
}
