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
import openweights.engine.inspect.FetchResult;
import openweights.openness.catalogue.Catalogue;
import openweights.openness.catalogue.FetchRequests;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "fetch",
        description = {
            "Fetch an open model from the Hugging Face hub, at the commit that the catalogue pins.",
            "Run it again to resume an interrupted download. HF_ENDPOINT sets another hub, HF_TOKEN the token for gated models."
        },
        mixinStandardHelpOptions = true)
public final class FetchCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME",
            description =
                    "A model of the catalogue, such as gpt2, smollm2-135m or bloom-560m; or owner/name@commit.")
    private String name;

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
        FetchRequest request = FetchRequests.of(Catalogue.read(), name);
        FetchProgress progress = FetchProgress.onStandardError();
        try {
            Fetch fetch =
                    new Fetch(hub.get(), cache == null ? Home.locate().state() : cache, progress);
            Path folder = fetch.model(request);
            progress.end();
            FetchResult result = FetchResult.of(request, folder);
            PrintWriter out = spec.commandLine().getOut();
            out.println(json ? Json.prettySnakeCase(result) : result);
            out.flush();
            return 0;
        } catch (HubException e) {
            progress.end();
            spec.commandLine().getErr().println("course fetch: " + e.getMessage());
            return e.fault() == HubException.Fault.DAMAGED ? 1 : 2;
        }
    }
}
