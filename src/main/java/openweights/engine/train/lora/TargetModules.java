package openweights.engine.train.lora;

import java.util.List;
import java.util.TreeSet;
import openweights.engine.train.network.Parameter;
import openweights.engine.train.network.Parameters;

/** The matrices that an adapter is for. */
final class TargetModules {

    private static final String WEIGHT = ".weight";
    private static final String LAYERS = "model.layers.";

    private TargetModules() {}

    /**
     * @throws IllegalArgumentException if a target is in no layer, or the rank is too high for one
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
                throw new IllegalArgumentException(
                        "No layer has a matrix \"" + target + "\" to adapt. There are: " + known);
            }
        }
        List<Parameter> chosen =
                matrices.stream().filter(p -> lora.targets().contains(kind(p.name()))).toList();
        chosen.forEach(p -> requireLow(lora.rank(), p.name(), p.rows(), p.columns()));
        return chosen;
    }

    static void requireLow(int rank, String name, int rows, int columns) {
        if (rank > Math.min(rows, columns)) {
            throw new IllegalArgumentException(
                    "Rank %d is too high for %s, which is %d x %d: no matrix has a rank above its shorter side. Take %d or less."
                            .formatted(rank, name, rows, columns, Math.min(rows, columns)));
        }
    }

    /** Such as q_proj of model.layers.0.self_attn.q_proj.weight. */
    private static String kind(String name) {
        return last(module(name));
    }

    /** A module's own name, without what it is in. */
    static String last(String module) {
        return module.substring(module.lastIndexOf('.') + 1);
    }

    /** A tensor's name without ".weight"; unchanged if it ends otherwise. */
    static String module(String name) {
        return name.endsWith(WEIGHT) ? name.substring(0, name.length() - WEIGHT.length()) : name;
    }

    /** The name of a module's matrix. */
    static String weight(String module) {
        return module + WEIGHT;
    }
}
