package openweights.engine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import openweights.base.Home;
import openweights.engine.token.Tokenizer;
import openweights.engine.token.TokenizerSpeed;
import openweights.engine.token.train.BpeTrainer;

/** Measures a tokenizer that was trained on the course's lessons, encoding those same lessons. */
final class TokenizerBench {

    /** As many tokens as the lessons' text is enough to learn. */
    private static final int VOCABULARY = 2048;

    private static final double SECONDS = 1;

    private TokenizerBench() {}

    /**
     * @param folder where the tokenizer is written
     */
    static TokenizerSpeed measure(Path folder) throws IOException {
        String text = lessons();
        BpeTrainer.train(Stream.of(text), List.of("<s>", "</s>"), VOCABULARY)
                .write(folder.resolve("tokenizer.json"));
        return TokenizerSpeed.measure(Tokenizer.open(folder), text, SECONDS);
    }

    private static String lessons() throws IOException {
        try (Stream<Path> files = Files.list(Home.locate().lessons())) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }
}
