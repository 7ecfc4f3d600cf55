package openweights.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/** Reads the header of a .npy file and checks that its numbers fill the rest of the file. */
final class NpyHeaderReader {

    /** The first six bytes; two bytes of version follow. */
    static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    private static final int VERSION_END = 8;
    private static final int MAX_HEADER_BYTES = 1 << 16;

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
     * What NumPy calls numbers of a type.
     *
     * @throws IllegalArgumentException if it has no such numbers
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
        long start = VERSION_END + lengthBytes;
        Charset charset = version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        NpyLiteral literal = new NpyLiteral(file, start, text(start, (int) length, charset));
        Map<String, Object> fields = literal.read();
        String descr = (String) fields.get("descr");
        NpyHeader header =
                new NpyHeader(
                        version,
                        dtype(descr),
                        descr.startsWith(">"),
                        (Boolean) fields.get("fortran_order"),
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
                throw new NpyException(
                        file,
                        0,
                        "the file does not begin like a .npy file" + hint + ". Check what it is.");
            }
        }
        int major = start.get() & 0xff;
        int minor = start.get() & 0xff;
        if (major < 1 || major > 3 || minor != 0) {
            throw new NpyException(
                    file,
                    MAGIC.length,
                    "version "
                            + major
                            + "."
                            + minor
                            + " of the .npy format is not known; 1.0, 2.0 and 3.0 are. Save it again with numpy.save.");
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
            throw new NpyException(
                    file,
                    VERSION_END,
                    "the header should have "
                            + length
                            + " bytes, beyond the limit of "
                            + MAX_HEADER_BYTES
                            + ". No array of plain numbers needs that; do not use the file.");
        }
        return length;
    }

    private String text(long start, int length, Charset charset) throws IOException {
        try {
            ByteBuffer bytes = bytes(start, length, "header");
            return charset.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new NpyException(
                    file,
                    start,
                    "the header is not " + charset + ". The file is probably damaged.");
        }
    }

    /**
     * The second and third character of a descr say kind and size, the first the order of bytes.
     */
    private DType dtype(String descr) {
        DType dtype = descr.matches("[<>|]..") ? DTYPES.get(descr.substring(1)) : null;
        if (dtype != null) {
            return dtype;
        }
        String why =
                descr.contains("O")
                        ? "it holds Python objects, which can run code when they are loaded"
                        : "known are "
                                + DTYPES.keySet().stream().sorted().toList()
                                + " after <, > or |";
        throw new NpyException(
                file,
                VERSION_END,
                "numbers of type "
                        + WeightsException.quoted(descr)
                        + " are not read: "
                        + why
                        + ". Save the array with a type of plain numbers.");
    }

    @SuppressWarnings("unchecked")
    private static List<Long> shape(Map<String, Object> fields) {
        return (List<Long>) fields.get("shape");
    }

    private void requireExactly(NpyHeader header) throws IOException {
        long found = channel.size() - header.dataStart();
        long needed;
        try {
            needed = header.dtype().bits() / Byte.SIZE;
            for (long size : header.shape()) {
                needed = Math.multiplyExact(needed, size);
            }
        } catch (ArithmeticException overflow) {
            needed = Long.MAX_VALUE;
        }
        if (needed != found) {
            throw new NpyException(
                    file,
                    header.dataStart(),
                    String.format(
                            "shape %s of %s needs %s bytes, but after the header the file has %d. %s",
                            header.shape(),
                            header.dtype(),
                            needed == Long.MAX_VALUE ? "more than 2^63" : Long.toString(needed),
                            found,
                            found < needed
                                    ? "The file is probably cut off; compare its SHA-256 with the source."
                                    : "Something else stands behind the array; do not use the file."));
        }
    }

    private ByteBuffer bytes(long from, int count, String what) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw new NpyException(
                        file,
                        from,
                        String.format(
                                "the %s should have %d bytes from byte %d on, but the file ends at byte"
                                        + " %d. It is probably cut off; compare its SHA-256 with the"
                                        + " source.",
                                what, count, from, channel.size()));
            }
        }
        return bytes.flip();
    }
}
