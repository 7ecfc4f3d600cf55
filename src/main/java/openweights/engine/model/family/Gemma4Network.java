package openweights.engine.model.family;

import java.util.Collections;
import java.util.List;
import openweights.engine.math.Attention;
import openweights.engine.math.Matrix;
import openweights.engine.model.config.LayerHeads;
import openweights.engine.model.layer.Block;
import openweights.engine.model.layer.Embedding;
import openweights.engine.model.layer.Head;
import openweights.engine.model.layer.LayerEnd;
import openweights.engine.model.layer.Linear;
import openweights.engine.model.layer.Mlp;
import openweights.engine.model.layer.Norm;
import openweights.engine.model.layer.PerLayerEmbedding;
import openweights.engine.model.layer.PerLayerInput;
import openweights.engine.model.layer.QkvProjection;
import openweights.engine.model.layer.QkvStep;
import openweights.engine.model.layer.RotaryEmbedding;
import openweights.engine.model.layer.SelfAttention;
import openweights.engine.model.layer.Tensors;
import org.jspecify.annotations.Nullable;

/** Builds the network of {@link Gemma4}. */
final class Gemma4Network extends LlamaNetwork {

    private final Gemma4 family;
    private final RotaryEmbedding full;

    Gemma4Network(Gemma4 family, Tensors tensors) {
        super(family.llama(), tensors);
        this.family = family;
        List<LayerHeads> heads = family.heads();
        this.full =
                new RotaryEmbedding(
                        family.fullRope(),
                        heads.get(heads.size() - 1).size(),
                        llama.maxPositionEmbeddings(),
                        layout());
    }

    @Override
    Embedding embedding(Matrix table) {
        return super.embedding(table).withScale(Math.sqrt(llama.hiddenSize()));
    }

    @Override
    Head head(Matrix table) {
        return super.head(table).withSoftCap(family.finalSoftCap());
    }

    @Override
    @Nullable PerLayerEmbedding perLayer(String p) {
        int part = family.hiddenSizePerLayerInput();
        if (part == 0) {
            return null;
        }
        int width = Math.multiplyExact(part, llama.numHiddenLayers());
        return new PerLayerEmbedding(
                tensors.matrix(
                        p + "embed_tokens_per_layer.weight",
                        family.vocabSizePerLayerInput(),
                        width),
                linear(p + "per_layer_model_projection", width, llama.hiddenSize(), false),
                norm(p + "per_layer_projection_norm", part),
                part);
    }

    @Override
    Block block(String p, int layer) {
        boolean experts = family.numExperts() > 0;
        return Block.around(
                        norm(p + ".input_layernorm"),
                        attention(p + ".self_attn", layer),
                        norm(p + ".post_attention_layernorm"),
                        experts
                                ? new Norm.None(llama.hiddenSize())
                                : norm(p + ".pre_feedforward_layernorm"),
                        experts
                                ? Gemma4Experts.read(family, this, p, mlp(p + ".mlp", layer))
                                : mlp(p + ".mlp", layer),
                        norm(p + ".post_feedforward_layernorm"))
                .withEnd(
                        new LayerEnd(
                                perLayerInput(p, layer), tensors.vector(p + ".layer_scalar", 1)));
    }

    @Override
    SelfAttention attention(String p, int layer) {
        Attention scores = scores(p, layer);
        Linear output =
                linear(p + ".o_proj", llama.hiddenSize(), scores.mixedWidth(), outputBias());
        int source = family.source(layer);
        return new SelfAttention(
                projection(p, layer, scores), steps(p, layer, scores), scores, output, source);
    }

    @Override
    Attention scores(String p, int layer) {
        LayerHeads heads = family.heads().get(layer);
        return Attention.of(llama.numAttentionHeads(), heads.keyValueHeads(), heads.size())
                .withScale(1)
                .withReach(family.layers().reach(layer));
    }

    private QkvProjection projection(String p, int layer, Attention scores) {
        int d = llama.hiddenSize();
        Linear q = linear(p + ".q_proj", scores.queryWidth(), d, qkvBias());
        if (family.source(layer) != SelfAttention.OWN) {
            return new QkvProjection.QueriesOnly(q);
        }
        Linear k = linear(p + ".k_proj", scores.keyWidth(), d, qkvBias());
        if (family.keysAreValues(layer)) {
            return new QkvProjection.KeysAsValues(Linear.stack(tensors, q, k));
        }
        Linear v = linear(p + ".v_proj", scores.valueWidth(), d, qkvBias());
        return new QkvProjection.Fused(Linear.stack(tensors, q, k, v));
    }

    private List<QkvStep> steps(String p, int layer, Attention scores) {
        QkvStep rotation =
                family.layers().slides(layer) ? rotation() : new QkvStep.Rotation(full, 0);
        Norm q = norm(p + ".q_norm", scores.keySize());
        if (family.source(layer) != SelfAttention.OWN) {
            for (String name : List.of("k_proj", "v_proj", "k_norm", "v_norm")) {
                tensors.ignored(p + "." + name + ".*"); // released files have them all the same
            }
            List<Norm> each = Collections.nCopies(scores.heads(), q);
            return List.of(new QkvStep.HeadNorm(each, List.of()), rotation);
        }
        return List.of(
                new QkvStep.ValueNorm(Norm.Rms.plain(scores.valueSize(), llama.rmsNormEps())),
                QkvStep.HeadNorm.shared(scores, q, norm(p + ".k_norm", scores.keySize())),
                rotation);
    }

    @Override
    Mlp mlp(String p, int layer) {
        boolean wide = family.useDoubleWideMlp() && family.source(layer) != SelfAttention.OWN;
        return gated(p, llama.intermediateSize() * (wide ? 2 : 1));
    }

    private @Nullable PerLayerInput perLayerInput(String p, int layer) {
        int part = family.hiddenSizePerLayerInput();
        int d = llama.hiddenSize();
        return part == 0
                ? null
                : new PerLayerInput(
                        layer,
                        linear(p + ".per_layer_input_gate", part, d, false),
                        llama.hiddenAct(),
                        linear(p + ".per_layer_projection", d, part, false),
                        norm(p + ".post_per_layer_input_norm"));
    }
}
