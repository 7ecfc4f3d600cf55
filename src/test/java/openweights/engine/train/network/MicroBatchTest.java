package openweights.engine.train.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MicroBatchTest {

    @Test
    void laysTextsEndToEnd() {
        MicroBatch chunk = MicroBatch.of(List.of(new int[] {0, 5, 6, 1}, new int[] {0, 7, 1}));
        assertArrayEquals(new int[] {0, 5, 6, 0, 7}, chunk.inputs());
        assertArrayEquals(new int[] {5, 6, 1, 7, 1}, chunk.targets());
        assertArrayEquals(new int[] {0, 0, 0, 3, 3}, chunk.starts());
    }

    @Test
    void splitsByTokensInOrder() {
        List<int[]> texts =
                List.of(new int[11], new int[2], new int[3], new int[4], new int[11], new int[5]);
        List<Integer> sizes = MicroBatch.share(texts, 3).stream().map(MicroBatch::tokens).toList();
        assertEquals(List.of(10, 6, 14), sizes);
    }

    @Test
    void leavesChunksEmptyIfThereAreFewTexts() {
        List<MicroBatch> chunks = MicroBatch.share(List.of(new int[5]), 4);
        assertEquals(4, chunks.size());
        assertEquals(4, chunks.stream().mapToInt(MicroBatch::tokens).sum());
    }
}
