package openweights.grading.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.function.Supplier;
import openweights.course.exercise.test.Fields;
import openweights.course.exercise.test.Handle;
import org.junit.jupiter.api.Test;

class TypeWordsTest {

    @Test
    void saysWhatAStudentKnows() {
        Object handle = new Handle(1, "Pair");
        assertEquals(
                "The answer is of the type object of a class that is no record, but record is expected.",
                words(() -> ((Fields) handle).values()));
        Object list = List.of(1);
        assertEquals(
                "The answer is of the type List, but double[] is expected.",
                words(() -> ((double[]) list).clone())
                        .replace("ListN", "List")
                        .replace("List12", "List"));
        Object text = "3";
        assertEquals(
                "The answer is of the type String, but Integer is expected.",
                words(() -> ((Integer) text).intValue()));
    }

    private static String words(Supplier<?> cast) {
        return TypeWords.of(assertThrows(ClassCastException.class, cast::get).getMessage());
    }
}
