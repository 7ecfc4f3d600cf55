package openweights.cli.engine;

import java.util.List;
import openweights.cli.command.CourseCommand;
import openweights.engine.model.Footprint;
import openweights.openness.catalogue.Catalogue;
import openweights.openness.catalogue.Machine;
import openweights.openness.catalogue.Sheet;
import openweights.openness.catalogue.Sheets;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "catalogue",
        description =
                "Show known models: what they are, what they cost to run here, what their licenses allow.")
public final class CatalogueCommand extends CourseCommand {

    @Parameters(
            paramLabel = "MODEL",
            arity = "0..*",
            description = "Only these. With one model and no option: every fact with its sources.")
    private List<String> names = List.of();

    @ArgGroup private View view = new View();

    @Option(
            names = "--tokens",
            paramLabel = "N",
            description = "For --costs: the length of the context. Default: ${DEFAULT-VALUE}")
    private int tokens = 2048;

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    /** Which table to show. */
    private static final class View {
        @Option(names = "--costs", description = "Memory, what fits, tokens per second.")
        private boolean costs;

        @Option(names = "--licenses", description = "What each license requires and forbids.")
        private boolean licenses;

        @Option(names = "--parts", description = "Which parts of each were released.")
        private boolean parts;

        @Option(names = "--verdicts", description = "How four frameworks rate them.")
        private boolean verdicts;

        @Option(
                names = "--runs",
                description = "Which of them this engine opens, in which files, in which memory.")
        private boolean runs;

        @Option(names = "--clauses", description = "What their licenses say, word for word.")
        private boolean clauses;

        @Option(
                names = "--record",
                description =
                        "The Model Openness Tool's record of one model, beside what is found.")
        private boolean record;

        @Option(names = "--unsure", description = "Every fact that is uncertain.")
        private boolean unsure;
    }

    @Override
    protected void run() {
        requirePositive("--tokens", tokens);
        if (view.record && names.size() != 1) {
            throw misuse("--record shows one model; name it, for example gpt2.");
        }
        Catalogue all = Catalogue.read();
        Sheet sheet = sheet(names.isEmpty() ? all : all.only(names.toArray(String[]::new)));
        println(json ? sheet.json() : sheet.text());
    }

    private Sheet sheet(Catalogue catalogue) {
        Sheets sheets = catalogue.sheets();
        if (view.costs) {
            return sheets.costs(Machine.here(), tokens);
        }
        if (view.licenses) {
            return sheets.licenses();
        }
        if (view.parts) {
            return sheets.parts();
        }
        if (view.runs) {
            return sheets.runs(Footprint.machine());
        }
        if (view.clauses) {
            return sheets.clauses();
        }
        if (view.record) {
            return sheets.record(names.get(0));
        }
        if (view.verdicts) {
            return sheets.verdicts();
        }
        if (view.unsure) {
            return sheets.unsure();
        }
        return names.size() == 1 ? sheets.facts(names.get(0)) : sheets.overview();
    }
}
