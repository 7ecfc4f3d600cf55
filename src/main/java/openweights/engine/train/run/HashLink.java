package openweights.engine.train.run;

/**
 * A link of the chain from recipe to weights, compared with its record.
 *
 * @param name {@code recipe}, {@code corpus}, {@code tokenizer}, {@code step 1000} or {@code file
 *     model.safetensors}
 * @param expected the SHA-256 in the record
 * @param found the SHA-256 of the reproduction
 */
public record HashLink(String name, String expected, String found) {

    public boolean isSame() {
        return expected.equals(found);
    }
}
