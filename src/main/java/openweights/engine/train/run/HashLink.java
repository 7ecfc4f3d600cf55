package openweights.engine.train.run;

/**
 * One step from recipe to weights, in the record and in the reproduction.
 *
 * @param name {@code recipe}, {@code corpus}, {@code tokenizer}, {@code step 1000} or {@code file
 *     model.safetensors}
 * @param expected the SHA-256 that the record names
 * @param found the one that came out
 */
public record HashLink(String name, String expected, String found) {

    public boolean isSame() {
        return expected.equals(found);
    }
}
