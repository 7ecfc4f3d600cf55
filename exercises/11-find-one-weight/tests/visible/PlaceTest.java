import openweights.course.exercise.Check;
import openweights.course.exercise.test.Hint;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q2")
class PlaceTest {

    @Test
    @Worth(1)
    @DisplayName("row 0 of your matrix")
    @Hint({"What lies before the numbers? 8 bytes, and the header.", "Each weight before yours takes bytesEach bytes."})
    void rowZero(Student student) {
        Check.equal("row 0, column 0", student.eval("place(headerLength, matrixBegins, columns, 0, 0, 4)"), 5104);
        Check.equal("row 0, column 3", student.eval("place(headerLength, matrixBegins, columns, 0, 3, 4)"), 5116);
    }
}
