package openweights.grading.submission;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import openweights.grading.submission.SourceFiles.SourceFile;

/** Knows whose each file of an archive is, from its name and from what the platform adds. */
final class Owners {

    private static final int MAX_METADATA_BYTES = 50 << 20;

    /** Folders around the students' ones, as people and nbgrader call them. */
    private static final Set<String> WRAPPERS =
            Set.of("submissions", "submission", "submitted", "collected", "downloaded", "abgaben");

    private final SubmissionSource platform;
    private final Map<String, Owner> gradescope;
    private final int wrappers;

    private Owners(SubmissionSource platform, Map<String, Owner> gradescope, int wrappers) {
        this.platform = platform;
        this.gradescope = gradescope;
        this.wrappers = wrappers;
    }

    /**
     * @param archive name of the archive or folder
     */
    static Owners of(SubmissionSource platform, String archive, List<SourceFile> files)
            throws IOException {
        List<String> notebooks =
                files.stream()
                        .map(SourceFile::name)
                        .filter(name -> FileNames.isNotebook(name) && !FileNames.isLitter(name))
                        .toList();
        int wrappers =
                platform == SubmissionSource.FOLDER
                        ? wrappers(notebooks, archive.replaceFirst("(?i)\\.zip$", ""))
                        : 0;
        return new Owners(platform, gradescope(files), wrappers);
    }

    /** Whose it is; empty if its name does not have the platform's form. */
    Optional<Owner> of(String file) {
        if (platform == SubmissionSource.GRADESCOPE) {
            Optional<Owner> known = Optional.ofNullable(gradescope.get(folder(file)));
            if (known.isPresent() && FileNames.isNotebook(file)) {
                return known;
            }
        }
        String name = file;
        for (int i = 0; i < wrappers; i++) {
            name = name.substring(name.indexOf('/') + 1);
        }
        return platform.student(name).map(Owner::of);
    }

    /** The folder {@code submission_N} in which Gradescope puts a submission's files. */
    private static String folder(String file) {
        return file.replaceFirst("^(?:.*/)?(submission_\\d+)/.*$", "$1");
    }

    private static Map<String, Owner> gradescope(List<SourceFile> files) throws IOException {
        for (SourceFile file : files) {
            if (FileNames.last(file.name()).equals(GradescopeMetadata.FILE)) {
                try (InputStream in = file.content().open()) {
                    byte[] text = in.readNBytes(MAX_METADATA_BYTES);
                    return GradescopeMetadata.read(new String(text, StandardCharsets.UTF_8));
                }
            }
        }
        return Map.of();
    }

    /**
     * How many folders all students' files are in: one that has such a name or the archive's own,
     * or one in which there are several students' folders.
     */
    private static int wrappers(List<String> notebooks, String archive) {
        int depth = 0;
        List<String> rest = notebooks;
        while (!rest.isEmpty() && rest.stream().allMatch(name -> name.contains("/"))) {
            Set<String> tops = new HashSet<>();
            Set<String> next = new HashSet<>();
            for (String name : rest) {
                int end = name.indexOf('/');
                tops.add(name.substring(0, end));
                int second = name.indexOf('/', end + 1);
                next.add(second < 0 ? "" : name.substring(end + 1, second));
            }
            String top = tops.iterator().next();
            boolean named = WRAPPERS.contains(top.toLowerCase(Locale.ROOT)) || top.equals(archive);
            boolean severalStudents = !next.contains("") && next.size() > 1;
            if (tops.size() > 1 || !(named || severalStudents)) {
                break;
            }
            depth++;
            rest = rest.stream().map(name -> name.substring(name.indexOf('/') + 1)).toList();
        }
        return depth;
    }
}
