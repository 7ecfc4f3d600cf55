package openweights.course.exercise.plain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import openweights.course.exercise.test.Columns;
import openweights.course.exercise.test.Fields;
import openweights.course.exercise.test.Handle;
import openweights.course.exercise.test.MissingAnswer;
import openweights.course.exercise.test.Tensor;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class PlainTest {

    record Point(int x, List<String> names) {}

    private static Object plain(Object value) {
        return Plain.of(value, object -> new Handle(1, object.getClass().getSimpleName()));
    }

    @Test
    void copiesArraysSoThatTheStudentCannotChangeThemLater() {
        double[] mine = {1, 2};
        Object copy = plain(mine);
        assertNotSame(mine, copy);
        assertArrayEquals(mine, (double[]) copy);
        assertArrayEquals(new int[][] {{1}, {2, 3}}, (int[][]) plain(new int[][] {{1}, {2, 3}}));
    }

    @Test
    void convertsCollectionsRecordsEnumsAndMaps() {
        assertEquals(
                new Fields("Point", Map.of("x", 3, "names", List.of("a"))),
                plain(new Point(3, List.of("a"))));
        assertEquals("DAYS", plain(TimeUnit.DAYS));
        assertEquals(Map.of("a", List.of(1L)), plain(new TreeMap<>(Map.of("a", List.of(1L)))));
        assertEquals(Arrays.asList("a", null), plain(new String[] {"a", null}));
    }

    @Test
    void convertsTensorsAndTables() {
        INDArray column = Nd4j.create(new double[][] {{1, 2}, {3, 4}}).getColumn(1);
        assertEquals(
                new Tensor("DOUBLE", new long[] {2}, new double[] {2, 4}),
                plain(column.castTo(org.nd4j.linalg.api.buffer.DataType.DOUBLE)));
        Table table =
                Table.create(
                        "t",
                        StringColumn.create("who", "a", "b"),
                        DoubleColumn.create("x", 1.5, Double.NaN));
        assertEquals(
                new Columns("t", Map.of("who", List.of("a", "b"), "x", Arrays.asList(1.5, null))),
                plain(table));
    }

    @Test
    void keepsOtherObjectsBehindHandles() {
        assertEquals(new Handle(1, "Object"), plain(new Object()));
    }

    @Test
    void refusesEndlessAndCyclicCollections() {
        List<Object> own = new ArrayList<>();
        own.add(own);
        assertTrue(
                assertThrows(IllegalArgumentException.class, () -> plain(own))
                        .getMessage()
                        .contains("contain itself"));
        assertThrows(IllegalArgumentException.class, () -> plain(new byte[3_000_000]));
    }

    static double sum(double[] values, int times) {
        return Arrays.stream(values).sum() * times;
    }

    static String shape(INDArray array, TimeUnit unit, Object any) {
        return Arrays.toString(array.shape()) + array.dataType() + unit + any;
    }

    private static Object call(String name, Object... arguments) throws Throwable {
        List<Method> candidates =
                Arrays.stream(PlainTest.class.getDeclaredMethods())
                        .filter(method -> method.getName().equals(name))
                        .toList();
        return new Methods(new Fitting(handle -> 7L)).call(candidates, name, null, arguments);
    }

    @Test
    void fitsArgumentsToParameters() throws Throwable {
        assertEquals(6.0, call("sum", List.of(1, 2L), (byte) 2));
        assertEquals(3.0, call("sum", new int[] {1, 2}, 1L));
        assertEquals(
                "[1, 2]FLOATDAYS7",
                call(
                        "shape",
                        Tensor.of(new double[][] {{1, 2}}).asFloats(),
                        "DAYS",
                        new Handle(4, "Long")));
    }

    @Test
    void listsMethodsWhenNoneFits() {
        MissingAnswer none = assertThrows(MissingAnswer.class, () -> call("mean", 1));
        assertEquals(
                "There is no method mean(Integer). Define it in the answer cell.",
                none.getMessage());
        MissingAnswer other = assertThrows(MissingAnswer.class, () -> call("sum", "x", 1));
        assertEquals(
                "No method fits the call sum(String, Integer). Found: double sum(double[], int).",
                other.getMessage());
        assertThrows(MissingAnswer.class, () -> call("sum", new double[0], 1L << 40));
    }
}
