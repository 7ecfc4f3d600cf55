package openweights.engine.hub;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Selects the files to fetch: those that the engine reads, the model card and the license. */
final class DownloadFilter {

    private static final Set<String> NAMES =
            Set.of(
                    "config.json",
                    "generation_config.json",
                    "tokenizer.json",
                    "tokenizer_config.json",
                    "special_tokens_map.json",
                    "model.safetensors",
                    "model.safetensors.index.json");
    private static final Pattern SHARD = Pattern.compile("model-\\d{5}-of-\\d{5}\\.safetensors");
    private static final Pattern TEXT =
            Pattern.compile(
                    "(readme|model_card|licen[cs]e|copying|use_policy|notice)[a-z0-9._ -]*",
                    Pattern.CASE_INSENSITIVE);

    private DownloadFilter() {}

    /**
     * @throws HubException if the repository has nothing that the engine can open, or the listing
     *     lacks the size of a file
     */
    static List<RemoteFile> of(Pin pin, List<RemoteFile> all) {
        List<RemoteFile> wanted = all.stream().filter(file -> wanted(file.path())).toList();
        for (RemoteFile file : wanted) {
            if (file.size() < 0) {
                throw new HubException(
                        HubException.Fault.DAMAGED,
                        pin + ": the listing gives no size for " + file.path() + ".");
            }
        }
        boolean weights = wanted.stream().anyMatch(file -> file.path().endsWith(".safetensors"));
        if (!weights || wanted.stream().noneMatch(file -> file.path().equals("config.json"))) {
            throw new HubException(
                    HubException.Fault.NOT_FOUND,
                    pin
                            + ": has no config.json with model.safetensors. Other formats, such as pickled .bin files, can run code and are not fetched.");
        }
        return wanted;
    }

    /** Only names without a folder: nothing else is needed, and no path can lead elsewhere. */
    private static boolean wanted(String path) {
        return NAMES.contains(path)
                || SHARD.matcher(path).matches()
                || TEXT.matcher(path).matches();
    }
}
