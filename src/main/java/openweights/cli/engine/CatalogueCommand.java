package openweights.cli.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import openweights.openness.catalogue.Catalogue;
import openweights.openness.catalogue.Machine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

@Command(
        name = "catalogue",
        description =
                "Show known models: what they are, what they cost to run here, what may be done with them.",
        mixinStandardHelpOptions = true)
public final class CatalogueCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "MODEL",
            arity = "0..*",
            description = "Only these. One alone and no option: every fact with its sources.")
    private List<String> names = List.of();

    @ArgGroup private View view = new View();

    @Option(
            names = "--tokens",
            paramLabel = "N",
            defaultValue = "2048",
            description = "For --costs: the length of the text. Default: ${DEFAULT-VALUE}")
    private int tokens;

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    /** Which table. */
    private static final class View {
        @Option(names = "--costs", description = "Memory, what fits, tokens per second.")
        private boolean costs;

        @Option(names = "--licenses", description = "What each license asks and forbids.")
        private boolean licenses;

        @Option(names = "--parts", description = "What was released of each.")
        private boolean parts;

        @Option(names = "--verdicts", description = "What three frameworks say.")
        private boolean verdicts;

        @Option(names = "--unsure", description = "All that is unsure.")
        private boolean unsure;

        private boolean chosen() {
            return costs || licenses || parts || verdicts || unsure;
        }
    }

    @Override
    public Integer call() throws IOException {
        if (tokens < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--tokens=" + tokens + ": give the length of a text, 1 or more.");
        }
        Catalogue all = Catalogue.read();
        Table table = table(names.isEmpty() ? all : all.only(names.toArray(String[]::new)));
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? json(table) : table.printAll());
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
        return view.verdicts ? catalogue.verdicts() : catalogue.unsure();
    }

    private static String json(Table table) throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Row row : table) {
            Map<String, Object> cells = new LinkedHashMap<>();
            for (String column : row.columnNames()) {
                cells.put(column, row.isMissing(column) ? null : row.getObject(column));
            }
            rows.add(cells);
        }
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(rows);
    }
}
