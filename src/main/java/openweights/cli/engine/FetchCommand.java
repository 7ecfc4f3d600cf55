package openweights.cli.engine;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import openweights.base.Home;
import openweights.base.Json;
import openweights.engine.hub.Fetch;
import openweights.engine.hub.FetchProgress;
import openweights.engine.hub.FetchRequest;
import openweights.engine.hub.Hub;
import openweights.engine.hub.HubException;
import openweights.engine.hub.Preflight;
import openweights.engine.inspect.EnginePreflight;
import openweights.engine.inspect.FetchResult;
import openweights.openness.catalogue.Catalogue;
import openweights.openness.catalogue.FetchRequests;
import openweights.openness.catalogue.TableJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tech.tablesaw.api.Table;

@Command(
        name = "fetch",
        description = {
            "Fetch an open model from the Hugging Face hub, at the commit that the catalogue pins if it pins one.",
            "The engine's families are checked before the weights are downloaded, and every file against its hash.",
            "Run it again to resume an interrupted download. HF_ENDPOINT sets another hub, HF_TOKEN the token for gated models."
        },
        mixinStandardHelpOptions = true)
public final class FetchCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description =
                    "A model of the catalogue, such as gpt2 or smollm2-135m; or owner/name, or owner/name@commit.")
    private @Nullable String name;

    @Option(
            names = "--list",
            description = "Show small models with their sizes and licenses, and fetch nothing.")
    private boolean list;

    @Option(
            names = "--file",
            paramLabel = "FILE.gguf",
            description = "The GGUF file to fetch, from a repository that has several.")
    private @Nullable String file;

    @Option(
            names = "--anyway",
            description = "Fetch the weights even if the engine cannot run them.")
    private boolean anyway;

    @Option(
            names = "--cache",
            paramLabel = "FOLDER",
            description = "Where to keep models. Default: .course in the course's folder")
    private @Nullable Path cache;

    @Option(names = "--json", description = "Print JSON instead of text.")
    private boolean json;

    private final Supplier<Hub> hub;

    FetchCommand() {
        this(() -> Hub.of(System.getenv()));
    }

    FetchCommand(Supplier<Hub> hub) {
        this.hub = hub;
    }

    @Override
    public Integer call() throws IOException {
        if (list) {
            Table table = Catalogue.read().fetchable();
            print(json ? TableJson.of(table) : table.printAll());
            return 0;
        }
        if (name == null) {
            throw new ParameterException(
                    spec.commandLine(), "Name a model; ./course fetch --list shows small ones.");
        }
        FetchRequest request = FetchRequests.of(Catalogue.read(), name);
        return fetch(file == null ? request : request.only(file));
    }

    private int fetch(FetchRequest request) throws IOException {
        FetchProgress progress = FetchProgress.onStandardError();
        try {
            Fetch fetch =
                    new Fetch(
                            hub.get(),
                            cache == null ? Home.locate().state() : cache,
                            progress,
                            anyway ? Preflight.NONE : new EnginePreflight());
            Path folder = fetch.model(request);
            progress.end();
            FetchResult result = FetchResult.of(request, folder);
            print(json ? Json.prettySnakeCase(result) : result);
            return 0;
        } catch (HubException e) {
            progress.end();
            spec.commandLine().getErr().println("course fetch: " + e.getMessage());
            return e.fault() == HubException.Fault.DAMAGED ? 1 : 2;
        }
    }

    private void print(Object text) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(text);
        out.flush();
    }
}
