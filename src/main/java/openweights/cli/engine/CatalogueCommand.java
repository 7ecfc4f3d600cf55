package openweights.cli.engine;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import openweights.openness.catalogue.Catalogue;
import openweights.openness.catalogue.Machine;
import openweights.openness.catalogue.TableJson;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tech.tablesaw.api.Table;

@Command(
        name = "catalogue",
        description =
                "Show known models: what they are, what they cost to run here, what their licenses allow.",
        mixinStandardHelpOptions = true)
public final class CatalogueCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "MODEL",
            arity = "0..*",
            description = "Only these. With one model and no option: every fact with its sources.")
    private List<String> names = List.of();

    @ArgGroup private View view = new View();

    @Option(
            names = "--tokens",
            paramLabel = "N",
            defaultValue = "2048",
            description = "For --costs: the length of the context. Default: ${DEFAULT-VALUE}")
    private int tokens;

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

        private boolean chosen() {
            return costs || licenses || parts || verdicts || unsure || runs || clauses || record;
        }
    }

    @Override
    public Integer call() {
        if (tokens < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--tokens=" + tokens + ": use a length of 1 or more.");
        }
        Catalogue all = Catalogue.read();
        Table table = table(names.isEmpty() ? all : all.only(names.toArray(String[]::new)));
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? TableJson.of(table) : table.printAll());
        out.flush();
        return 0;
    }

    private Table table(Catalogue catalogue) {
        if (!view.chosen()) {
            return names.size() == 1 ? catalogue.facts(names.get(0)) : catalogue.table();
        }
        if (view.costs) {
            return catalogue.costs(Machine.here(), tokens);
        }
        if (view.licenses) {
            return catalogue.licenses();
        }
        if (view.parts) {
            return catalogue.parts();
        }
        if (view.runs) {
            return catalogue.runs();
        }
        if (view.clauses) {
            return catalogue.clauses();
        }
        if (view.record) {
            return catalogue.record(one());
        }
        return view.verdicts ? catalogue.verdicts() : catalogue.unsure();
    }

    private String one() {
        if (names.size() != 1) {
            throw new ParameterException(
                    spec.commandLine(), "--record shows one model; name it, for example gpt2.");
        }
        return names.get(0);
    }
}
