package openweights.engine.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the packages of others write is read, and written again byte for byte. */
class ReferenceFilesTest {

    private static final Path EVERY_TYPE =
            Crafted.resourceFile("safetensors/every-type.safetensors");

    private static final Path MODELS = Path.of("src/test/resources/models");

    @TempDir Path folder;

    @Test
    void writesTheBytesOfTheReferenceWriter() throws IOException {
        SafetensorsWriter writer = new SafetensorsWriter().metadata("format", "pt");
        Safetensors.open(EVERY_TYPE).tensors().forEach(writer::put);
        Path again = folder.resolve("again.safetensors");
        writer.write(again);
        assertArrayEquals(Files.readAllBytes(EVERY_TYPE), Files.readAllBytes(again));
    }

    @Test
    void readsEveryTensorOfTheReferenceWriter() throws IOException {
        Safetensors file = Safetensors.open(EVERY_TYPE);
        for (DType dtype : DType.SINGLE) {
            if (!List.of(DType.F6_E2M3, DType.F6_E3M2).contains(dtype)) {
                StoredTensor tensor = file.tensor("tensor of " + dtype);
                ByteBuffer bytes = tensor.bytes();
                assertEquals(dtype, tensor.dtype());
                assertArrayEquals(new long[] {2, 8}, tensor.shape());
                for (int i = 0; i < tensor.byteSize(); i++) {
                    assertEquals((byte) (i % 251), bytes.get(i));
                }
            }
        }
        assertEquals(1.5f, file.tensor("scalar").floats()[0]);
        assertEquals(7, file.tensor("größe \uD83D\uDE00").bytes().get(0));
    }

    @ParameterizedTest
    @EnumSource(
            value = DType.class,
            names = {"F8_E5M2", "F8_E4M3", "F8_E8M0", "F8_E4M3FNUZ", "F8_E5M2FNUZ", "F16", "BF16"})
    void widensEveryPatternAsNumpyDoes(DType dtype) throws Exception {
        int patterns = 1 << dtype.bits();
        ByteBuffer bytes = ByteBuffer.allocate(patterns * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < patterns; i++) {
            if (dtype.bits() == 8) {
                bytes.put((byte) i);
            } else {
                bytes.putShort((short) i);
            }
        }
        float[] numbers = new float[patterns];
        Widening.widen(dtype, bytes.flip().order(ByteOrder.LITTLE_ENDIAN), numbers, 0);

        ByteBuffer bits = ByteBuffer.allocate(patterns * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (float number : numbers) {
            bits.putInt(Float.floatToIntBits(number));
        }
        assertEquals(conversions().at("/widened/" + dtype).asText(), sha256(bits.array()));
    }

    @ParameterizedTest
    @EnumSource(
            value = DType.class,
            names = {"F16", "BF16"})
    void narrowsAsNumpyDoes(DType dtype) throws Exception {
        float[] numbers = new float[1 << 18];
        for (int i = 0; i < numbers.length; i++) {
            float number = Float.intBitsToFloat((int) (i * 2654435761L));
            numbers[i] = Float.isNaN(number) ? 0 : number;
        }
        ByteBuffer bytes = ByteBuffer.allocate(2 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        Narrowing.narrow(dtype, numbers, 0, numbers.length, bytes);
        assertEquals(conversions().at("/narrowed/" + dtype).asText(), sha256(bytes.array()));
    }

    @Test
    void readsTheReferenceModels() throws IOException {
        try (Stream<Path> found = Files.list(MODELS)) {
            for (Path model : found.filter(Files::isDirectory).toList()) {
                Checkpoint checkpoint = Checkpoint.open(model);
                assertTrue(checkpoint.tensors().size() > 10, model.toString());
                for (StoredTensor tensor : checkpoint.tensors()) {
                    assertEquals(0, tensor.statistics().nan(), tensor.toString());
                    assertEquals(tensor.toArray().length(), tensor.elements());
                }
            }
        }
    }

    @Test
    void shardsHoldTheSameTensorsAsOneFile() throws IOException {
        Checkpoint shards = Checkpoint.open(MODELS.resolve("llama-sharded"));
        assertEquals(3, shards.shards().size());
        SafetensorsWriter writer = new SafetensorsWriter();
        shards.tensors().forEach(writer::put);
        writer.write(folder.resolve("model.safetensors"));
        Checkpoint whole = Checkpoint.open(folder);
        assertEquals(whole.tensors().size(), shards.tensors().size());
        for (StoredTensor tensor : whole.tensors()) {
            assertEquals(tensor.sha256(), shards.tensor(tensor.name()).sha256());
        }
    }

    private static JsonNode conversions() throws IOException {
        return new ObjectMapper().readTree(Crafted.resource("safetensors/conversions.json"));
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
