package openweights.runtime.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
                "OSError: [Errno 122] Disk quota exceeded: '/home/x'",
                "java.io.IOException: There is not enough space on the disk"
            })
    void recognizesAFullDisk(String said) {
        String message = Failure.of("installing JupyterLab with pip", said).getMessage();
        assertEquals(
                "The disk is full, so installing JupyterLab with pip failed. Free some space (the course needs about 2 GB) and run the same command again.",
                message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WARNING: Retrying (Retry(total=1)) after connection broken by 'NewConnectionError'\nERROR: No matching distribution found for anyio",
                "ERROR: Could not find a version that satisfies the requirement anyio==4.16.0 (from versions: none)",
                "pip._vendor.urllib3.exceptions.ReadTimeoutError: HTTPSConnectionPool: Read timed out."
            })
    void recognizesAMissingNetwork(String said) {
        String message = Failure.of("installing JupyterLab with pip", said).getMessage();
        assertTrue(message.contains("connect to the network"), message);
        assertTrue(message.contains("HTTPS_PROXY"), message);
    }

    @Test
    void reportsWhatCannotBeWritten() {
        String message =
                Failure.of("the set-up", new AccessDeniedException("/course/.course")).getMessage();
        assertTrue(message.startsWith("/course/.course"), message);
        assertTrue(message.contains("copy it to a place where you have write permission"), message);
    }

    @Test
    void keepsTheCauseOfAnIoException() {
        IOException reason = new IOException("No space left on device");
        SetUpException failure = Failure.of("the set-up", reason);
        assertTrue(failure.getMessage().startsWith("The disk is full"), failure.getMessage());
        assertEquals(reason, failure.getCause());
    }

    @Test
    void showsTheLastLinesOfUnknownOutput() {
        String message = Failure.of("making .venv", "1\n2\n3\n4\n5\n6\n7\n8\n9\n").getMessage();
        assertEquals("making .venv failed with this output:\n2\n3\n4\n5\n6\n7\n8\n9", message);
    }

    /** As a student's file in the place of a lesson's folder. */
    @Test
    void aBareErrorOfTheFileSystemSaysWhatIsWrong() {
        String said =
                Failure.of("the set-up", new FileAlreadyExistsException("work/03")).getMessage();
        assertTrue(said.contains("work/03: already exists and is not what is needed here"), said);
    }
}
