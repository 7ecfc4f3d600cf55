package openweights.engine.weights;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one entry of a header: {@code {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}}.
 */
final class EntryReader {

    private static final int MAX_AXES = 64;

    private final JsonParser parser;
    private final HeaderJson header;
    private final String name;
    private @Nullable DType dtype;
    private @Nullable List<Long> shape;
    private @Nullable List<Long> offsets;

    EntryReader(JsonParser parser, HeaderJson header, String name) {
        this.parser = parser;
        this.header = header;
        this.name = name;
    }

    /** Ignores unknown fields, as the reference reader does. */
    TensorInfo read() throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw fault(
                    Fault.ENTRY_NOT_AN_OBJECT, "is described by something other than an object");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "dtype" -> dtype = dtype();
                case "shape" -> shape = numbers(field, Fault.SHAPE_OVERFLOW);
                case "data_offsets" -> offsets = numbers(field, Fault.OFFSETS_BEYOND_FILE);
                default -> parser.skipChildren();
            }
        }
        DType type = require("dtype", dtype);
        List<Long> sizes = require("shape", shape);
        List<Long> place = require("data_offsets", offsets);
        if (place.size() != 2) {
            throw fault(
                    Fault.FIELD_MALFORMED, "has " + place.size() + " data_offsets instead of 2");
        }
        return new TensorInfo(name, type, sizes, place.get(0), place.get(1));
    }

    private DType dtype() throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw fault(Fault.FIELD_MALFORMED, "has a dtype that is not a string");
        }
        String text = parser.getText();
        return DType.SINGLE.stream()
                .filter(known -> known.name().equals(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                fault(
                                        Fault.UNKNOWN_DTYPE,
                                        "has the unknown dtype "
                                                + WeightsException.quoted(text)
                                                + "; known ones are "
                                                + DType.SINGLE));
    }

    private List<Long> numbers(String field, Fault tooLarge) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw fault(Fault.FIELD_MALFORMED, "has a " + field + " that is not a list of numbers");
        }
        List<Long> numbers = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (numbers.size() == MAX_AXES) {
                throw fault(
                        Fault.FIELD_MALFORMED,
                        "has a " + field + " with more than " + MAX_AXES + " entries");
            }
            numbers.add(number(field, tooLarge));
        }
        return numbers;
    }

    private long number(String field, Fault tooLarge) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
                || parser.getText().startsWith("-")) {
            throw fault(
                    Fault.FIELD_MALFORMED,
                    "has a " + field + " with an entry that is not a non-negative integer");
        }
        if (parser.getNumberType() == NumberType.BIG_INTEGER) {
            throw fault(tooLarge, "has a " + field + " with a number larger than any file");
        }
        return parser.getLongValue();
    }

    private <T> T require(String field, @Nullable T value) {
        if (value == null) {
            throw fault(Fault.FIELD_MISSING, "has no " + field);
        }
        return value;
    }

    private SafetensorsException fault(Fault fault, String found) {
        return header.fault(fault, HeaderJson.at(parser), found);
    }
}
