package openweights.runtime.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A kernel ends with the process that started it, as a server that is killed. */
class OrphanIT {

    private static final int PATIENCE_MINUTES = 3;

    @Test
    void aKernelDoesNotOutliveItsServer() throws Exception {
        try (KernelSession session = TestJdk.all().findFirst().orElseThrow().start()) {
            ProcessHandle kernel = session.process();
            assertTrue(kernel.isAlive());
            kernel.parent().orElseThrow().destroyForcibly();
            kernel.onExit().get(PATIENCE_MINUTES, TimeUnit.MINUTES);
            assertFalse(kernel.isAlive());
        }
    }
}
