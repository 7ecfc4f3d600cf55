package openweights.engine.train.run;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import openweights.base.Sha256;
import openweights.engine.train.Corpus;
import openweights.engine.train.recipe.Recipe;

/** SHA-256 of data that is not in a file. */
final class Fingerprint {

    /** How many stories of each split represent a corpus; they are spread over all of it. */
    private static final int SAMPLE = 2000;

    private final MessageDigest digest = Sha256.digest();

    /** The hash of the generator's name and version and of a sample of the recipe's stories. */
    static String of(Corpus corpus, Recipe recipe) {
        Fingerprint print = new Fingerprint().add(corpus.name() + " " + corpus.version() + "\n");
        for (int i = 0; i < SAMPLE; i++) {
            long story = i * Math.max(1, recipe.corpus().stories() / SAMPLE);
            print.add(corpus.train(story % recipe.corpus().stories()) + "\n");
            print.add(corpus.validation(i) + "\n");
        }
        return print.end();
    }

    Fingerprint add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Fingerprint add(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(1 << 14).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            if (!bytes.hasRemaining()) {
                digest.update(bytes.flip());
                bytes.clear();
            }
            bytes.putFloat(value);
        }
        digest.update(bytes.flip());
        return this;
    }

    String end() {
        return Sha256.hex(digest);
    }
}
