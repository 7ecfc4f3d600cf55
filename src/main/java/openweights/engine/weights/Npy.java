package openweights.engine.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import openweights.base.AtomicFile;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An array in NumPy's .npy format.
 *
 * <pre>{@code
 * Npy.write(Path.of("w.npy"), array);
 * INDArray again = Npy.read(Path.of("w.npy"));
 * }</pre>
 *
 * Deliberately unsupported: Python objects, which can run code when they are loaded, and records.
 */
public final class Npy {

    private static final int ALIGNMENT = 64;
    private static final int ROOM_FOR_A_SIZE = 21;

    private final NpyHeader header;
    private final StoredTensor stored;

    private Npy(Path file, NpyHeader header, FileStamp stamp) {
        List<Long> axes = new ArrayList<>(header.shape());
        if (header.fortranOrder()) {
            Collections.reverse(axes);
        }
        long size = stamp.size() - header.dataStart();
        int width = header.bigEndian() ? header.dtype().wordBytes() : 1;
        String name = file.getFileName().toString();
        this.header = header;
        this.stored =
                new StoredTensor(
                        new TensorInfo(name, header.dtype(), axes, 0, size),
                        new FileRegion(file, stamp, header.dataStart(), size, width));
    }

    /**
     * Opens a file, or refuses it before any of its numbers is read.
     *
     * @throws NpyException if it breaks a rule of the format, or holds something other than numbers
     */
    public static Npy open(Path file) throws IOException {
        FileStamp stamp = FileStamp.of(file);
        return new Npy(file, NpyHeaderReader.read(file), stamp);
    }

    /** Opens a file and reads its array. */
    public static INDArray read(Path file) throws IOException {
        return open(file).toArray();
    }

    /** What the file says about the array. */
    public NpyHeader header() {
        return header;
    }

    /** The array; if it is in Fortran order, a view with its axes reversed. */
    public INDArray toArray() {
        INDArray array = stored.toArray();
        int rank = header.shape().size();
        return header.fortranOrder() && rank > 1
                ? array.permute(IntStream.range(0, rank).map(i -> rank - 1 - i).toArray())
                : array;
    }

    /** SHA-256 of the numbers' bytes as they are stored. */
    public String sha256() {
        return stored.sha256();
    }

    /** Mean, standard deviation, extremes, and how many numbers are NaN or infinite. */
    public Statistics statistics() {
        return stored.statistics();
    }

    /** Writes an array, row-major; on failure an older file stays as it was. */
    public static void write(Path file, INDArray array) throws IOException {
        write(file, TensorData.of(file.toString(), array));
    }

    /** Writes float32 numbers, row-major. */
    public static void write(Path file, long[] shape, float[] numbers) throws IOException {
        write(file, TensorData.of(file.toString(), DType.F32, shape, numbers));
    }

    /**
     * Writes a tensor of a file of weights: as float32 if that loses nothing, otherwise with its
     * own type.
     *
     * @throws IllegalArgumentException if the format has no such type
     */
    public static void write(Path file, StoredTensor tensor) throws IOException {
        write(
                file,
                tensor.dtype().fitsFloat() ? TensorData.widened(tensor) : TensorData.of(tensor));
    }

    private static void write(Path file, TensorData array) throws IOException {
        AtomicFile.write(file, channel -> write(channel, array));
    }

    private static void write(FileChannel channel, TensorData array) throws IOException {
        String shape =
                Arrays.stream(array.shape())
                        .mapToObj(size -> array.shape().length == 1 ? size + "," : "" + size)
                        .collect(Collectors.joining(", ", "(", ")"));
        String dictionary =
                "{'descr': '%s', 'fortran_order': False, 'shape': %s, }"
                        .formatted(descr(array), shape);
        // Ten bytes come first: magic bytes, version 1.0 and the length of the text, lowest byte
        // first.
        int before = NpyHeaderReader.MAGIC.length + 2 + Short.BYTES;
        // Spaces and a line feed align the numbers to 64 bytes. As NumPy does, this leaves
        // room for the first size to grow to 21 digits.
        int room = array.shape().length == 0 ? 0 : ROOM_FOR_A_SIZE - digits(array.shape()[0]);
        int used = before + dictionary.length() + room + 1;
        int padding = room + ALIGNMENT - used % ALIGNMENT;
        String text = dictionary + " ".repeat(padding) + "\n";

        ByteBuffer start = ByteBuffer.allocate(before + text.length());
        start.order(ByteOrder.LITTLE_ENDIAN).put(NpyHeaderReader.MAGIC).put((byte) 1).put((byte) 0);
        start.putShort((short) text.length()).put(text.getBytes(StandardCharsets.ISO_8859_1));
        SafetensorsWriter.writeFully(channel, start.flip());
        // Then the numbers, the last axis running fastest.
        array.writeTo(channel);
    }

    private static int digits(long size) {
        return Long.toString(size).length();
    }

    private static String descr(TensorData array) {
        String kind = NpyHeaderReader.kind(array.dtype());
        return (kind.endsWith("1") ? "|" : "<") + kind;
    }

    @Override
    public String toString() {
        return stored.name() + " " + header.dtype() + " " + header.shape();
    }
}
