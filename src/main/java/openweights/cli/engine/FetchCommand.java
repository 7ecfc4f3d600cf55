package openweights.cli.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import openweights.base.Home;
import openweights.engine.hub.Fetch;
import openweights.engine.hub.Hub;
import openweights.engine.hub.HubException;
import openweights.engine.hub.Pin;
import openweights.engine.model.Config;
import openweights.engine.model.config.ModelException;
import openweights.openness.catalogue.Address;
import openweights.openness.catalogue.Catalogue;
import openweights.openness.catalogue.Entry;
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
            "Run again, it goes on where it was broken off. HF_ENDPOINT names another hub, HF_TOKEN the token for gated models."
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
            description = "Where models are kept. Default: .course in the course's folder")
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

    private record Wish(String folder, Pin pin, Map<String, String> known) {}

    @Override
    public Integer call() throws IOException {
        Wish wish = wish();
        Path shelf = cache == null ? Home.locate().state() : cache;
        FetchProgress progress = FetchProgress.onStandardError();
        try {
            Path folder =
                    new Fetch(hub.get(), shelf, progress)
                            .model(wish.folder(), wish.pin(), wish.known());
            progress.end();
            print(wish, folder);
            return 0;
        } catch (HubException e) {
            progress.end();
            spec.commandLine().getErr().println("course fetch: " + e.getMessage());
            return e.fault() == HubException.Fault.DAMAGED ? 1 : 2;
        }
    }

    private Wish wish() {
        if (name.contains("/")) {
            Pin pin = Pin.parse(name);
            return new Wish(pin.repository().replace('/', '-'), pin, Map.of());
        }
        Catalogue catalogue = Catalogue.read();
        Entry entry = catalogue.entry(name);
        Address address =
                entry.address()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "The catalogue pins no commit of %s. Give owner/name@commit, or take one of: %s."
                                                        .formatted(name, pinned(catalogue))));
        return new Wish(
                entry.name(),
                new Pin(address.repository(), address.revision()),
                address.weights().map(hash -> Map.of("model.safetensors", hash)).orElse(Map.of()));
    }

    private static String pinned(Catalogue catalogue) {
        return catalogue.entries().stream()
                .filter(entry -> entry.address().isPresent())
                .map(Entry::name)
                .collect(Collectors.joining(", "));
    }

    private void print(Wish wish, Path folder) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        String engine = engine(folder);
        if (json) {
            Map<String, Object> content = new LinkedHashMap<>();
            content.put("name", wish.folder());
            content.put("repository", wish.pin().repository());
            content.put("revision", wish.pin().revision());
            content.put("folder", folder.toString());
            content.put("engine", engine);
            out.println(
                    new ObjectMapper()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsString(content));
        } else {
            out.println(wish.pin() + " is in " + folder + ", every file with its right hash.");
            out.println(engine);
        }
        out.flush();
    }

    private static String engine(Path folder) {
        try {
            return "The engine knows its family: " + Config.read(folder).modelType() + ".";
        } catch (ModelException e) {
            return "The engine cannot run it: " + e.getMessage();
        }
    }
}
