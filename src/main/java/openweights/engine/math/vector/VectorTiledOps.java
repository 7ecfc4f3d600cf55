package openweights.engine.math.vector;

import static openweights.engine.math.vector.Lanes.COUNT;
import static openweights.engine.math.vector.Lanes.FLOATS;
import static openweights.engine.math.vector.Lanes.load;
import static openweights.engine.math.vector.Lanes.spread;

import jdk.incubator.vector.FloatVector;
import openweights.engine.math.kernel.PlainTiledOps;

/**
 * The loops of {@link PlainTiledOps} in the same order, a register of lanes at a time.
 *
 * <p>The compiler must not inline them: C2 would compile a whole layer as one method, reach its
 * limit of nodes within a loop, and make an object of each register there. So the launchers and the
 * kernel forbid it ({@code -XX:CompileCommand=dontinline}); without, a step takes a tenth longer or
 * more. Forbidding it for {@link VectorKernel}, too, makes decoding 4-bit weights slower on AVX2.
 *
 * <p>They also let C2 see more traps ({@code -XX:PerMethodTrapLimit}). Each method of the Vector
 * API counts how often it met another class of vectors than it was compiled for, and C2 adds these
 * numbers up over all that it inlines, each method as often as it is called. When other products
 * have run before, as they do where kernels are measured, the sum of a softmax exceeds the usual
 * limit of 100. Then C2 (JDK 17) expects any class of vectors in it, and its registers become
 * objects: a step takes half as long again.
 *
 * <p>No vector is passed to a method or returned by one that is itself a loop: C2 does not inline
 * it once it is compiled, and the vector would be an object in each of its steps.
 */
final class VectorTiledOps extends PlainTiledOps {

    @Override
    public void product(
            float[] w,
            int wAt,
            int wBlock,
            int rows,
            int columns,
            float[] x,
            int xAt,
            float[] y,
            int yAt) {
        OpsTile.product(w, wAt, wBlock, rows, columns, x, xAt, y, yAt);
    }

    @Override
    public void productTransposed(
            float[] w, int wAt, int rows, int columns, float[] x, int xAt, float[] y, int yAt) {
        TransposedOpsTile.product(w, wAt, rows, columns, x, xAt, y, yAt);
    }

    @Override
    public void rmsNorm(
            float[] x,
            int xAt,
            int n,
            float[] weight,
            int weightAt,
            float epsilon,
            float[] inverse,
            int inverseAt,
            float[] y,
            int yAt) {
        for (int lane = 0; lane < WIDTH; lane += COUNT) {
            FloatVector squares = FloatVector.zero(FLOATS);
            for (int i = 0; i < n; i++) {
                FloatVector v = load(x, xAt + lane + i * WIDTH);
                squares = v.fma(v, squares);
            }
            FloatVector inv = spread(1).div(squares.div(n).add(epsilon).sqrt());
            inv.intoArray(inverse, inverseAt + lane);
            for (int i = 0; i < n; i++) {
                load(x, xAt + lane + i * WIDTH)
                        .mul(inv)
                        .mul(spread(weight[weightAt + i]))
                        .intoArray(y, yAt + lane + i * WIDTH);
            }
        }
    }

    @Override
    public void rmsNormBackward(
            float[] dy,
            int dyAt,
            float[] x,
            int xAt,
            int n,
            float[] weight,
            int weightAt,
            float[] inverse,
            int inverseAt,
            float[] dx,
            int dxAt,
            float[] dWeight,
            int dWeightAt) {
        for (int lane = 0; lane < WIDTH; lane += COUNT) {
            FloatVector inv = load(inverse, inverseAt + lane);
            FloatVector sum = FloatVector.zero(FLOATS);
            for (int i = 0; i < n; i++) {
                int at = lane + i * WIDTH;
                FloatVector passed = load(dy, dyAt + at).mul(load(x, xAt + at));
                sum = passed.fma(spread(weight[weightAt + i]), sum);
                passed.fma(inv, load(dWeight, dWeightAt + at)).intoArray(dWeight, dWeightAt + at);
            }
            FloatVector pull = sum.div(n).mul(inv).mul(inv).mul(inv).neg();
            for (int i = 0; i < n; i++) {
                int at = lane + i * WIDTH;
                FloatVector own = pull.fma(load(x, xAt + at), load(dx, dxAt + at));
                load(dy, dyAt + at)
                        .mul(spread(weight[weightAt + i]))
                        .fma(inv, own)
                        .intoArray(dx, dxAt + at);
            }
        }
    }

    @Override
    public void softmax(float[] x, int xAt, int rows, float scale, float[] mask, int maskAt) {
        for (int lane = 0; lane < WIDTH; lane += COUNT) {
            FloatVector max = FloatVector.broadcast(FLOATS, Float.NEGATIVE_INFINITY);
            for (int i = 0; i < rows; i++) {
                int at = lane + i * WIDTH;
                FloatVector v = load(x, xAt + at).fma(spread(scale), load(mask, maskAt + at));
                v.intoArray(x, xAt + at);
                max = max.max(v);
            }
            FloatVector sum = FloatVector.zero(FLOATS);
            for (int i = 0; i < rows; i++) {
                int at = xAt + lane + i * WIDTH;
                FloatVector e = Functions.exp(load(x, at).sub(max));
                e.intoArray(x, at);
                sum = sum.add(e);
            }
            FloatVector factor = spread(1).div(sum);
            for (int i = 0; i < rows; i++) {
                int at = xAt + lane + i * WIDTH;
                load(x, at).mul(factor).intoArray(x, at);
            }
        }
    }

    @Override
    public void softmaxBackward(float[] p, int pAt, int rows, float scale, float[] dx, int dxAt) {
        for (int lane = 0; lane < WIDTH; lane += COUNT) {
            FloatVector sum = FloatVector.zero(FLOATS);
            for (int i = 0; i < rows; i++) {
                int at = lane + i * WIDTH;
                sum = load(p, pAt + at).fma(load(dx, dxAt + at), sum);
            }
            for (int i = 0; i < rows; i++) {
                int at = lane + i * WIDTH;
                load(dx, dxAt + at)
                        .sub(sum)
                        .mul(spread(scale))
                        .mul(load(p, pAt + at))
                        .intoArray(dx, dxAt + at);
            }
        }
    }

    @Override
    public void exponentials(float[] x, int xAt, int rows, float[] max, float[] sum) {
        for (int lane = 0; lane < WIDTH; lane += COUNT) {
            FloatVector largest = FloatVector.broadcast(FLOATS, Float.NEGATIVE_INFINITY);
            for (int i = 0; i < rows; i++) {
                largest = largest.max(load(x, xAt + lane + i * WIDTH));
            }
            largest.intoArray(max, lane);
            FloatVector total = FloatVector.zero(FLOATS);
            for (int i = 0; i < rows; i++) {
                int at = xAt + lane + i * WIDTH;
                FloatVector e = Functions.exp(load(x, at).sub(largest));
                e.intoArray(x, at);
                total = total.add(e);
            }
            total.intoArray(sum, lane);
        }
    }

    @Override
    public void scale(float[] factor, float[] x, int xAt, int rows) {
        for (int lane = 0; lane < WIDTH; lane += COUNT) {
            FloatVector f = load(factor, lane);
            for (int i = 0; i < rows; i++) {
                int at = xAt + lane + i * WIDTH;
                load(x, at).mul(f).intoArray(x, at);
            }
        }
    }

    @Override
    public void swiglu(float[] gate, int gateAt, int upAt, int n, float[] y, int yAt) {
        int i = 0;
        for (; i + COUNT <= n; i += COUNT) {
            Functions.silu(load(gate, gateAt + i)).mul(load(gate, upAt + i)).intoArray(y, yAt + i);
        }
        super.swiglu(gate, gateAt + i, upAt + i, n - i, y, yAt + i);
    }

    @Override
    public void swigluBackward(float[] gate, int gateAt, int upAt, int n, float[] dy, int dyAt) {
        int i = 0;
        for (; i + COUNT <= n; i += COUNT) {
            FloatVector g = load(gate, gateAt + i);
            FloatVector sigmoid = Functions.sigmoid(g);
            FloatVector silu = g.mul(sigmoid);
            FloatVector slope = silu.fma(spread(1).sub(sigmoid), sigmoid);
            FloatVector d = load(dy, dyAt + i);
            d.mul(load(gate, upAt + i)).mul(slope).intoArray(gate, gateAt + i);
            d.mul(silu).intoArray(gate, upAt + i);
        }
        super.swigluBackward(gate, gateAt + i, upAt + i, n - i, dy, dyAt + i);
    }
}
