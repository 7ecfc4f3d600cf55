package openweights.cli.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import openweights.base.Home;
import openweights.base.Json;
import openweights.cli.command.CourseCommand;
import openweights.engine.hub.FetchRequest;
import openweights.engine.hub.Hub;
import openweights.engine.inspect.FetchResult;
import openweights.openness.catalogue.Catalogue;
import openweights.openness.catalogue.FetchRequests;
import openweights.openness.catalogue.Sheet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "fetch",
        description = {
            "Fetch an open model from the Hugging Face hub, at the commit that the catalogue pins if it pins one.",
            "The engine's families are checked before the weights are downloaded, and every file against its hash.",
            "Run it again to resume an interrupted download. HF_ENDPOINT sets another hub, HF_TOKEN the token for gated models."
        })
public final class FetchCommand extends CourseCommand {

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

    /** Tests have one of their own. */
    Supplier<Hub> hub = () -> Hub.of(System.getenv());

    @Override
    protected void run() throws IOException {
        if (list && (name != null || file != null || anyway || cache != null)) {
            throw misuse("--list fetches nothing: give it alone or with --json.");
        }
        if (list) {
            Sheet sheet = Catalogue.read().sheets().fetchable();
            println(json ? sheet.json() : sheet.text());
        } else if (name == null) {
            throw misuse("Name a model; ./course fetch --list shows small ones.");
        } else {
            FetchRequest request = FetchRequests.of(Catalogue.read(), name, file);
            Path place = cache == null ? Home.locate().personal() : cache;
            FetchResult result = FetchResult.fetch(hub.get(), place, request, anyway);
            println(json ? Json.prettySnakeCase(result) : result);
        }
    }
}
