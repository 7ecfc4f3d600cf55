package openweights.grading.protocol;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** The primitive types as elements of an array. */
enum Elements {
    BOOLEAN(
            'z',
            boolean.class,
            1,
            DataInputStream::readBoolean,
            (o, v) -> o.writeBoolean((boolean) v)),
    CHAR('c', char.class, 2, DataInputStream::readChar, (o, v) -> o.writeChar((char) v)),
    BYTE('b', byte.class, 1, DataInputStream::readByte, (o, v) -> o.writeByte((byte) v)),
    SHORT('s', short.class, 2, DataInputStream::readShort, (o, v) -> o.writeShort((short) v)),
    INT('i', int.class, 4, DataInputStream::readInt, (o, v) -> o.writeInt((int) v)),
    LONG('l', long.class, 8, DataInputStream::readLong, (o, v) -> o.writeLong((long) v)),
    FLOAT('f', float.class, 4, DataInputStream::readFloat, (o, v) -> o.writeFloat((float) v)),
    DOUBLE('d', double.class, 8, DataInputStream::readDouble, (o, v) -> o.writeDouble((double) v));

    private final char letter;
    private final Class<?> type;
    private final int bytes;
    private final Reader reader;
    private final Writer writer;

    Elements(char letter, Class<?> type, int bytes, Reader reader, Writer writer) {
        this.letter = letter;
        this.type = type;
        this.bytes = bytes;
        this.reader = reader;
        this.writer = writer;
    }

    @FunctionalInterface
    private interface Reader {
        Object read(DataInputStream in) throws IOException;
    }

    @FunctionalInterface
    private interface Writer {
        void write(DataOutputStream out, Object value) throws IOException;
    }

    static Elements of(int letter) throws ProtocolException {
        for (Elements each : values()) {
            if (each.letter == letter) {
                return each;
            }
        }
        throw new ProtocolException("Unknown kind of array: " + letter);
    }

    /** The elements of this primitive type. */
    static Elements of(Class<?> type) {
        for (Elements each : values()) {
            if (each.type == type) {
                return each;
            }
        }
        throw new IllegalArgumentException(type + " is not a primitive type.");
    }

    char letter() {
        return letter;
    }

    Class<?> type() {
        return type;
    }

    int bytes() {
        return bytes;
    }

    Object read(DataInputStream in) throws IOException {
        return reader.read(in);
    }

    void write(DataOutputStream out, Object value) throws IOException {
        writer.write(out, value);
    }
}
