package openweights.engine.quantize;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openweights.engine.math.Backend;
import openweights.engine.math.Matrix;
import openweights.engine.model.ChangedTensors;
import openweights.engine.model.Model;
import openweights.engine.model.config.ModelException;
import openweights.engine.model.layer.Tensors;

/**
 * A model whose matrices are held in few bits. Norms and biases stay as they are.
 *
 * <pre>{@code
 * Quantized four = Quantized.of(Model.open(folder), Bits.INT4);
 * four.errors();         // a record for each matrix
 * four.bitsPerWeight();  // 4.5
 * four.model();          // runs with what is left
 * }</pre>
 */
public final class Quantized {

    private final List<TensorError> errors = new ArrayList<>();
    private final Model model;
    private long size; // in bits

    private Quantized(Model original, Bits bits) {
        model = original.with(tensors -> new Few(tensors, bits, original.backend()));
    }

    /**
     * Quantizes every matrix.
     *
     * @throws ModelException if a weight is NaN or infinite; the message names tensor and place
     */
    public static Quantized of(Model model, Bits bits) {
        return new Quantized(model, bits);
    }

    /** What each matrix has lost, in the order of the forward pass. */
    public List<TensorError> errors() {
        return Collections.unmodifiableList(errors);
    }

    /** The model with the quantized weights; the original stays as it is. */
    public Model model() {
        return model;
    }

    /** The mean over all matrices, scales included. */
    public double bitsPerWeight() {
        return 8.0 * bytes() / weights();
    }

    /** How many weights the matrices have. */
    public long weights() {
        return errors.stream().mapToLong(e -> (long) e.rows() * e.columns()).sum();
    }

    /** What the matrices take in a file or in memory, packed. In float32 it is four bytes each. */
    public long bytes() {
        return size / 8;
    }

    /** Quantizes each matrix when the model asks for it. */
    private final class Few extends ChangedTensors {

        private final Bits bits;
        private final Backend backend;
        private final Map<String, Matrix> made = new HashMap<>();

        Few(Tensors original, Bits bits, Backend backend) {
            super(original);
            this.bits = bits;
            this.backend = backend;
        }

        @Override
        public Matrix matrix(String name, int rows, int columns) {
            return made.computeIfAbsent(name, n -> few(n, super.matrix(n, rows, columns)));
        }

        @Override
        public Matrix transposed(String name, int rows, int columns) {
            return made.computeIfAbsent(name, n -> few(n, super.transposed(n, rows, columns)));
        }

        @Override
        public Matrix slice(String name, int index, int count, int rows, int columns) {
            return few(name + "[" + index + "]", super.slice(name, index, count, rows, columns));
        }

        private Matrix few(String name, Matrix matrix) {
            float[] weights = matrix.copy();
            try {
                QuantizedMatrix quantized =
                        QuantizedMatrix.of(matrix.rows(), matrix.columns(), weights, bits);
                size += quantized.size();
                errors.add(TensorError.of(name, weights, quantized));
                return quantized.on(backend);
            } catch (IllegalArgumentException e) {
                throw new ModelException(
                        name
                                + ": "
                                + e.getMessage()
                                + " The file is damaged, or the training failed; take the model from its source again.",
                        e);
            }
        }
    }
}
