package openweights.engine.hub;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.function.LongConsumer;

/**
 * Downloads one file. An existing part is resumed. The hash of the whole file is checked at the
 * end; if a file joined from several parts has the wrong hash, it is downloaded once more from its
 * first byte, because a part may have belonged to something else.
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
     * @param part the file to write to
     * @param progress receives how many bytes of the file are present
     */
    Transfer(Hub hub, Pin pin, RemoteFile file, Path part, LongConsumer progress) {
        this.hub = hub;
        this.pin = pin;
        this.file = file;
        this.part = part;
        this.progress = progress;
    }

    /**
     * Downloads the file.
     *
     * @throws HubException if the server does not deliver the file, or delivers something else
     */
    void run() throws IOException {
        boolean joined = present() > 0;
        complete();
        joined |= connections > 1;
        if (!intact() && joined) {
            Files.delete(part);
            complete();
        }
        if (!intact()) {
            Checksum found = file.checksum().of(part);
            Files.delete(part);
            throw damaged(
                    "has "
                            + found
                            + ", but the hub's listing says "
                            + file.checksum().hex()
                            + ". The file was deleted. Fetch again; if this happens again, the server or something on the network alters it");
        }
    }

    private boolean intact() throws IOException {
        return file.checksum().of(part).equals(file.checksum());
    }

    /** Downloads the missing bytes; tries again as long as some arrive. */
    private void complete() throws IOException {
        int failures = 0;
        while (present() < file.size() || !Files.exists(part)) {
            long before = present();
            try {
                append(before);
            } catch (FileSystemException e) {
                throw e; // a problem with the disk, not with the server
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

    private int pause(long before, int failures, Exception why) throws IOException {
        int now = present() > before ? 1 : failures + 1;
        if (now >= hub.timeouts().tries()) {
            throw present() == 0 && !(why instanceof HubException)
                    ? hub.errors().down(why)
                    : gaveUp(now, why);
        }
        hub.timeouts().pause(now);
        return now;
    }

    private void append(long from) throws IOException {
        connections++;
        try (HttpResponse response = hub.open(pin, file, from)) {
            if (response.status() == 416) {
                Files.deleteIfExists(part);
                throw new IOException("the server refuses to resume at byte " + from);
            }
            long start = response.status() == 206 ? start(response, from) : 0;
            write(response.body(), start);
        }
    }

    /** The offset at which the server says its bytes begin; any other than ours is useless. */
    private long start(HttpResponse response, long from) throws IOException {
        String range = response.header("Content-Range").strip();
        String total = range.substring(range.indexOf('/') + 1);
        if (!range.startsWith("bytes " + from + "-")) {
            Files.deleteIfExists(part);
            throw new IOException(
                    "asked for byte " + from + ", but the server sent \"" + range + "\"");
        }
        if (!total.equals("*") && !total.equals(String.valueOf(file.size()))) {
            throw damaged(
                    "has "
                            + total
                            + " bytes according to its header and "
                            + file.size()
                            + " according to the listing. Fetch again later");
        }
        return from;
    }

    private void write(InputStream in, long start) throws IOException {
        StandardOpenOption how =
                start == 0 ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND;
        long position = start;
        try (OutputStream out =
                Files.newOutputStream(
                        part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                position += count;
                if (position > file.size()) {
                    break;
                }
                out.write(buffer, 0, count);
                progress.accept(position);
            }
        }
        if (position > file.size()) {
            Files.delete(part);
            throw damaged(
                    "is longer than the "
                            + file.size()
                            + " bytes of the listing. It was deleted. Fetch again later");
        }
        if (position < file.size()) {
            throw new IOException(
                    "the connection ended at byte " + position + " of " + file.size());
        }
    }

    private long present() throws IOException {
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

    private HubException gaveUp(int failures, Exception why) throws IOException {
        return new HubException(
                HubException.Fault.DOWN,
                String.format(
                        Locale.ROOT,
                        "%s: gave up after %d failures at byte %,d of %,d (%s). Run the command again to resume.",
                        file.path(),
                        failures,
                        present(),
                        file.size(),
                        why.getMessage()),
                why);
    }

    private HubException damaged(String what) {
        return new HubException(
                HubException.Fault.DAMAGED, pin + ": " + file.path() + " " + what + ".");
    }
}
