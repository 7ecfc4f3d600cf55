package openweights.engine.gguf.vocabulary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.IntUnaryOperator;
import openweights.engine.token.json.TokenizerJson.Merge;

/**
 * What one kind of tokenizer adds to the tokens.
 *
 * @param root normalizer, pre-tokenizer, model, and decoder
 * @param merges which neighbors become one token
 * @param rank the rank of each merge: lower ones come first
 * @param begins whether a text begins with a special token
 */
record Vocabulary(ObjectNode root, List<Merge> merges, IntUnaryOperator rank, boolean begins) {}
