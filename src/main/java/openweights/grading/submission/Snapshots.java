package openweights.grading.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import openweights.base.AtomicFile;
import openweights.base.PrivateFolder;
import openweights.base.Sha256;

/**
 * Copies of the notebooks that are graded, named by student and hash. A student or a program may
 * change a file while a batch runs; its copy stays what the points were given for.
 *
 * @param folder for the copies; private, like everything about grading
 */
public record Snapshots(Path folder) {

    private static final int HASH_DIGITS = 16;

    /**
     * Copies submissions that have no copy yet.
     *
     * @return the same submissions with the copies as their files; a file that cannot be read stays
     *     as it is, for its result to say why
     */
    public List<Submission> take(List<Submission> submissions) throws IOException {
        List<Submission> copies = new ArrayList<>();
        for (Submission each : submissions) {
            copies.add(take(each));
        }
        return copies;
    }

    private Submission take(Submission submission) throws IOException {
        if (submission.file().startsWith(folder)) {
            return submission;
        }
        byte[] content;
        try {
            content = submission.content();
        } catch (UnreadableSubmission e) {
            return submission;
        }
        String hash = Sha256.of(content).substring(0, HASH_DIGITS);
        PrivateFolder.create(folder);
        Path copy = folder.resolve(FileNames.safe(submission.student()) + "-" + hash + ".ipynb");
        if (!Files.exists(copy) || !Arrays.equals(content, Files.readAllBytes(copy))) {
            AtomicFile.write(copy, content);
        }
        return new Submission(submission.student(), copy, submission.note());
    }
}
