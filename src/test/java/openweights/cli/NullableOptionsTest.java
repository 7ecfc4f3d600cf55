package openweights.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** NullAway leaves out the fields that picocli fills, so this looks after them. */
class NullableOptionsTest {

    @Test
    void whatMayBeLeftOutAndHasNoDefaultIsNullable() {
        List<String> wrong = new ArrayList<>();
        look(Main.commandLine(), wrong);
        assertEquals(List.of(), wrong);
    }

    private static void look(CommandLine command, List<String> wrong) {
        for (ArgSpec argument : command.getCommandSpec().args()) {
            if (argument.userObject() instanceof Field field
                    && field.getDeclaringClass().getName().startsWith("openweights.cli.")
                    && !field.getType().isPrimitive()
                    && field.getType() != Optional.class) {
                boolean may =
                        !argument.required()
                                && argument.defaultValue() == null
                                && argument.initialValue() == null;
                if (may != field.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    wrong.add(field + (may ? " may" : " cannot") + " be null");
                }
            }
        }
        command.getSubcommands().values().forEach(each -> look(each, wrong));
    }
}
