package openweights.engine.hub;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;

/**
 * One file from the hub to the disk. A part that is there already is gone on with; the whole is
 * checked at the end, and a whole that was joined from parts and is wrong is fetched once more from
 * its first byte, for a part may have been of something else.
 */
final class Transfer {

    private static final int BUFFER = 1 << 16;

    private final Hub hub;
    private final Pin pin;
    private final RemoteFile file;
    private final Path part;
    private final LongConsumer progress;
    private int connections;

    /**
     * @param part where the bytes go
     * @param progress told how many bytes of the file are here
     */
    Transfer(Hub hub, Pin pin, RemoteFile file, Path part, LongConsumer progress) {
        this.hub = hub;
        this.pin = pin;
        this.file = file;
        this.part = part;
        this.progress = progress;
    }

    /**
     * @throws HubException if the server does not give the file, or gives another one
     */
    void run() throws IOException {
        boolean joined = here() > 0;
        complete();
        joined |= connections > 1;
        if (!right() && joined) {
            Files.delete(part);
            complete();
        }
        if (!right()) {
            Checksum found = file.checksum().of(part);
            Files.delete(part);
            throw damaged(
                    "has "
                            + found
                            + ", but the hub's listing says "
                            + file.checksum().hex()
                            + ". The file was thrown away; fetch again, and if it stays so, the server or something on the way changes it");
        }
    }

    private boolean right() throws IOException {
        return file.checksum().of(part).equals(file.checksum());
    }

    /** Goes on until all bytes are here, patiently as long as some come. */
    private void complete() throws IOException {
        int failures = 0;
        while (here() < file.size() || !Files.exists(part)) {
            long before = here();
            try {
                append(before);
            } catch (FileSystemException e) {
                throw e; // the disk's fault, not the server's
            } catch (HubException e) {
                if (e.fault() != HubException.Fault.DOWN) {
                    throw e;
                }
                failures = pause(before, failures, e);
            } catch (IOException e) {
                failures = pause(before, failures, e);
            }
        }
    }

    private int pause(long before, int failures, IOException why) throws IOException {
        int now = here() > before ? 1 : failures + 1;
        if (now >= hub.patience().tries()) {
            throw here() == 0 && !(why instanceof HubException) ? hub.down(why) : gaveUp(now, why);
        }
        hub.patience().pause(now);
        return now;
    }

    private void append(long from) throws IOException {
        connections++;
        try (HttpResponse answer = hub.open(pin, file, from)) {
            if (answer.status() == 416) {
                Files.deleteIfExists(part);
                throw new IOException("the server refuses to go on from byte " + from);
            }
            long start = answer.status() == 206 ? start(answer, from) : 0;
            write(answer.body(), start);
        }
    }

    /** Where the server says that its bytes begin; any place but ours is worthless. */
    private long start(HttpResponse answer, long from) throws IOException {
        String range = answer.header("Content-Range").strip();
        String total = range.substring(range.indexOf('/') + 1);
        if (!range.startsWith("bytes " + from + "-")) {
            Files.deleteIfExists(part);
            throw new IOException(
                    "asked for byte " + from + ", the server sends \"" + range + "\"");
        }
        if (!total.equals("*") && !total.equals(String.valueOf(file.size()))) {
            throw damaged(
                    "has "
                            + total
                            + " bytes by its header and "
                            + file.size()
                            + " by the listing. Fetch again later");
        }
        return from;
    }

    private void write(InputStream in, long start) throws IOException {
        StandardOpenOption how =
                start == 0 ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND;
        long here = start;
        try (OutputStream out =
                Files.newOutputStream(
                        part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                here += count;
                if (here > file.size()) {
                    break;
                }
                out.write(buffer, 0, count);
                progress.accept(here);
            }
        }
        if (here > file.size()) {
            Files.delete(part);
            throw damaged(
                    "does not end after the "
                            + file.size()
                            + " bytes of the listing. It was thrown away; fetch again later");
        }
        if (here < file.size()) {
            throw new IOException("the connection ended at byte " + here + " of " + file.size());
        }
    }

    private long here() throws IOException {
        if (!Files.exists(part)) {
            return 0;
        }
        long size = Files.size(part);
        if (size > file.size()) {
            Files.delete(part);
            return 0;
        }
        return size;
    }

    private HubException gaveUp(int failures, IOException why) throws IOException {
        return new HubException(
                HubException.Fault.DOWN,
                "%s: gave up after %d failures at byte %,d of %,d (%s). Run the command again; it goes on from there."
                        .formatted(file.path(), failures, here(), file.size(), why.getMessage()),
                why);
    }

    private HubException damaged(String what) {
        return new HubException(
                HubException.Fault.DAMAGED, pin + ": " + file.path() + " " + what + ".");
    }
}
