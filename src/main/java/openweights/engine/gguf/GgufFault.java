package openweights.engine.gguf;

/** Everything that can be wrong with a GGUF file or its parts, with advice. */
public enum GgufFault {
    FILE_TOO_SHORT(Advice.CUT_OFF),
    NOT_GGUF("This is not a GGUF file; check what was downloaded."),
    BIG_ENDIAN("Get the file for little-endian machines."),
    UNSUPPORTED_VERSION("Get a file of version 2 or 3, or convert the model again."),
    HEADER_BEYOND_FILE(Advice.CUT_OFF),
    HEADER_TOO_LARGE(Advice.DO_NOT_TRUST),
    TOO_MANY_KEYS(Advice.DO_NOT_TRUST),
    TOO_MANY_TENSORS(Advice.DO_NOT_TRUST),
    NAME_TOO_LONG(Advice.DO_NOT_TRUST),
    NOT_UTF8(Advice.DAMAGED),
    DUPLICATE_KEY(Advice.DO_NOT_TRUST),
    UNKNOWN_VALUE_TYPE(Advice.DAMAGED),
    NESTED_TOO_DEEPLY(Advice.DO_NOT_TRUST),
    BAD_FLAG(Advice.DAMAGED),
    KEY_MISSING(Advice.WRITER),
    WRONG_VALUE(Advice.WRITER),
    BAD_ALIGNMENT(Advice.WRITER),
    DUPLICATE_TENSOR(Advice.DO_NOT_TRUST),
    BAD_SHAPE(Advice.DAMAGED),
    SHAPE_OVERFLOW(Advice.DO_NOT_TRUST),
    UNKNOWN_TENSOR_TYPE(
            "Get the model in another type; Q4_K_M, Q6_K, and Q8_0 are widely offered."),
    PARTIAL_BLOCK(Advice.WRITER),
    MISALIGNED_TENSOR(Advice.WRITER),
    TENSORS_OVERLAP(Advice.DO_NOT_TRUST),
    GAP_BETWEEN_TENSORS(Advice.DO_NOT_TRUST),
    TENSOR_BEYOND_FILE(Advice.CUT_OFF),
    TRAILING_BYTES(Advice.DO_NOT_TRUST),
    PART_MISSING(
            "All parts belong in one folder, under their names at the source; get what is missing there."),
    PARTS_DISAGREE(
            "The parts belong to different versions, or were renamed; get all of them again."),
    UNSUPPORTED_ARCHITECTURE("Get a model of another architecture, or the model in safetensors."),
    UNSUPPORTED_TOKENIZER("Get the model in safetensors, with its tokenizer.json."),
    UNSUPPORTED_SETTING("Get the model in safetensors."),
    UNKNOWN_TENSOR("Get the model from its source again, or in safetensors.");

    private final String advice;

    GgufFault(String advice) {
        this.advice = advice;
    }

    /** What to do next, in one sentence. */
    public String advice() {
        return advice;
    }

    private static final class Advice {
        static final String CUT_OFF =
                "The file is probably cut off; compare its SHA-256 with the source.";
        static final String DAMAGED =
                "The file is probably damaged; compare its SHA-256 with the source.";
        static final String DO_NOT_TRUST =
                "No honest program writes such a file; do not use it, and get it from its source.";
        static final String WRITER =
                "The program that wrote the file has a bug; write it again with another program.";
    }
}
