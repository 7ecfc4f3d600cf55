package openweights.engine.train.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps two processes from training in one folder. The lock of a dead process is released. */
final class RunLock implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;

    /**
     * @throws RunException if another process holds the lock
     */
    RunLock(RunFolder folder) throws IOException {
        file = folder.path().resolve(".lock");
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!take()) {
            channel.close();
            throw new RunException(
                    folder.path()
                            + ": another process is training here. Wait for it, stop it, or choose another folder with --out.");
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
