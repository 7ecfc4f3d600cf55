package openweights.grading.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalFormTest {

    private static final String SUM =
            """
            int sum(int[] values) {
                int total = 0;
                for (int value : values) {
                    total += value;
                }
                return total;
            }
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int sum(int[] a) { int s = 0; for (int x : a) { s += x; } return s; }",
                "// mine\nint sum(int[] total) {\n  int values = 0; /* starts */\n  for (int v : total)\n  { values += v; }\n  return values;\n}",
                "int sum ( int[] values ){int total=0;for(int value:values){total+=value;}return total;}"
            })
    void formattingCommentsAndLocalNamesDoNotMatter(String other) {
        assertEquals(NormalForm.of(SUM), NormalForm.of(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int add(int[] a) { int s = 0; for (int x : a) { s += x; } return s; }",
                "int sum(int[] a) { int s = 1; for (int x : a) { s += x; } return s; }",
                "int sum(int[] a) { int s = 0; for (int x : a) { s += s; } return s; }",
                "long sum(int[] a) { int s = 0; for (int x : a) { s += x; } return s; }",
                "int sum(int[] a) { int s = 0; for (int x : a) { s -= x; } return s; }",
                "int start = 0; int sum(int[] a) { int s = start; for (int x : a) { s += x; } return s; }"
            })
    void whatTheCodeDoesAndWhatOthersSeeMatters(String other) {
        assertNotEquals(NormalForm.of(SUM), NormalForm.of(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String f(int x) { return \"x\" + x; }|String f(int y) { return \"x\" + y; }|true",
                "String f(int x) { return \"x\" + x; }|String f(int y) { return \"y\" + y; }|false",
                "int f(P p) { int size = p.size; return size; }|int f(P q) { int n = q.size; return n; }|true",
                "int f(P p) { int size = p.size; return size; }|int f(P q) { int n = q.n; return n; }|false",
                "int f(int n) { return n > LIMIT ? n : 0; }|int f(int m) { return m > LOWER ? m : 0; }|false",
                "F f() { return x -> x * 2; }|F f() { return y -> y * 2; }|true",
                "int x = 3; int f() { return x; }|int y = 3; int f() { return y; }|false"
            })
    void textsFieldsAndConstantsAreNoLocalNames(String cases) {
        String[] parts = cases.split("\\|");
        assertEquals(
                Boolean.parseBoolean(parts[2]),
                NormalForm.of(parts[0]).equals(NormalForm.of(parts[1])),
                cases);
    }

    @ParameterizedTest
    @ValueSource(strings = {"int f( { // broken", "int f( {\n\n"})
    void brokenCodeIsComparedAsText(String code) {
        assertEquals("int f( {", NormalForm.of(code));
    }
}
