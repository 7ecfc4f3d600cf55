package openweights.course.kernel.display;

/** Text inside HTML. */
final class Html {

    private Html() {}

    /** Text that means itself, between tags and in quoted attributes. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
