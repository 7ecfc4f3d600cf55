package openweights.base;

/** Numbers of things, as people say them: {@code 1 student}, {@code 2 students}. */
public final class Count {

    private Count() {}

    /**
     * @param noun one that takes an s
     */
    public static String of(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
