package openweights.course.exercise.release;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The metadata of a cell in schema 3, as nbgrader 0.9 writes it. The schema allows no other keys.
 *
 * @param id unique in the notebook: letters, digits, {@code -} and {@code _}
 * @param points 0 for a cell that is not graded
 */
record Nbgrader(Kind kind, String id, int points) {

    /** The role of a cell in nbgrader. */
    enum Kind {
        /** Code that the student writes, graded by tests in another cell. */
        ANSWER(false, true, false),
        /** Tests; only whether they fail counts, not what they print. */
        TESTS(true, false, true),
        /** Code that is restored if the student changed it. */
        READ_ONLY(false, false, true);

        private final boolean grade;
        private final boolean solution;
        private final boolean locked;

        Kind(boolean grade, boolean solution, boolean locked) {
            this.grade = grade;
            this.solution = solution;
            this.locked = locked;
        }
    }

    /**
     * Writes the metadata of a code cell.
     *
     * @param source the cell's source, for the checksum
     */
    void write(ObjectNode metadata, String source) {
        ObjectNode node = metadata.putObject("nbgrader");
        node.put("schema_version", 3)
                .put("cell_type", "code")
                .put("grade", kind.grade)
                .put("solution", kind.solution)
                .put("locked", kind.locked)
                .put("task", false)
                .put("grade_id", id)
                .put("checksum", checksum(source));
        if (kind.grade) {
            node.put("points", points);
        }
        if (kind.locked) {
            metadata.put("deletable", false).put("editable", false);
        } else {
            metadata.put("deletable", false);
        }
    }

    /**
     * MD5 of the cell's contents as nbgrader concatenates them, with values as Python prints them.
     */
    String checksum(String source) {
        String text =
                source
                        + "code"
                        + python(kind.grade)
                        + python(kind.solution)
                        + python(kind.locked)
                        + id
                        + (kind.grade ? (double) points : "");
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has MD5", e);
        }
    }

    private static String python(boolean value) {
        return value ? "True" : "False";
    }
}
