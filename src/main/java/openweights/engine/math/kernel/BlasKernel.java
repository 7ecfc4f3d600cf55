package openweights.engine.math.kernel;

import com.sun.jna.Function;
import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import openweights.base.SharedNatives;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;

/**
 * Multiplies with many inputs through the OpenBLAS that comes with ND4J and does everything else as
 * the plain kernel does. Threads come from the pool; BLAS itself uses one. The order of its sums is
 * not fixed.
 */
public final class BlasKernel extends PlainKernel {

    private static final int ROWS = LANES; // so that tiles of both kernels are alike
    private static final int INPUTS = 128;

    /** A thread's off-heap copies of a product's operands. */
    private static final ThreadLocal<Copies> COPIES = ThreadLocal.withInitial(Copies::new);

    private static final class Copies {
        private FloatPointer weights = new FloatPointer(0);
        private FloatPointer inputs = new FloatPointer(0);
        private FloatPointer out = new FloatPointer(0);
    }

    private static final class Library {
        static {
            SharedNatives.use();
            setProcessorType();
            openblas.blas_set_num_threads(1);
        }

        static void load() {}
    }

    @Override
    public String name() {
        return "blas";
    }

    @Override
    public int blockRows() {
        return ROWS;
    }

    @Override
    public int groupInputs() {
        return INPUTS;
    }

    @Override
    public void accumulate(
            int columns, float[] w, int wAt, float[] x, int xAt, float[] y, int yAt) {
        Library.load();
        Copies copies = COPIES.get();
        copies.weights = copy(w, wAt, columns * ROWS, copies.weights);
        copies.inputs = copy(x, xAt, columns * INPUTS, copies.inputs);
        copies.out = copy(y, yAt, INPUTS * ROWS, copies.out);
        openblas.cblas_sgemm(
                openblas.CblasRowMajor,
                openblas.CblasTrans,
                openblas.CblasNoTrans,
                INPUTS,
                ROWS,
                columns,
                1,
                copies.inputs,
                INPUTS,
                copies.weights,
                ROWS,
                1,
                copies.out,
                ROWS);
        copies.out.get(y, yAt, INPUTS * ROWS);
    }

    private static FloatPointer copy(float[] from, int at, int n, FloatPointer to) {
        FloatPointer room = to;
        if (to.capacity() < n) {
            to.close();
            room = new FloatPointer(n);
        }
        return room.put(from, at, n);
    }

    /**
     * This OpenBLAS is older than many processors and treats an unknown one as a Haswell, which
     * halves the speed on those with AVX-512. It reads the variable when it is loaded.
     */
    private static void setProcessorType() {
        String variable = "OPENBLAS_CORETYPE";
        if (Platform.isLinux() && Platform.isIntel() && System.getenv(variable) == null) {
            if (processorHas(" avx512f ") && processorHas(" avx512bw ")) {
                // Not in the home folder, which may be closed to writing.
                System.setProperty("jna.tmpdir", System.getProperty("java.io.tmpdir"));
                Function.getFunction("c", "setenv")
                        .invokeInt(new Object[] {variable, "SkylakeX", 1});
            }
        }
    }

    private static boolean processorHas(String flag) {
        try {
            return Files.readString(Path.of("/proc/cpuinfo")).contains(flag);
        } catch (IOException e) {
            return false;
        }
    }
}
