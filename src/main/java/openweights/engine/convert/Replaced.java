package openweights.engine.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import openweights.engine.view.TensorView;
import openweights.engine.weights.DType;

/** The tensors of a GGUF file whose rows are not whole blocks of the type that was asked for. */
final class Replaced {

    private final WeightType type;
    private final Map<DType, List<String>> names = new TreeMap<>();

    Replaced(WeightType type) {
        this.type = type;
    }

    void add(TensorView tensor) {
        if (type.isReplaced(tensor)) {
            names.computeIfAbsent(type.of(tensor), written -> new ArrayList<>()).add(tensor.name());
        }
    }

    /** A line for each type that is written instead. */
    List<String> notes() {
        return names.entrySet().stream()
                .map(
                        each ->
                                "%s written as %s instead of %s, which stores blocks of %d numbers: the rows cannot be cut into whole blocks."
                                        .formatted(
                                                shown(each.getValue()),
                                                each.getKey(),
                                                type.dtype(),
                                                type.dtype().unit()))
                .toList();
    }

    private static String shown(List<String> tensors) {
        return tensors.size() == 1
                ? tensors.get(0) + " is"
                : "%d tensors, such as %s, are".formatted(tensors.size(), tensors.get(0));
    }
}
