package openweights.base;

import java.io.File;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text as one word of a command that a reader copies into a terminal. */
public final class ShellWord {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_@%+=:,./-]+");

    /** In double quotes, which Windows knows too, nothing but these is special. */
    private static final Pattern HARMLESS = Pattern.compile("[^\"$`\\\\!]*");

    private ShellWord() {}

    /** The text itself if it is plain, otherwise in quotes. */
    public static String of(Object text) {
        String word = text.toString();
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        return HARMLESS.matcher(word).matches() || File.separatorChar == '\\'
                ? '"' + word + '"'
                : quoted(word);
    }

    /** Words of a command. */
    public static String all(List<String> words) {
        return words.stream().map(ShellWord::of).collect(Collectors.joining(" "));
    }

    /** In single quotes, for scripts, where nothing in it is special. */
    public static String quoted(Object text) {
        return "'" + text.toString().replace("'", "'\\''") + "'";
    }
}
