import openweights.course.exercise.Check;
import openweights.course.exercise.test.Question;
import openweights.course.exercise.test.Student;
import openweights.course.exercise.test.Worth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Question("q1")
class BorderTest {

    @Test
    @Worth(2)
    @DisplayName("for your taxi: just below it learns, just above it explodes")
    void borderOfYourTaxi(Student student) {
        long longest = student.variant().get("longest");
        double sum = 0;
        for (int i = 1; i <= longest; i++) {
            sum += i * i;
        }
        Check.close("your rides", student.eval("largestRate(km)"), longest / sum);
        Check.close("one ride of half a km", student.call("largestRate", new double[] {0.5}), 4);
    }
}
