package openweights.runtime.kernel.protocol;

/** Positions in code: Jupyter counts code points, Java counts chars. */
final class CodePoints {

    private CodePoints() {}

    /**
     * The index of a char, for a position in code points; positions beyond the end mean the end.
     */
    static int toIndex(String code, int position) {
        int count = code.codePointCount(0, code.length());
        return code.offsetByCodePoints(0, Math.max(0, Math.min(position, count)));
    }

    /** The position in code points, for the index of a char. */
    static int fromIndex(String code, int index) {
        return code.codePointCount(0, index);
    }
}
