package openweights.engine.model;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import openweights.base.UserException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults of the keys of latent attention are told in the words of the file. */
class GgufLatentKeysTest {

    private static final Path FILE = Path.of("src/test/resources/gguf/families/deepseek2.gguf");

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "attention.kv_lora_rank, 0",
        "attention.kv_lora_rank, 33554432",
        "attention.q_lora_rank, 33554432",
        "attention.value_length_mla, 0",
        "attention.value_length_mla, 33554432",
        "attention.key_length_mla, 0",
        "attention.key_length_mla, 33554432",
        "attention.value_length, 0",
        "attention.value_length, 33554432",
        "attention.key_length, 0",
        "attention.key_length, 33554432",
        "rope.dimension_count, 0",
        "rope.dimension_count, 3",
        "rope.dimension_count, 33554432",
        "expert_shared_count, 0",
        "expert_count, 0",
        "expert_used_count, 0",
        "expert_group_count, 3",
        "expert_group_used_count, 33554432",
        "expert_feed_forward_length, 0",
        "block_count, 0",
    })
    void areNamedAsInTheFile(String name, long value) throws Exception {
        String key = "deepseek2." + name;
        Path changed =
                ChangedGguf.write(
                        FILE, Map.of(key, (int) value), i -> i.shape(), folder.resolve("x.gguf"));
        UserException refusal = assertThrows(UserException.class, () -> Model.open(changed));
        String said = String.valueOf(refusal.getMessage());
        assertTrue(said.contains(name), said);
        assertFalse(said.contains("_head_dim"), said);
        assertFalse(said.contains(" \"q_lora"), said);
    }
}
