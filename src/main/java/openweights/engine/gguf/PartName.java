package openweights.engine.gguf;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The name of a part of a model: {@code model-00001-of-00003.gguf}. */
record PartName(Path folder, String stem, int count) {

    private static final Pattern NAME = Pattern.compile("(.+)-(\\d{5})-of-(\\d{5})\\.gguf");

    /** Empty for a name without a part's number. */
    static Optional<PartName> of(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches() || Integer.parseInt(name.group(3)) < 1) {
            return Optional.empty();
        }
        Path folder = file.resolveSibling("");
        return Optional.of(new PartName(folder, name.group(1), Integer.parseInt(name.group(3))));
    }

    /** All parts, in order. */
    List<Path> files() {
        return IntStream.rangeClosed(1, count).mapToObj(this::file).toList();
    }

    private Path file(int number) {
        String name = String.format(Locale.ROOT, "%s-%05d-of-%05d.gguf", stem, number, count);
        return folder.resolve(name);
    }
}
