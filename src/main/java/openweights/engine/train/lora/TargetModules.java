package openweights.engine.train.lora;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import openweights.base.UserException;
import openweights.engine.train.network.Parameter;
import openweights.engine.train.network.Parameters;

/** The matrices that an adapter adapts. */
final class TargetModules {

    private static final String WEIGHT = ".weight";
    private static final String LAYERS = "model.layers.";

    private TargetModules() {}

    /**
     * The target matrices among all parameters.
     *
     * @throws UserException if no layer has one of the targets, or the rank is too high for one
     */
    static List<Parameter> of(Parameters parameters, LoraConfig lora) {
        List<Parameter> matrices =
                parameters.all().stream()
                        .filter(p -> p.isMatrix() && p.name().startsWith(LAYERS))
                        .toList();
        TreeSet<String> known = new TreeSet<>();
        matrices.forEach(p -> known.add(kind(p.name())));
        for (String target : lora.targets()) {
            if (!known.contains(target)) {
                throw new UserException(
                        "No layer has a matrix \"" + target + "\". The matrices are " + known);
            }
        }
        List<Parameter> chosen =
                matrices.stream().filter(p -> lora.targets().contains(kind(p.name()))).toList();
        chosen.forEach(p -> requireLow(lora.rank(), p.name(), p.rows(), p.columns()));
        return chosen;
    }

    static void requireLow(int rank, String name, int rows, int columns) {
        if (rank > Math.min(rows, columns)) {
            throw new UserException(
                    String.format(
                            Locale.ROOT,
                            "Rank %d is too high for %s, which is %d x %d: a rank cannot exceed the shorter side. Use %d or less.",
                            rank,
                            name,
                            rows,
                            columns,
                            Math.min(rows, columns)));
        }
    }

    /** Such as q_proj, for model.layers.0.self_attn.q_proj.weight. */
    private static String kind(String name) {
        return last(module(name));
    }

    /** A module's own name, without the modules that contain it. */
    static String last(String module) {
        return module.substring(module.lastIndexOf('.') + 1);
    }

    /** A tensor's name without ".weight"; other names stay unchanged. */
    static String module(String name) {
        return name.endsWith(WEIGHT) ? name.substring(0, name.length() - WEIGHT.length()) : name;
    }

    /** The name of a module's weight tensor. */
    static String weight(String module) {
        return module + WEIGHT;
    }
}
