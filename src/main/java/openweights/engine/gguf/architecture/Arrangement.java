package openweights.engine.gguf.architecture;

import java.util.ArrayList;
import java.util.List;
import openweights.engine.view.Renamed;
import openweights.engine.view.Stacked;
import openweights.engine.view.StoredView;
import openweights.engine.view.TensorView;
import openweights.engine.weights.StoredTensor;

/** How a tensor in a GGUF file differs from that of Hugging Face's families. */
interface Arrangement {

    /** The tensor as it is. */
    Arrangement SAME =
            new Arrangement() {
                @Override
                public List<TensorView> read(String name, StoredTensor stored) {
                    return List.of(StoredView.of(name, stored));
                }

                @Override
                public TensorView write(String name, List<TensorView> parts) {
                    return new Renamed(name, parts.get(0));
                }
            };

    /**
     * Each step along the first axis as a tensor of its own, whose number replaces the asterisk.
     */
    Arrangement EACH =
            new Arrangement() {
                @Override
                public List<TensorView> read(String name, StoredTensor stored) {
                    List<Long> shape = stored.info().shape();
                    List<TensorView> views = new ArrayList<>();
                    for (int i = 0; i < stored.rows(); i++) {
                        views.add(
                                new StoredView(
                                        name.replace("*", Integer.toString(i)),
                                        shape.subList(1, shape.size()),
                                        stored,
                                        i * stored.rowSize()));
                    }
                    return views;
                }

                @Override
                public TensorView write(String name, List<TensorView> parts) {
                    return new Stacked(name, parts);
                }
            };

    /** The tensors that a stored one stands for. */
    List<TensorView> read(String name, StoredTensor stored);

    /** The tensor to store for those of a family; several only where an asterisk is. */
    TensorView write(String name, List<TensorView> parts);
}
