package openweights.runtime.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests in the course's real kernel, once for each JDK; all tests of a class share one session. */
@ParameterizedClass
@MethodSource("openweights.runtime.session.TestJdk#all")
public abstract class RealKernel {

    /** Stands for a statement in a cell that {@link #begun} waits for. */
    protected static final String HERE = "HERE;";

    @TempDir private static Path signs;

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

    /**
     * Submits a cell, and returns when it has come to a place in it. An interrupt that comes
     * earlier could meet the cell before.
     *
     * @param code with {@link #HERE} at that place, where a statement can be
     */
    protected static CompletableFuture<CellOutcome> begun(String code) throws Exception {
        Path sign = signs.resolve(UUID.randomUUID().toString());
        String statement = "Files.createFile(Path.of(\"%s\"));".formatted(sign);
        CompletableFuture<CellOutcome> cell =
                kernel.submit(Execution.of(code.replace(HERE, statement)));
        while (Files.notExists(sign) && !cell.isDone()) {
            Thread.sleep(20);
        }
        return cell;
    }

    protected static CellOutcome succeeds(String code) {
        CellOutcome outcome = run(code);
        assertEquals(CellOutcome.Status.OK, outcome.status(), outcome.traceback());
        return outcome;
    }
}
