package openweights.engine.block;

/**
 * 8-bit floating-point formats: sign, exponent, fraction. There are only 256 values, so each format
 * is a table.
 */
public enum SmallFloat {
    /** Four exponent bits; no infinity; NaN where all other bits are set. */
    E4M3(3, 7) {
        @Override
        boolean isNaN(int bits) {
            return (bits & 0x7f) == 0x7f;
        }
    },
    /** Five exponent bits; infinity and NaN as in IEEE 754: half of a 16-bit float. */
    E5M2(2, 15) {
        @Override
        boolean isNaN(int bits) {
            return (bits & 0x7f) > 0x7c;
        }

        @Override
        boolean isInfinite(int bits) {
            return (bits & 0x7f) == 0x7c;
        }
    },
    /** Like E4M3 with another bias; no infinity; NaN takes the place of negative zero. */
    E4M3FNUZ(3, 8) {
        @Override
        boolean isNaN(int bits) {
            return bits == 0x80;
        }
    },
    /** Like E5M2 with another bias; no infinity; NaN takes the place of negative zero. */
    E5M2FNUZ(2, 16) {
        @Override
        boolean isNaN(int bits) {
            return bits == 0x80;
        }
    },
    /** A power of two, used as a scale: no sign, no fraction, no zero. */
    E8M0(0, 127) {
        @Override
        boolean isNaN(int bits) {
            return bits == 0xff;
        }

        @Override
        float finite(int bits) {
            return Math.scalb(1f, bits - 127);
        }
    };

    private final int fractionBits;
    private final int bias;
    private final float[] values = new float[256];

    SmallFloat(int fractionBits, int bias) {
        this.fractionBits = fractionBits;
        this.bias = bias;
        for (int bits = 0; bits < values.length; bits++) {
            values[bits] = value(bits);
        }
    }

    /** The number of these eight bits. */
    public float of(byte bits) {
        return values[bits & 0xff];
    }

    abstract boolean isNaN(int bits);

    boolean isInfinite(int bits) {
        return false;
    }

    /**
     * (-1)^sign · 1.fraction · 2^(exponent - bias), and 0.fraction · 2^(1 - bias) for exponent 0.
     */
    float finite(int bits) {
        int fraction = bits & (1 << fractionBits) - 1;
        int exponent = (bits & 0x7f) >> fractionBits;
        int whole = exponent == 0 ? 0 : 1 << fractionBits;
        float size =
                Math.scalb((float) (whole + fraction), Math.max(exponent, 1) - bias - fractionBits);
        return (bits & 0x80) == 0 ? size : -size;
    }

    private float value(int bits) {
        if (isNaN(bits)) {
            return Float.NaN;
        }
        if (isInfinite(bits)) {
            return bits < 0x80 ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY;
        }
        return finite(bits);
    }
}
