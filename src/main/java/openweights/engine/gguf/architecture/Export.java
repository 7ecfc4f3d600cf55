package openweights.engine.gguf.architecture;

import openweights.engine.view.TensorView;

/**
 * The architectures that can be written, with the names and rows that their tensors have in GGUF
 * files.
 */
public final class Export {

    private final Naming naming;

    private Export(Naming naming) {
        this.naming = naming;
    }

    /** Llama, Mistral, and families whose queries and keys llama.cpp rotates in pairs. */
    public static Export llama(int headSize) {
        return new Export(LlamaNames.naming(Heads.pairs(headSize)));
    }

    /** Qwen 2 and 3. */
    public static Export qwen() {
        return new Export(QwenNames.withHeadNorms(LlamaNames.naming(Arrangement.SAME)));
    }

    public static Export gpt2() {
        return new Export(Gpt2Names.naming());
    }

    public static Export bloom(int heads, int headSize) {
        return new Export(BloomNames.naming(Heads.fused(heads, heads, headSize)));
    }

    /**
     * A family's tensor as a GGUF file has it.
     *
     * @throws openweights.base.UserException if it has no name there
     */
    public TensorView tensor(TensorView tensor) {
        return naming.write(tensor);
    }
}
