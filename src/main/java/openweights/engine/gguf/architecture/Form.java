package openweights.engine.gguf.architecture;

import java.util.List;
import openweights.engine.view.Alternating;
import openweights.engine.view.Mapped;
import openweights.engine.view.Picked;
import openweights.engine.view.Renamed;
import openweights.engine.view.TensorView;
import openweights.engine.view.Transposed;

/** How one tensor of a family is one or two in a GGUF file. */
interface Form {

    /** The same numbers under another name. */
    Form SAME =
            new Form() {
                @Override
                public TensorView read(String name, List<TensorView> stored) {
                    return new Renamed(name, stored.get(0));
                }

                @Override
                public List<TensorView> write(List<String> stored, TensorView tensor) {
                    return List.of(new Renamed(stored.get(0), tensor));
                }
            };

    /** Matrices with inputs before outputs. */
    Form TRANSPOSED =
            new Form() {
                @Override
                public TensorView read(String name, List<TensorView> stored) {
                    return new Renamed(name, new Transposed(stored.get(0)));
                }

                @Override
                public List<TensorView> write(List<String> stored, TensorView tensor) {
                    return List.of(new Renamed(stored.get(0), turned(tensor)));
                }
            };

    /**
     * Two tensors, whose rows are in one, [experts, 2 rows, ...].
     *
     * @param count how many rows of each come one after another; 0 for all of an expert
     */
    static Form rowsOfTwo(long count) {
        return new Form() {
            @Override
            public TensorView read(String name, List<TensorView> stored) {
                long run = count > 0 ? count : rows(stored.get(0));
                return Alternating.rows(name, stored.get(0), stored.get(1), run);
            }

            @Override
            public List<TensorView> write(List<String> stored, TensorView tensor) {
                long run = count > 0 ? count : rows(tensor) / 2;
                return List.of(
                        Picked.rows(stored.get(0), tensor, 2 * run, 0, run),
                        Picked.rows(stored.get(1), tensor, 2 * run, run, run));
            }
        };
    }

    /** The same, with inputs before outputs in the one. */
    static Form columnsOfTwo(long count) {
        Form rows = rowsOfTwo(count);
        return new Form() {
            @Override
            public TensorView read(String name, List<TensorView> stored) {
                return new Transposed(rows.read(name, stored));
            }

            @Override
            public List<TensorView> write(List<String> stored, TensorView tensor) {
                return rows.write(stored, turned(tensor));
            }
        };
    }

    /**
     * What makes keys and values of a short vector: in a GGUF file the keys' matrices, transposed,
     * and the values', [heads, ...].
     *
     * @param keys rows of a head's keys
     * @param values rows of a head's values
     */
    static Form keysAndValues(long keys, long values) {
        return new Form() {
            @Override
            public TensorView read(String name, List<TensorView> stored) {
                List<Long> own = stored.get(1).shape();
                long heads = own.isEmpty() ? 0 : own.get(0);
                long rank = own.isEmpty() ? 0 : own.get(own.size() - 1);
                require(stored.get(1), List.of(heads, values, rank));
                require(stored.get(0), List.of(heads, rank, keys));
                TensorView first = new Transposed(stored.get(0));
                TensorView second = Mapped.same(stored.get(1));
                List<Long> shape = List.of(heads * (keys + values), rank);
                return new Alternating(name, shape, first, keys * rank, second, values * rank);
            }

            @Override
            public List<TensorView> write(List<String> stored, TensorView tensor) {
                long rank = tensor.shape().get(1);
                long period = (keys + values) * rank;
                long heads = tensor.elements() / period;
                return List.of(
                        new Renamed(
                                stored.get(0),
                                new Transposed(
                                        new Picked(
                                                tensor.name(),
                                                List.of(heads, keys, rank),
                                                tensor,
                                                period,
                                                0,
                                                keys * rank))),
                        new Picked(
                                stored.get(1),
                                List.of(heads, values, rank),
                                tensor,
                                period,
                                keys * rank,
                                values * rank));
            }
        };
    }

    private static void require(TensorView tensor, List<Long> shape) {
        if (!tensor.shape().equals(shape)) {
            throw new IllegalArgumentException(
                    "%s is of shape %s instead of %s."
                            .formatted(tensor.origin(), tensor.shape(), shape));
        }
    }

    private static TensorView turned(TensorView tensor) {
        return tensor.transpose().orElseGet(() -> new Transposed(tensor));
    }

    private static long rows(TensorView tensor) {
        return tensor.shape().size() < 2 ? 1 : tensor.shape().get(1);
    }

    /**
     * @param name of the family's tensor
     * @throws IllegalArgumentException if the shapes do not go together
     */
    TensorView read(String name, List<TensorView> stored);

    /**
     * @param stored names of the file's tensors
     */
    List<TensorView> write(List<String> stored, TensorView tensor);
}
