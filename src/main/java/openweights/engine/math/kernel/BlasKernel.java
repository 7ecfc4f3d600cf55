package openweights.engine.math.kernel;

import com.sun.jna.Function;
import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;

/**
 * Multiplies with many inputs through the OpenBLAS that comes with ND4J and does everything else as
 * the plain kernel does. Threads come from the pool; BLAS itself uses one. The order of its sums is
 * not fixed.
 */
public final class BlasKernel extends PlainKernel {

    private static final int LANES = 128;

    /** A thread's off-heap copies of a product's operands. */
    private static final ThreadLocal<Copies> COPIES = ThreadLocal.withInitial(Copies::new);

    private static final class Copies {
        private FloatPointer weights = new FloatPointer(0);
        private FloatPointer panel = new FloatPointer(0);
        private FloatPointer out = new FloatPointer(0);
    }

    private static final class Library {
        static {
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
    public int lanes() {
        return LANES;
    }

    @Override
    public void accumulate(
            int lanes,
            float[] w,
            int wAt,
            int rowStride,
            int columnStride,
            int rows,
            int columns,
            float[] panel,
            int panelAt,
            float[] out,
            int outAt) {
        if (rowStride != 1 && columnStride != 1) {
            super.accumulate(
                    lanes,
                    w,
                    wAt,
                    rowStride,
                    columnStride,
                    rows,
                    columns,
                    panel,
                    panelAt,
                    out,
                    outAt);
            return;
        }
        Library.load();
        Copies copies = COPIES.get();
        int span = (rows - 1) * rowStride + (columns - 1) * columnStride + 1;
        copies.weights = copy(w, wAt, span, copies.weights);
        copies.panel = copy(panel, panelAt, columns * LANES, copies.panel);
        copies.out = copy(out, outAt, rows * LANES, copies.out);
        boolean byRows = columnStride == 1;
        openblas.cblas_sgemm(
                openblas.CblasRowMajor,
                byRows ? openblas.CblasNoTrans : openblas.CblasTrans,
                openblas.CblasNoTrans,
                rows,
                LANES,
                columns,
                1,
                copies.weights,
                Math.max(byRows ? rowStride : columnStride, byRows ? columns : rows),
                copies.panel,
                LANES,
                1,
                copies.out,
                LANES);
        copies.out.get(out, outAt, rows * LANES);
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
