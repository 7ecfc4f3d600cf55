package openweights.grading.decision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** A program that writes decisions while its other threads read the journal, as a desk does. */
final class JournalWriter {

    static final int DECISIONS = 150;

    private JournalWriter() {}

    /** The arguments are the file and the name of the grader. */
    public static void main(String[] arguments) throws IOException {
        Journal journal = new Journal(Path.of(arguments[0]));
        Thread reader = new Thread(() -> readOn(journal));
        reader.setDaemon(true);
        reader.start();
        for (int i = 0; i < DECISIONS; i++) {
            Answer answer = new Answer("ann", "q1", "abc");
            journal.append(arguments[1], List.of(new Change.Comment(answer, "no. " + i, "")));
        }
    }

    @SuppressWarnings("InfiniteLoopStatement") // the program ends when it has written everything
    private static void readOn(Journal journal) {
        try {
            while (true) {
                journal.read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
