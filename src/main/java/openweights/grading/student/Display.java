package openweights.grading.student;

/** With what a notebook's cells show values. Nobody sees them here. */
public final class Display {

    private Display() {}

    public static void display(Object shown, String... as) {}

    public static void render(Object shown, String... as) {}
}
