package openweights.cli.engine;

import java.io.IOException;
import java.nio.file.Path;
import openweights.cli.command.CourseCommand;
import openweights.engine.generate.SamplerSettings;
import openweights.stories.evaluate.Evaluation;
import openweights.stories.evaluate.Evaluation.Effort;
import openweights.stories.evaluate.EvaluationJson;
import openweights.stories.evaluate.EvaluationText;
import openweights.stories.evaluate.MeasuredModel;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "evaluate",
        description = {
            "Measure a model of the course's stories: its loss, its answers, its own stories.",
            "A model without a recipe, such as a merged one, is measured on the other kind of story too.",
            "Takes a minute or two. The same model gives the same figures."
        },
        sortOptions = false)
public final class EvaluateCommand extends CourseCommand {

    @Parameters(
            paramLabel = "MODEL",
            converter = ModelPath.class,
            description =
                    "A folder with config.json, weights and tokenizer, an adapter's folder, or a model's name.")
    private Path folder;

    @Option(
            names = "--quick",
            description = "Measure on a tenth, for a first look during training.")
    private boolean quick;

    @ArgGroup(
            exclusive = false,
            heading =
                    "%nSampling settings (default: what the model's generation_config.json or GGUF file says, or else temperature 0.8):%n")
    private SamplerOptions sampling = new SamplerOptions();

    @Option(names = "--json", description = "Print JSON instead of text.")
    private boolean json;

    @Override
    protected void run() throws IOException {
        MeasuredModel model = MeasuredModel.open(folder);
        SamplerSettings settings = sampling.settings(model.folder(), err());
        settings.sampler(); // refuses impossible settings before the work starts
        Effort effort = quick ? Effort.QUICK : Effort.FULL;
        Evaluation found = step("Measuring", () -> model.evaluate(settings, effort));
        boolean trainingKnown = model.recipe().isPresent();
        print(json ? EvaluationJson.text(found) : EvaluationText.of(found, trainingKnown));
    }
}
