package openweights.grading.export;

/** What grades can be written as. */
public enum ExportForm {
    CSV,
    TESTS,
    JSON,
    CANVAS,
    MOODLE,
    GRADESCOPE,
    JUNIT,
    JPLAG;

    /** Whether it has students, to whom a group's grade is given; others have submissions. */
    boolean hasStudents() {
        return switch (this) {
            case CSV, JSON, CANVAS, MOODLE, JUNIT -> true;
            case TESTS, GRADESCOPE, JPLAG -> false;
        };
    }

    /** Whether it has points, which may not be final yet. */
    boolean hasPoints() {
        return this != JPLAG;
    }
}
