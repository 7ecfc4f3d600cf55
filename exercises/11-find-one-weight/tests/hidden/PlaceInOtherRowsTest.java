import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class PlaceInOtherRowsTest {

    @Test
    @Worth(1)
    @DisplayName("other rows of your matrix")
    void otherRows(Student student) {
        long columns = student.variant().get("columns");
        long rows = student.variant().get("rows");
        Object next = student.eval("place(headerLength, matrixBegins, columns, 1, 0, 4)");
        Check.equal("row 1, column 0", next, 5104 + 4 * columns);
        Object last = student.eval("place(headerLength, matrixBegins, columns, rows - 1, columns - 1, 2)");
        Check.equal("the last weight, 2 bytes each", last, 5104 + 2 * (rows * columns - 1));
    }

    @Test
    @Worth(1)
    @DisplayName("places behind 2 GB")
    void large(Student student) {
        Object place = student.call("place", 30_000L, 5_000_000_000L, 14_336, 200_000, 7, 2);
        Check.equal("row 200000", place, 8 + 30_000 + 5_000_000_000L + 2 * (200_000L * 14_336 + 7));
    }
}
