package openweights.runtime.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests in the course's real kernel, once for each JDK; all tests of a class share one session. */
@ParameterizedClass
@MethodSource("openweights.runtime.session.TestJdk#all")
public abstract class RealKernel {

    protected static KernelSession kernel;

    @Parameter protected TestJdk jdk;

    @BeforeParameterizedClassInvocation
    static void start(TestJdk jdk) throws IOException {
        kernel = jdk.start();
    }

    @AfterParameterizedClassInvocation
    static void close() {
        if (kernel != null) {
            kernel.close();
            kernel = null;
        }
    }

    protected static CellOutcome run(String code) {
        return kernel.execute(code);
    }

    protected static CellOutcome succeeds(String code) {
        CellOutcome outcome = run(code);
        assertEquals(CellOutcome.Status.OK, outcome.status(), outcome.traceback());
        return outcome;
    }
}
