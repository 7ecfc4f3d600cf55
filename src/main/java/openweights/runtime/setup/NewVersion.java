package openweights.runtime.setup;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a new version is called that lies beside a file in which a student has worked: {@code
 * 00-ready.new.ipynb}, and {@code 00-ready.new-2.ipynb} if the student has worked in that, too.
 */
public final class NewVersion {

    private static final Pattern NAME = Pattern.compile("(.+)\\.new(?:-\\d+)?(\\.\\w+)");

    private NewVersion() {}

    /** Whether a file is called so. */
    public static boolean is(Path file) {
        return NAME.matcher(file.getFileName().toString()).matches();
    }

    /** The name of the file that it is a version of; another file's own name. */
    static String original(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() ? matcher.group(1) + matcher.group(2) : name;
    }

    /**
     * A new version of a file.
     *
     * @param number from 1
     */
    static Path of(Path file, int number) {
        String mark = number == 1 ? ".new" : ".new-" + number;
        String name = file.getFileName().toString();
        return file.resolveSibling(name.replaceFirst("(\\.\\w+)$", mark + "$1"));
    }
}
