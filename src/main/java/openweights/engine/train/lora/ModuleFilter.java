package openweights.engine.train.lora;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which modules an adapter adapts, by PEFT's rules. A list has full names or their ends, such as
 * {@code q_proj} or {@code self_attn.q_proj}; a text is a regular expression of whole names, or
 * {@code all-linear}. Source: PEFT 0.21, {@code check_target_module_exists}.
 *
 * @param names the list, if the layers do not matter; otherwise empty
 * @param shown how messages describe the modules
 */
record ModuleFilter(Predicate<String> chosen, Set<String> names, String shown) {

    private static final String ALL = "all-linear";
    private static final Pattern FIRST_INDEX = Pattern.compile(".*?\\.[^.]*\\.(\\d+)\\..*");

    boolean contains(String module) {
        return chosen.test(module);
    }

    /**
     * @throws AdapterException if the settings name no module, or cannot be read
     */
    static ModuleFilter of(Path file, JsonNode keys) {
        JsonNode targets = keys.path("target_modules");
        Predicate<String> excluded = named(file, "exclude_modules", keys.path("exclude_modules"));
        JsonNode layers = keys.path("layers_to_transform");
        boolean anyLayer = off(layers);
        Predicate<String> chosen = named(file, "target_modules", targets);
        boolean all = targets.isTextual() && targets.asText().equalsIgnoreCase(ALL);
        if (all) {
            chosen = module -> !TargetModules.last(module).equals("lm_head");
        } else if (off(targets)
                || !(targets.isTextual() || texts(targets).size() == targets.size())) {
            throw new AdapterException(
                    "%s: \"target_modules\" is %s; it must be a list of names, such as [\"q_proj\"], a regular expression or \"all-linear\"."
                            .formatted(file, keys.get("target_modules")));
        }
        if (!anyLayer) {
            if (targets.isTextual()) {
                throw new AdapterException(
                        file
                                + ": \"layers_to_transform\" goes with a list of \"target_modules\" only, and there it is a text.");
            }
            chosen = chosen.and(inLayers(file, layers, keys.path("layers_pattern")));
        }
        boolean byName = anyLayer && !targets.isTextual() && off(keys.path("exclude_modules"));
        Set<String> names = byName ? texts(targets) : Set.of();
        return new ModuleFilter(chosen.and(excluded.negate()), names, targets.toString());
    }

    private static boolean off(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isContainerNode() && value.isEmpty())
                || (value.isTextual() && value.asText().isEmpty());
    }

    private static Predicate<String> named(Path file, String key, JsonNode value) {
        if (off(value)) {
            return module -> false;
        }
        if (value.isTextual()) {
            Pattern pattern = PythonPattern.compile(file, key, value.asText());
            return module -> pattern.matcher(module).matches();
        }
        Set<String> names = texts(value);
        return module ->
                names.stream().anyMatch(name -> module.equals(name) || module.endsWith("." + name));
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new LinkedHashSet<>();
        list.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    private static Predicate<String> inLayers(Path file, JsonNode layers, JsonNode containers) {
        List<Pattern> patterns = new ArrayList<>();
        for (String container :
                containers.isTextual() ? Set.of(containers.asText()) : texts(containers)) {
            String expression = "(?:|.*?\\.)" + container + "\\.(\\d+)\\..*";
            patterns.add(PythonPattern.compile(file, "layers_pattern", expression));
        }
        if (off(containers)) {
            patterns.add(FIRST_INDEX);
        }
        Set<String> wanted = layers.isInt() ? Set.of(layers.asText()) : texts(layers);
        return module -> wanted.contains(String.valueOf(layer(module, patterns)));
    }

    private static @Nullable Integer layer(String module, List<Pattern> patterns) {
        for (Pattern pattern : patterns) {
            Matcher found = pattern.matcher(module);
            if (found.matches()) {
                return Integer.valueOf(found.group(found.groupCount()));
            }
        }
        return null;
    }
}
