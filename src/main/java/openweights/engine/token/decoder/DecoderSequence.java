package openweights.engine.token.decoder;

import java.util.List;
import openweights.engine.token.json.Part;

/** Several decoders in a row; Replace ▁ by a space, then Fuse: {@code ▁a | b -> " ab"}. */
public record DecoderSequence(List<Decoder> decoders) implements Decoder {

    static DecoderSequence read(Part part) {
        return new DecoderSequence(part.list("decoders").stream().map(Decoder::read).toList());
    }

    @Override
    public TokenSink onto(TokenSink next) {
        TokenSink sink = next;
        for (int i = decoders.size() - 1; i >= 0; i--) {
            sink = decoders.get(i).onto(sink);
        }
        return sink;
    }

    @Override
    public TokenBytes bytes(TokenBytes token) {
        TokenBytes result = token;
        for (Decoder decoder : decoders) {
            result = decoder.bytes(result);
        }
        return result;
    }
}
