package openweights.engine.hub;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openweights.base.ByteSize;

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

    private static final Pattern GGUF = Pattern.compile("[A-Za-z0-9][\\w.+-]*\\.gguf");
    private static final Pattern PART = Pattern.compile("-\\d{5}-of-\\d{5}\\.gguf$");

    private DownloadFilter() {}

    /**
     * The files to download, the weights last.
     *
     * @param gguf the GGUF file to fetch, or empty for safetensors
     * @throws HubException if the repository has nothing that the engine can open, or the listing
     *     lacks the size of a file
     */
    static List<RemoteFile> of(Pin pin, List<RemoteFile> all, Optional<String> gguf) {
        List<RemoteFile> wanted =
                gguf.map(name -> withGguf(pin, all, name))
                        .orElseGet(() -> withSafetensors(pin, all));
        for (RemoteFile file : wanted) {
            if (file.size() < 0) {
                throw new HubException(
                        HubException.Fault.DAMAGED,
                        pin + ": the listing gives no size for " + file.path() + ".");
            }
        }
        return Stream.concat(
                        wanted.stream().filter(file -> !isWeights(file)),
                        wanted.stream().filter(DownloadFilter::isWeights))
                .toList();
    }

    static boolean isWeights(RemoteFile file) {
        return file.path().endsWith(".safetensors") || isGguf(file);
    }

    /** A name without a folder, which cannot lead elsewhere. */
    static boolean isGgufName(String name) {
        return GGUF.matcher(name).matches() && !name.contains("..");
    }

    static boolean isGguf(RemoteFile file) {
        return file.path().endsWith(".gguf");
    }

    private static List<RemoteFile> withSafetensors(Pin pin, List<RemoteFile> all) {
        List<RemoteFile> wanted = all.stream().filter(file -> wanted(file.path())).toList();
        boolean weights = wanted.stream().anyMatch(file -> file.path().endsWith(".safetensors"));
        if (weights && wanted.stream().anyMatch(file -> file.path().equals("config.json"))) {
            return wanted;
        }
        String choice = choice(all);
        throw new HubException(
                HubException.Fault.NOT_FOUND,
                pin
                        + (choice.isEmpty()
                                ? ": has no config.json with model.safetensors. Other formats, such as pickled .bin files, can run code and are not fetched."
                                : ": has its weights in GGUF files. Choose one with --file: "
                                        + choice
                                        + "."));
    }

    /** A GGUF file with all its parts, and the texts beside it. */
    private static List<RemoteFile> withGguf(Pin pin, List<RemoteFile> all, String name) {
        String stem = PART.matcher(name).replaceFirst("");
        List<RemoteFile> wanted =
                all.stream()
                        .filter(
                                file ->
                                        TEXT.matcher(file.path()).matches()
                                                || (GGUF.matcher(file.path()).matches()
                                                        && (file.path().equals(name)
                                                                || isPart(file.path(), stem))))
                        .toList();
        if (wanted.stream().anyMatch(file -> file.path().equals(name) && isGguf(file))) {
            return wanted;
        }
        throw new HubException(
                HubException.Fault.NOT_FOUND,
                "%s: has no GGUF file \"%s\". It has: %s."
                        .formatted(pin, name, choice(all).isEmpty() ? "none" : choice(all)));
    }

    private static boolean isPart(String path, String stem) {
        return PART.matcher(path).find() && PART.matcher(path).replaceFirst("").equals(stem);
    }

    private static String choice(List<RemoteFile> all) {
        return all.stream()
                .filter(file -> GGUF.matcher(file.path()).matches())
                .map(file -> file.path() + " (" + ByteSize.of(Math.max(0, file.size())) + ")")
                .collect(Collectors.joining(", "));
    }

    /** Only names without a folder: nothing else is needed, and no path can lead elsewhere. */
    private static boolean wanted(String path) {
        return NAMES.contains(path)
                || SHARD.matcher(path).matches()
                || TEXT.matcher(path).matches();
    }
}
