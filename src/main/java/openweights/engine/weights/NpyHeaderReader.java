package openweights.engine.weights;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Reads the header of a .npy file and checks that its numbers fill the rest of the file. */
final class NpyHeaderReader {

    /** The first six bytes; two bytes of version follow. */
    static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    private static final int VERSION_END = 8;
    private static final int MAX_HEADER_BYTES = 1 << 16;

    private static final String CUT_OFF =
            "The file is probably cut off; compare its SHA-256 with the source.";
    private static final String EXTRA_BYTES =
            "Something else follows the array; do not use the file.";

    private static final Map<String, DType> DTYPES =
            Map.ofEntries(
                    Map.entry("b1", DType.BOOL),
                    Map.entry("i1", DType.I8),
                    Map.entry("u1", DType.U8),
                    Map.entry("i2", DType.I16),
                    Map.entry("u2", DType.U16),
                    Map.entry("i4", DType.I32),
                    Map.entry("u4", DType.U32),
                    Map.entry("i8", DType.I64),
                    Map.entry("u8", DType.U64),
                    Map.entry("f2", DType.F16),
                    Map.entry("f4", DType.F32),
                    Map.entry("f8", DType.F64),
                    Map.entry("c8", DType.C64));

    private final Path file;
    private final FileChannel channel;

    private NpyHeaderReader(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * @throws NpyException if the file breaks a rule of the format
     */
    static NpyHeader read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new NpyHeaderReader(file, channel).header();
        }
    }

    /**
     * NumPy's name for a type.
     *
     * @throws IllegalArgumentException if NumPy has no such type
     */
    static String kind(DType dtype) {
        return DTYPES.entrySet().stream()
                .filter(known -> known.getValue() == dtype)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "A .npy file cannot hold "
                                                + dtype
                                                + "; cast to FLOAT first."));
    }

    private NpyHeader header() throws IOException {
        int version = version();
        int lengthBytes = version == 1 ? Short.BYTES : Integer.BYTES;
        long length = length(lengthBytes);
        long start = (long) VERSION_END + lengthBytes;
        Charset charset = version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        NpyLiteral literal = new NpyLiteral(file, start, text(start, (int) length, charset));
        Map<String, Object> fields = literal.read();
        String descr = (String) field(fields, "descr");
        NpyHeader header =
                new NpyHeader(
                        version,
                        dtype(descr),
                        descr.startsWith(">"),
                        (Boolean) field(fields, "fortran_order"),
                        shape(fields),
                        start + length);
        requireExactly(header);
        return header;
    }

    private int version() throws IOException {
        ByteBuffer start = bytes(0, VERSION_END, "magic bytes and version");
        for (byte magic : MAGIC) {
            if (start.get() != magic) {
                String hint = Lookalike.hint(start.rewind());
                throw fault(0, "it does not start like a .npy file%s. Check what it is.", hint);
            }
        }
        int major = start.get() & 0xff;
        int minor = start.get() & 0xff;
        if (major < 1 || major > 3 || minor != 0) {
            throw fault(
                    MAGIC.length,
                    "version %d.%d of the format is unknown; known ones are 1.0, 2.0 and 3.0. %s",
                    major,
                    minor,
                    "Save the array again with numpy.save.");
        }
        return major;
    }

    private long length(int lengthBytes) throws IOException {
        ByteBuffer bytes = bytes(VERSION_END, lengthBytes, "header's length");
        long length =
                lengthBytes == Short.BYTES
                        ? Short.toUnsignedLong(bytes.getShort())
                        : Integer.toUnsignedLong(bytes.getInt());
        if (length > MAX_HEADER_BYTES) {
            throw fault(
                    VERSION_END,
                    "the header should have %d bytes, beyond the limit of %d. %s",
                    length,
                    MAX_HEADER_BYTES,
                    "No array of plain numbers needs that; do not use the file.");
        }
        return length;
    }

    private String text(long start, int length, Charset charset) throws IOException {
        ByteBuffer bytes = bytes(start, length, "header");
        try {
            return charset.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw fault(start, "the header is not %s. The file is probably damaged.", charset);
        }
    }

    /** The first character is the byte order, the others are kind and size. */
    private DType dtype(String descr) {
        DType dtype = descr.matches("[<>|]..") ? DTYPES.get(descr.substring(1)) : null;
        if (dtype == null) {
            throw fault(
                    VERSION_END,
                    "numbers of type %s are not supported: %s. %s",
                    WeightsException.quoted(descr),
                    descr.contains("O")
                            ? "those are Python objects, which can run code when they are loaded"
                            : "known types are "
                                    + new TreeSet<>(DTYPES.keySet())
                                    + " after <, > or |",
                    "Save the array with a plain number type.");
        }
        return dtype;
    }

    private static Object field(Map<String, Object> fields, String key) {
        return Objects.requireNonNull(fields.get(key), key);
    }

    @SuppressWarnings("unchecked")
    private static List<Long> shape(Map<String, Object> fields) {
        return (List<Long>) field(fields, "shape");
    }

    private void requireExactly(NpyHeader header) throws IOException {
        BigInteger found = BigInteger.valueOf(channel.size() - header.dataStart());
        BigInteger needed = BigInteger.valueOf(header.dtype().bits() / Byte.SIZE);
        for (long size : header.shape()) {
            needed = needed.multiply(BigInteger.valueOf(size));
        }
        if (!needed.equals(found)) {
            throw fault(
                    header.dataStart(),
                    "shape %s of %s needs %d bytes, but after the header there are %d. %s",
                    header.shape(),
                    header.dtype(),
                    needed,
                    found,
                    found.compareTo(needed) < 0 ? CUT_OFF : EXTRA_BYTES);
        }
    }

    private ByteBuffer bytes(long from, int count, String what) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw fault(
                        from,
                        "the %s should have %d bytes starting at byte %d, but the file has only %d. %s",
                        what,
                        count,
                        from,
                        channel.size(),
                        CUT_OFF);
            }
        }
        return bytes.flip();
    }

    private NpyException fault(long offset, String found, Object... values) {
        return new NpyException(file, offset, String.format(Locale.ROOT, found, values));
    }
}
