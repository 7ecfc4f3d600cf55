package openweights.engine.gguf.architecture;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import openweights.engine.gguf.GgufFault;
import openweights.engine.gguf.Metadata;

/** What a file says of its layers one by one. */
record Layers(Settings settings) {

    private static final String BLOCKS = "block_count";
    private static final String PREDICTING = "nextn_predict_layers";
    private static final String PATTERN = "attention.sliding_window_pattern";
    private static final Pattern TENSOR = Pattern.compile("blk\\.(\\d{1,5})\\..+");

    /** Far above any released model. */
    private static final int MAX = 4096;

    /** How many layers compute the logits; so few that a list of them can be made. */
    int count() {
        return all() - predicting();
    }

    /** How many layers the file has; the last of them may be there for {@link #predicting}. */
    int all() {
        long layers = settings.count(BLOCKS);
        if (layers < 1 || layers > MAX) {
            throw metadata().wrong(settings.key(BLOCKS), "a whole number from 1 to " + MAX);
        }
        return (int) layers;
    }

    /** How many layers at the end only guess later tokens, so that others can check them. */
    private int predicting() {
        long layers = settings.find(PREDICTING).orElse(0L);
        if (layers >= all()) {
            throw metadata().wrong(settings.key(PREDICTING), "less than " + all() + ", all layers");
        }
        return (int) layers;
    }

    /** Whether a tensor is of a layer that only guesses later tokens. */
    boolean arePredicting(String tensor) {
        Matcher layer = TENSOR.matcher(tensor);
        return layer.matches()
                && Integer.parseInt(layer.group(1)) >= count()
                && Integer.parseInt(layer.group(1)) < all();
    }

    private Metadata metadata() {
        return settings.metadata();
    }

    /** A count that may be a list with one for each layer; the layers must agree. */
    Optional<Long> same(String key) {
        return same(key, count -> true);
    }

    /**
     * @param counted which numbers of a list must agree
     */
    Optional<Long> same(String key, Predicate<Long> counted) {
        if (!isList(key)) {
            return settings.find(key);
        }
        List<Long> counts = each(key).stream().filter(counted).distinct().toList();
        if (counts.size() != 1) {
            throw metadata()
                    .fault(
                            GgufFault.UNSUPPORTED_SETTING,
                            settings.key(key),
                            "the same number for each layer");
        }
        return Optional.of(counts.get(0));
    }

    /** A count for each layer; the file has one for all, or a list. */
    List<Long> each(String key) {
        if (!isList(key)) {
            return Collections.nCopies(count(), settings.count(key));
        }
        return checked(key, metadata().counts(settings.key(key)).orElseThrow());
    }

    /** Whether each layer is of a kind, if the file lists it. */
    Optional<List<Boolean>> flags(String key) {
        return metadata().flags(settings.key(key)).map(flags -> checked(key, flags));
    }

    boolean isList(String key) {
        return metadata().values().get(settings.key(key)) instanceof List<?>;
    }

    private <T> List<T> checked(String key, List<T> list) {
        if (list.size() != all()) {
            throw metadata().wrong(settings.key(key), "a list with one for each layer");
        }
        return list.subList(0, count());
    }

    /**
     * Which layers have a window, in the words of config.json, if the file says it: for each layer,
     * or as a period, whose last layer has none.
     */
    Optional<List<String>> sliding() {
        Optional<List<Boolean>> slide =
                isList(PATTERN)
                        ? flags(PATTERN)
                        : settings.find(PATTERN).map(period -> periodic(period, count()));
        return slide.map(
                all -> all.stream().map(s -> s ? "sliding_attention" : "full_attention").toList());
    }

    private static List<Boolean> periodic(long period, int layers) {
        return IntStream.rangeClosed(1, layers)
                .mapToObj(number -> period == 0 || number % period != 0)
                .toList();
    }
}
