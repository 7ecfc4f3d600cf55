package openweights.engine.train.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps two processes from training in one folder. A process that dies lets go of it. */
final class RunLock implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;

    /**
     * @throws RunException if somebody else holds it
     */
    RunLock(RunFolder folder) throws IOException {
        file = folder.path().resolve(".lock");
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!take()) {
            channel.close();
            throw new RunException(
                    folder.path()
                            + ": another process trains here. Wait for it, end it, or give this run another folder with --out.");
        }
    }

    private boolean take() throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
