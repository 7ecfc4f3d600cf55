package openweights.engine.weights;

/** Everything that can be wrong with a safetensors file or an index of shards, with advice. */
public enum Fault {
    FILE_TOO_SHORT(Advice.CUT_OFF),
    HEADER_TOO_LARGE(Advice.NOT_SAFETENSORS),
    HEADER_LONGER_THAN_FILE(Advice.CUT_OFF),
    HEADER_NOT_UTF8(Advice.DAMAGED),
    HEADER_NOT_AN_OBJECT(Advice.NOT_SAFETENSORS),
    HEADER_NOT_JSON(Advice.DAMAGED),
    HEADER_TOO_DEEP(Advice.DO_NOT_TRUST),
    TEXT_AFTER_HEADER(Advice.DO_NOT_TRUST),
    DUPLICATE_KEY(Advice.DO_NOT_TRUST),
    TOO_MANY_TENSORS(Advice.DO_NOT_TRUST),
    NAME_TOO_LONG(Advice.DO_NOT_TRUST),
    METADATA_NOT_TEXT(Advice.WRITER),
    ENTRY_NOT_AN_OBJECT(Advice.WRITER),
    FIELD_MISSING(Advice.WRITER),
    FIELD_MALFORMED(Advice.WRITER),
    UNKNOWN_DTYPE(Advice.WRITER),
    SHAPE_OVERFLOW(Advice.DO_NOT_TRUST),
    PARTIAL_BYTE(Advice.WRITER),
    SIZE_MISMATCH(Advice.WRITER),
    OFFSETS_REVERSED(Advice.WRITER),
    OFFSETS_OVERLAP(Advice.DO_NOT_TRUST),
    OFFSETS_GAP(Advice.DO_NOT_TRUST),
    OFFSETS_BEYOND_FILE(Advice.CUT_OFF),
    TRAILING_BYTES(Advice.DO_NOT_TRUST),
    FILE_CHANGED("Open it again when nothing writes to it any longer."),
    INDEX_MALFORMED("Get the index from its source again."),
    INDEX_LEAVES_FOLDER(Advice.DO_NOT_TRUST),
    SHARD_MISSING(
            "Get the missing file from the source, or the index that belongs to these files."),
    SHARD_LACKS_TENSOR("The index and the shards belong to different versions; get both again."),
    TENSOR_IN_TWO_SHARDS("The index and the shards belong to different versions; get both again."),
    NO_WEIGHTS("Name a .safetensors file, or a folder that holds model.safetensors.");

    private final String advice;

    Fault(String advice) {
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
        static final String NOT_SAFETENSORS =
                "This is probably not a safetensors file; check what was downloaded.";
        static final String DO_NOT_TRUST =
                "No honest program writes such a file; do not use it, and get it from its source.";
        static final String WRITER =
                "The program that wrote the file has a bug; write it again with another program.";
    }
}
