package openweights.grading.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import openweights.base.UserException;
import org.junit.jupiter.api.Test;

/** Archives as programs write them. */
class ArchivesTest extends CollectorFixture {

    @Test
    void readsArchivesOfWindowsWithNamesInItsOwnCharacters() throws IOException {
        Path file = folder.resolve("all.zip");
        try (ZipOutputStream zip =
                new ZipOutputStream(Files.newOutputStream(file), Charset.forName("IBM437"))) {
            zip.putNextEntry(new ZipEntry("J\u00f6rg M\u00fcller/x.ipynb"));
            zip.write('1');
        }
        collect(SubmissionSource.FOLDER, file);
        assertEquals(List.of("J\u00f6rg M\u00fcller"), students());
    }

    /** As programs write them that do not know the size beforehand. */
    @Test
    void readsStoredEntriesWithTheirSizesBehindThem() throws IOException {
        byte[] name = "ann.ipynb".getBytes(StandardCharsets.UTF_8);
        byte[] content = "1".getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(content);
        ByteBuffer zip = ByteBuffer.allocate(500).order(ByteOrder.LITTLE_ENDIAN);
        zip.putInt(0x04034b50).putShort((short) 20).putShort((short) 8).putShort((short) 0);
        zip.putInt(0).putInt(0).putInt(0).putInt(0);
        zip.putShort((short) name.length).putShort((short) 0).put(name).put(content);
        zip.putInt(0x08074b50).putInt((int) crc.getValue()).putInt(1).putInt(1);
        int directory = zip.position();
        zip.putInt(0x02014b50).putShort((short) 20).putShort((short) 20).putShort((short) 8);
        zip.putShort((short) 0).putInt(0).putInt((int) crc.getValue()).putInt(1).putInt(1);
        zip.putShort((short) name.length).put(new byte[16]).put(name);
        int end = zip.position();
        zip.putInt(0x06054b50).putInt(0).putShort((short) 1).putShort((short) 1);
        zip.putInt(end - directory).putInt(directory).putShort((short) 0);
        Path file = folder.resolve("all.zip");
        Files.write(file, Arrays.copyOf(zip.array(), zip.position()));
        Collector collector = collect(SubmissionSource.FOLDER, file);
        assertEquals(List.of("ann: ann.ipynb"), collector.collected());
    }

    @Test
    void saysWhenAFileIsNoArchive() throws IOException {
        Path file = Files.writeString(folder.resolve("no.zip"), "not a zip");
        UserException e =
                assertThrows(UserException.class, () -> collect(SubmissionSource.FOLDER, file));
        assertTrue(e.getMessage().contains("is not a zip archive"), e.getMessage());
    }
}
