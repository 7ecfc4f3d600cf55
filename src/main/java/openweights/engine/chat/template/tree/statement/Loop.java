package openweights.engine.chat.template.tree.statement;

import java.util.List;
import openweights.engine.chat.template.value.Arguments;
import openweights.engine.chat.template.value.Bool;
import openweights.engine.chat.template.value.Callable;
import openweights.engine.chat.template.value.Fault;
import openweights.engine.chat.template.value.Fields;
import openweights.engine.chat.template.value.Int;
import openweights.engine.chat.template.value.TemplateException;
import openweights.engine.chat.template.value.Undefined;
import openweights.engine.chat.template.value.Value;
import org.jspecify.annotations.Nullable;

/** What {@code loop} is in the body of a {@code for}. */
public record Loop(List<Value> items, int index) implements Fields {

    @Override
    public String type() {
        return "loop";
    }

    @Override
    public @Nullable Value get(String name) {
        int size = items.size();
        return switch (name) {
            case "index" -> new Int(index + 1L);
            case "index0" -> new Int(index);
            case "revindex" -> new Int(size - index);
            case "revindex0" -> new Int(size - index - 1L);
            case "first" -> Bool.of(index == 0);
            case "last" -> Bool.of(index == size - 1);
            case "length" -> new Int(size);
            case "depth" -> new Int(1);
            case "depth0" -> new Int(0);
            case "previtem" -> item(index - 1, "there is no previous item");
            case "nextitem" -> item(index + 1, "there is no next item");
            case "cycle" -> (Callable) this::cycle;
            default -> null;
        };
    }

    private Value item(int place, String missing) {
        return place < 0 || place >= items.size() ? new Undefined(missing) : items.get(place);
    }

    private Value cycle(Arguments arguments) {
        List<Value> values = arguments.positional();
        if (values.isEmpty()) {
            throw new TemplateException(Fault.TYPE, "loop.cycle needs values.");
        }
        return values.get(index % values.size());
    }
}
