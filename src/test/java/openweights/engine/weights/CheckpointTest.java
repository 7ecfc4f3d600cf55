package openweights.engine.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    @TempDir Path folder;

    @Test
    void readsShardsAsOneModel() throws IOException {
        Path index = writer().writeShards(folder, 20);
        Checkpoint read = Checkpoint.open(folder);
        assertEquals(index, read.path());
        assertEquals(List.of("a", "b", "c", "d"), names(read));
        assertEquals(
                List.of(
                        "model-00001-of-00003.safetensors",
                        "model-00002-of-00003.safetensors",
                        "model-00003-of-00003.safetensors"),
                read.shards().stream().map(s -> s.file().getFileName().toString()).toList());
        assertEquals(3f, read.tensor("c").floats()[0]);
        assertEquals(8 + 12 + 40 + 4, read.byteSize());
        assertTrue(Files.readString(index).contains("\"total_size\" : 64"));
    }

    @Test
    void readsASingleFile() throws IOException {
        writer().write(folder.resolve("model.safetensors"));
        assertEquals(4, Checkpoint.open(folder).tensors().size());
        assertEquals(4, Checkpoint.open(folder.resolve("model.safetensors")).tensors().size());
    }

    @Test
    void takesTheOnlyFileOfAFolder() throws IOException {
        writer().write(folder.resolve("adapter.safetensors"));
        assertEquals(4, Checkpoint.open(folder).tensors().size());
        writer().write(folder.resolve("another.safetensors"));
        assertFault(Fault.NO_WEIGHTS, "several other .safetensors files");
    }

    @Test
    void suggestsSimilarNames() throws IOException {
        writer().put("model.norm.weight", new long[] {1}, new float[1]).writeShards(folder, 99);
        NoSuchElementException missing =
                assertThrows(
                        NoSuchElementException.class,
                        () -> Checkpoint.open(folder).tensor("norm.weight"));
        assertTrue(missing.getMessage().contains("Nearest: \"model.norm.weight\""));
    }

    @Test
    void refusesAnEmptyFolder() {
        assertFault(Fault.NO_WEIGHTS, "the folder has neither");
        assertThrows(NoSuchFileException.class, () -> Checkpoint.open(folder.resolve("none")));
    }

    @Test
    void refusesAMissingShard() throws IOException {
        writer().writeShards(folder, 20);
        Files.delete(folder.resolve("model-00002-of-00003.safetensors"));
        assertFault(Fault.SHARD_MISSING, "model-00002-of-00003.safetensors: the file is missing");
    }

    @Test
    void refusesAShardOfAnotherVersion() throws IOException {
        writer().writeShards(folder, 20);
        new SafetensorsWriter()
                .put("x", new long[] {1}, new float[1])
                .write(folder.resolve("model-00002-of-00003.safetensors"));
        assertFault(Fault.SHARD_LACKS_TENSOR, "should be in model-00002-of-00003.safetensors");
    }

    @Test
    void refusesATensorInTwoShards() throws IOException {
        writer().writeShards(folder, 20);
        writer().write(folder.resolve("model-00002-of-00003.safetensors"));
        assertFault(Fault.TENSOR_IN_TWO_SHARDS, "is in model-00001-of-00003.safetensors too");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"weight_map\":[]}",
                "{\"weight_map\":{\"a\":1}}",
                "{\"weight_map\":{\"a\":\"x\",\"a\":\"y\"}}",
                "{\"weight_map\":{\"a\":\"x\"}"
            })
    void refusesAMalformedIndex(String text) throws IOException {
        Files.writeString(folder.resolve(ShardIndex.NAME), text);
        assertFault(Fault.INDEX_MALFORMED, "index");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../x", "/etc/passwd", "a/b", "..", ".", "C:x", "a\\\\b", "a\\u0000", ""})
    void refusesAnIndexThatLeavesTheFolder(String file) throws IOException {
        Files.writeString(
                folder.resolve(ShardIndex.NAME), "{\"weight_map\":{\"a\":\"" + file + "\"}}");
        assertFault(Fault.INDEX_LEAVES_FOLDER, "which is not a plain file name");
    }

    @ParameterizedTest
    @CsvSource({
        "wte.weight, EMBEDDING",
        "transformer.wpe.weight, EMBEDDING",
        "h.0.attn.c_attn.weight, ATTENTION",
        "h.0.attn.bias, BUFFER",
        "h.0.attn.masked_bias, BUFFER",
        "h.0.attn.c_attn.bias, ATTENTION",
        "h.0.mlp.c_fc.bias, FEED_FORWARD",
        "h.11.ln_1.weight, NORM",
        "ln_f.bias, NORM",
        "word_embeddings.weight, EMBEDDING",
        "word_embeddings_layernorm.weight, NORM",
        "h.0.self_attention.query_key_value.weight, ATTENTION",
        "model.embed_tokens.weight, EMBEDDING",
        "model.layers.0.input_layernorm.weight, NORM",
        "model.layers.0.self_attn.q_proj.weight, ATTENTION",
        "model.layers.0.self_attn.rotary_emb.inv_freq, BUFFER",
        "model.layers.0.mlp.gate_proj.weight, FEED_FORWARD",
        "model.layers.0.block_sparse_moe.gate.weight, ROUTER",
        "model.layers.0.mlp.gate.weight, ROUTER",
        "model.layers.0.block_sparse_moe.experts.7.w1.weight, FEED_FORWARD",
        "model.layers.0.mlp.experts.gate_up_proj, FEED_FORWARD",
        "model.norm.weight, NORM",
        "lm_head.weight, HEAD",
        "tok_embeddings.weight, EMBEDDING",
        "layers.0.attention.wq.weight, ATTENTION",
        "layers.0.feed_forward.w1.weight, FEED_FORWARD",
        "layers.0.ffn_norm.weight, NORM",
        "output.weight, HEAD",
        "W1, OTHER"
    })
    void partsAreKnownByName(String name, Part part) {
        assertEquals(part, Part.of(name));
    }

    private static SafetensorsWriter writer() {
        return new SafetensorsWriter()
                .put("a", new long[] {2}, new float[] {1, 1})
                .put("b", new long[] {3}, new float[] {2, 2, 2})
                .put("c", new long[] {10}, new float[] {3, 3, 3, 3, 3, 3, 3, 3, 3, 3})
                .put("d", new long[] {}, new float[] {4});
    }

    private static List<String> names(Checkpoint checkpoint) {
        return checkpoint.tensors().stream().map(StoredTensor::name).toList();
    }

    private void assertFault(Fault fault, String found) {
        SafetensorsException refusal =
                assertThrows(SafetensorsException.class, () -> Checkpoint.open(folder));
        assertEquals(fault, refusal.fault(), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(found), refusal.getMessage());
    }
}
