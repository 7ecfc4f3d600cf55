package openweights.engine.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import openweights.base.Sha256;
import openweights.engine.inspect.Inspection.Detail;
import openweights.engine.inspect.Inspection.TensorEntry;
import openweights.engine.model.Model;
import openweights.engine.quantize.Bits;
import openweights.engine.quantize.Quantized;
import openweights.engine.quantize.QuantizedFolder;
import openweights.engine.weights.DType;
import openweights.engine.weights.Npy;
import openweights.engine.weights.Part;
import openweights.engine.weights.SafetensorsWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionTest {

    @TempDir private Path folder;

    @Test
    void addsUpPartsAndTypesAndLeavesOutMasks() throws IOException {
        Path file = folder.resolve("model.safetensors");
        new SafetensorsWriter()
                .put("wte.weight", new long[] {2, 2}, new float[4])
                .put("h.0.attn.bias", new long[] {3}, new float[3])
                .write(file);
        Inspection inspection = Inspection.of(folder, Set.of());
        assertEquals(4, inspection.parameters());
        assertEquals(4, inspection.parts().get(Part.EMBEDDING).numbers());
        assertEquals(Map.of(DType.F32, new Inspection.Sum(2, 7, 28)), inspection.dtypes());
        assertNull(inspection.files().get(0).sha256());
        assertNull(inspection.tensors().get(0).sha256());
        assertNull(inspection.tensors().get(0).statistics());
    }

    @Test
    void countsTheWeightsThatBlocksStandFor() throws IOException {
        String experts = "model.layers.0.mlp.experts.down_proj";
        new SafetensorsWriter()
                .put(experts + "_blocks", DType.U8, new long[] {2, 3, 16}, ByteBuffer.allocate(96))
                .put(experts + "_scales", DType.U8, new long[] {2, 3}, ByteBuffer.allocate(6))
                .write(folder.resolve("model.safetensors"));
        assertEquals(2 * 96, Inspection.of(folder, Set.of()).parameters());

        Path seedling = Path.of("lessons/models/seedling-weights");
        Quantized quantized = Quantized.of(Model.open(seedling), Bits.INT4);
        Path narrow = folder.resolve("narrow");
        QuantizedFolder.write(quantized, seedling, narrow);
        assertEquals(722_048, Inspection.of(narrow, Set.of()).parameters());
        Path file = narrow.resolve("model.safetensors");
        assertEquals(722_048, Inspection.of(file, Set.of()).parameters());

        Files.writeString(narrow.resolve("config.json"), "{");
        assertTrue(Inspection.of(file, Set.of()).parameters() < 722_048);
    }

    @Test
    void addsOnlyTheDetailsThatWereRequested() throws IOException {
        Path file = folder.resolve("model.safetensors");
        new SafetensorsWriter()
                .put("real", new long[] {2}, new float[] {1, 3})
                .put("complex", DType.C64, new long[] {1}, ByteBuffer.allocate(8))
                .write(file);
        Inspection hashed = Inspection.of(file, Set.of(Detail.FILE_HASHES));
        assertEquals(Sha256.of(file), hashed.files().get(0).sha256());
        assertNull(hashed.tensors().get(0).sha256());
        Inspection detailed = Inspection.of(file, Set.of(Detail.TENSOR_HASHES, Detail.STATISTICS));
        assertNull(detailed.files().get(0).sha256());
        assertNotNull(detailed.tensors().get(0).sha256());
        assertEquals(
                List.of("complex", "real"),
                detailed.tensors().stream().map(TensorEntry::name).toList());
        assertNull(detailed.tensors().get(0).statistics());
        assertEquals(2, detailed.tensors().get(1).statistics().mean());
    }

    @Test
    void tellsWhatTheHeaderOfANpyFileSays() throws IOException {
        Path file = folder.resolve("w.npy");
        Npy.write(file, new long[] {2}, new float[] {1, 3});
        Inspection inspection = Inspection.of(file, Set.of(Detail.TENSOR_HASHES));
        assertEquals(2, inspection.parameters());
        assertEquals("lowest first", inspection.files().get(0).metadata().get("bytes"));
        assertNotNull(inspection.tensors().get(0).sha256());
    }
}
