package openweights.grading.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import openweights.course.exercise.test.Columns;
import openweights.course.exercise.test.Fields;
import openweights.course.exercise.test.Handle;
import openweights.course.exercise.test.Tensor;
import org.junit.jupiter.api.Test;

class ValuesTest {

    private static Object again(Object value) throws ProtocolException {
        return Values.read(Values.write(value));
    }

    @Test
    void transfersEveryKindOfValue() throws ProtocolException {
        List<Object> values =
                Arrays.asList(
                        null,
                        true,
                        'ü',
                        (byte) -1,
                        (short) 300,
                        7,
                        1L << 40,
                        1.5f,
                        Double.NaN,
                        "Grüße \uD83D\uDE00",
                        new BigInteger("-123456789012345678901234567890"),
                        new BigDecimal("1.50"),
                        List.of(List.of(1), Map.of("a", 2)),
                        new Tensor("FLOAT", new long[] {1, 2}, new double[] {3, 4}),
                        new Columns("t", Map.of("x", Arrays.asList(1.0, null))),
                        new Fields("Point", Map.of("x", 1)),
                        new Handle(3, "Net"));
        assertEquals(values, again(values));
    }

    @Test
    void keepsTheTypesOfArrays() throws ProtocolException {
        assertArrayEquals(new float[] {1, 2}, (float[]) again(new float[] {1, 2}));
        assertArrayEquals(new boolean[] {true}, (boolean[]) again(new boolean[] {true}));
        double[][] ragged = {{1}, null, {2, 3}};
        assertArrayEquals(ragged, (double[][]) again(ragged));
    }

    @Test
    void transfersASetAsAList() throws ProtocolException {
        assertEquals(List.of("a", "b"), again(new LinkedHashSet<>(List.of("a", "b"))));
    }

    @Test
    void rejectsLengthsThatExceedTheBytes() {
        for (char kind : "tLMIRC".toCharArray()) {
            byte[] bytes = ByteBuffer.allocate(9).put((byte) kind).putInt(1_000_000_000).array();
            assertThrows(ProtocolException.class, () -> Values.read(bytes), "" + kind);
        }
        byte[] array =
                ByteBuffer.allocate(10).put((byte) 'a').put((byte) 'd').putInt(1 << 28).array();
        assertThrows(ProtocolException.class, () -> Values.read(array));
    }

    @Test
    void limitsNesting() {
        ByteBuffer deep = ByteBuffer.allocate(500_000);
        while (deep.remaining() >= 5) {
            deep.put((byte) 'L').putInt(1);
        }
        ProtocolException e =
                assertThrows(ProtocolException.class, () -> Values.read(deep.array()));
        assertTrue(e.getMessage().contains("nested"), e.getMessage());
    }

    @Test
    void rejectsNumbersThatTakeForeverToPrint() {
        assertThrows(ProtocolException.class, () -> again(BigInteger.ONE.shiftLeft(1 << 20)));
        assertThrows(
                ProtocolException.class,
                () -> again(new BigDecimal(BigInteger.ONE, Integer.MIN_VALUE)));
    }

    /** Any bytes give a value or the one exception. */
    @Test
    void survivesDamagedBytes() {
        Random random = new Random(1);
        byte[] good =
                Values.write(
                        List.of("value", List.of(new double[] {1, 2}, Map.of("a", List.of(1)))));
        for (int i = 0; i < 20_000; i++) {
            byte[] bad = Arrays.copyOf(good, random.nextInt(good.length + 8));
            for (int hit = 0; hit < 3 && bad.length > 0; hit++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            try {
                Values.read(bad);
            } catch (ProtocolException e) {
                assertTrue(e.getMessage() != null);
            }
        }
    }

    @Test
    void rejectsFramesThatAreTooLong() {
        byte[] head = ByteBuffer.allocate(12).putInt(Integer.MAX_VALUE).putLong(1).array();
        ProtocolException e =
                assertThrows(
                        ProtocolException.class,
                        () -> Frame.read(new DataInputStream(new ByteArrayInputStream(head))));
        assertEquals(
                "A message claims to be 2147483647 bytes long; the limit is 16777216.",
                e.getMessage());
    }
}
