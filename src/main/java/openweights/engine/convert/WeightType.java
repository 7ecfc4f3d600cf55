package openweights.engine.convert;

import java.util.Locale;
import openweights.engine.view.TensorView;
import openweights.engine.weights.DType;

/** The type in which matrices are written. Vectors are always written as float32 in GGUF files. */
public enum WeightType {
    F32(DType.F32, 0),
    F16(DType.F16, 1),
    BF16(DType.BF16, 32),
    Q8_0(DType.Q8_0, 7),
    Q4_0(DType.Q4_0, 2),
    Q4_K(DType.Q4_K, 14);

    private final DType dtype;
    private final int fileType;

    WeightType(DType dtype, int fileType) {
        this.dtype = dtype;
        this.fileType = fileType;
    }

    DType dtype() {
        return dtype;
    }

    /** llama.cpp's number for a file whose matrices are mostly of this type. */
    int fileType() {
        return fileType;
    }

    /** Whether each number stands for itself, as safetensors needs it. */
    public boolean plain() {
        return dtype.unit() == 1;
    }

    /**
     * The type for a tensor in a GGUF file. Norms, biases, and routers stay float32, as llama.cpp
     * expects them, and MXFP4 stays MXFP4, which says the same in fewer bits. Rows that are not
     * whole blocks of 256 are written as Q8_0, and those that are not whole blocks of 32 as F16.
     */
    DType of(TensorView tensor) {
        String name = tensor.name();
        if (tensor.shape().size() < 2
                || name.endsWith("_norm.weight")
                || name.endsWith(".bias")
                || name.endsWith(".ffn_gate_inp.weight")) {
            return DType.F32;
        }
        if (tensor.dtype() == DType.MXFP4) {
            return DType.MXFP4;
        }
        if (Encoding.fits(tensor, dtype)) {
            return dtype;
        }
        return Encoding.fits(tensor, DType.Q8_0) ? DType.Q8_0 : DType.F16;
    }

    /** Whether a tensor is written in another type, because its rows are not whole blocks. */
    boolean isReplaced(TensorView tensor) {
        DType written = of(tensor);
        return written != dtype && written != DType.F32 && written != DType.MXFP4;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
