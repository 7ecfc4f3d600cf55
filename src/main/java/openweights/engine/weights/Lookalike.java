package openweights.engine.weights;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Recognizes files that are often mistaken for safetensors or .npy files. */
final class Lookalike {

    /** How many bytes from the start of a file are enough to recognize it. */
    static final int BYTES = 16;

    private static final Map<String, String> BEGINNINGS =
            Map.of(
                    "PK\u0003\u0004", "a zip archive, such as a PyTorch .bin or .pt file",
                    "\u0080\u0002", "a Python pickle, which can run code when it is loaded",
                    "GGUF", "a GGUF file",
                    "\u0089HDF", "an HDF5 file",
                    "\u0093NUMPY", "a .npy file",
                    "version https://",
                            "a Git LFS pointer, a placeholder for a file that was not downloaded",
                    "<!DOCTYPE", "a web page",
                    "<html", "a web page");

    private Lookalike() {}

    /** A clause to append to the description of a fault; empty if the file is not recognized. */
    static String hint(ByteBuffer start) {
        String text = StandardCharsets.ISO_8859_1.decode(start).toString();
        return BEGINNINGS.entrySet().stream()
                .filter(known -> text.startsWith(known.getKey()))
                .map(known -> "; it starts like " + known.getValue())
                .findFirst()
                .orElse("");
    }
}
