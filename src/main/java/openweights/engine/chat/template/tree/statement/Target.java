package openweights.engine.chat.template.tree.statement;

import java.util.List;
import openweights.engine.chat.template.tree.Scope;
import openweights.engine.chat.template.value.Fault;
import openweights.engine.chat.template.value.Iteration;
import openweights.engine.chat.template.value.Namespace;
import openweights.engine.chat.template.value.TemplateException;
import openweights.engine.chat.template.value.Value;

/** What a value is assigned to. */
public sealed interface Target {

    void assign(Value value, Scope scope);

    /** A variable. */
    record Name(String name) implements Target {
        @Override
        public void assign(Value value, Scope scope) {
            scope.set(name, value);
        }
    }

    /** A field of a namespace. */
    record Field(String object, String name) implements Target {
        @Override
        public void assign(Value value, Scope scope) {
            if (!(scope.get(object) instanceof Namespace namespace)) {
                throw new TemplateException(
                        Fault.TYPE,
                        "%s.%s cannot be set: %s is no namespace(), and other values cannot be changed."
                                .formatted(object, name, object));
            }
            namespace.set(name, value);
        }
    }

    /** Several, for the elements of a list. */
    record Several(List<Target> targets) implements Target {
        @Override
        public void assign(Value value, Scope scope) {
            List<Value> values = Iteration.over(value, scope.budget());
            if (values.size() != targets.size()) {
                throw new TemplateException(
                        Fault.VALUE,
                        "%d values cannot be assigned to %d names."
                                .formatted(values.size(), targets.size()));
            }
            for (int i = 0; i < targets.size(); i++) {
                targets.get(i).assign(values.get(i), scope);
            }
        }
    }
}
