package openweights.engine.token.decoder;

import java.util.Map;
import java.util.function.Function;
import openweights.engine.token.json.Part;

/** One step from tokens to text. */
public sealed interface Decoder
        permits Spaced, DecoderSequence, ByteLevel, ByteFallback, Fuse, Metaspace, Replace, Strip {

    /** A sink that performs this step and passes the result to {@code next}. */
    TokenSink onto(TokenSink next);

    /** The bytes that a token stands for within a text, as far as this step determines them. */
    default TokenBytes bytes(TokenBytes token) {
        return token;
    }

    /** Creates the decoder that the file describes. */
    static Decoder read(Part part) {
        return part.build("decoder", Known.MAKERS);
    }

    /** The types that a file can name. */
    final class Known {
        private static final Map<String, Function<Part, Decoder>> MAKERS =
                Map.of(
                        "Sequence", DecoderSequence::read,
                        "ByteLevel", part -> new ByteLevel(),
                        "ByteFallback", part -> new ByteFallback(),
                        "Fuse", part -> new Fuse(),
                        "Metaspace", Metaspace::read,
                        "Replace", Replace::read,
                        "Strip", Strip::read);

        private Known() {}
    }
}
