package openweights.engine.quantize;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import openweights.base.UserException;
import openweights.engine.block.BlockType;
import openweights.engine.block.Replaced;
import openweights.engine.math.Backend;
import openweights.engine.math.Matrix;
import openweights.engine.model.ChangedTensors;
import openweights.engine.model.Model;
import openweights.engine.model.config.ModelException;
import openweights.engine.model.layer.Tensors;

/**
 * A model with quantized matrices. Norms and biases stay as they are.
 *
 * <pre>{@code
 * Quantized four = Quantized.of(Model.open(folder), Bits.INT4);
 * four.errors();         // one record per matrix
 * four.bitsPerWeight();  // 4.5
 * four.model();          // runs with the quantized weights
 * }</pre>
 */
public final class Quantized {

    private final List<TensorError> errors = new ArrayList<>();
    private final Map<String, List<QuantizedMatrix>> matrices = new LinkedHashMap<>();
    private final Set<String> transposed = new HashSet<>();
    private final Model model;
    private final BlockType type;
    private long bytes;

    private Quantized(Model original, BlockType type) {
        this.type = type;
        model = original.with(tensors -> new QuantizingTensors(tensors, original.backend()));
    }

    /**
     * Quantizes every matrix.
     *
     * @throws ModelException if a weight is NaN or infinite; the message names the tensor and its
     *     position
     */
    public static Quantized of(Model model, Bits bits) {
        return of(model, bits.type());
    }

    /** The same with any type that can be encoded. */
    public static Quantized of(Model model, BlockType type) {
        return new Quantized(model, type);
    }

    /** The error of each matrix, in the order of the forward pass. */
    public List<TensorError> errors() {
        return Collections.unmodifiableList(errors);
    }

    /** The model with the quantized weights; the original stays as it is. */
    public Model model() {
        return model;
    }

    /** What the user should know about matrices that could not get the type, a line each. */
    public List<String> notes() {
        Replaced replaced = new Replaced(type.name(), type.weights());
        errors.stream()
                .filter(error -> error.type() != type)
                .forEach(error -> replaced.add(error.tensor(), error.type().name()));
        return replaced.notes();
    }

    /** The average over all matrices, scales included. */
    public double bitsPerWeight() {
        return 8.0 * bytes() / weights();
    }

    /** How many weights the matrices have. */
    public long weights() {
        return errors.stream().mapToLong(e -> (long) e.rows() * e.columns()).sum();
    }

    /** Bytes that all matrices take when packed, scales included. */
    public long bytes() {
        return bytes;
    }

    /** The matrices of each tensor: one, or all that are stored together. */
    Map<String, List<QuantizedMatrix>> matrices() {
        return matrices;
    }

    /** The tensors that are stored with their axes the other way round than a product needs. */
    Set<String> transposed() {
        return transposed;
    }

    /**
     * The type for rows of so many weights. Large blocks would have to be filled up with zeros
     * where a row is no multiple of them, so a type with small blocks takes their place.
     */
    static BlockType fit(BlockType type, int columns) {
        if (columns % type.weights() == 0) {
            return type;
        }
        return type.bitsPerWeight() > 6 ? BlockType.Q8_0 : BlockType.Q4_0;
    }

    /** Quantizes each matrix when the model asks for it. */
    private final class QuantizingTensors extends ChangedTensors {

        private final Backend backend;
        private final Map<String, Matrix> quantized = new HashMap<>();

        QuantizingTensors(Tensors original, Backend backend) {
            super(original);
            this.backend = backend;
        }

        @Override
        public Matrix matrix(String name, int rows, int columns) {
            return quantized.computeIfAbsent(
                    name, n -> quantize(n, n, super.matrix(n, rows, columns)));
        }

        @Override
        public Matrix transposed(String name, int rows, int columns) {
            return quantized.computeIfAbsent(
                    name, n -> quantize(n, n, across(n, super.transposed(n, rows, columns))));
        }

        @Override
        public Matrix slice(String name, int index, int count, int rows, int columns) {
            return quantize(
                    name, name + "[" + index + "]", super.slice(name, index, count, rows, columns));
        }

        @Override
        public Matrix transposedSlice(String name, int index, int count, int rows, int columns) {
            return quantize(
                    name,
                    name + "[" + index + "]",
                    across(name, super.transposedSlice(name, index, count, rows, columns)));
        }

        private Matrix across(String tensor, Matrix matrix) {
            transposed.add(tensor);
            return matrix;
        }

        private Matrix quantize(String tensor, String name, Matrix matrix) {
            float[] weights = matrix.copy();
            BlockType fitting = fit(type, matrix.columns());
            try {
                QuantizedMatrix result =
                        QuantizedMatrix.of(matrix.rows(), matrix.columns(), weights, fitting);
                matrices.computeIfAbsent(tensor, n -> new ArrayList<>()).add(result);
                bytes += result.size();
                errors.add(TensorError.of(name, weights, result));
                return result.on(backend);
            } catch (UserException e) {
                throw new ModelException(
                        name
                                + ": "
                                + e.getMessage()
                                + " The file is damaged, or training failed; get the model from its source again.",
                        e);
            }
        }
    }
}
