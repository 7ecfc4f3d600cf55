package openweights.course.exercise.test;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Tablesaw table as plain columns.
 *
 * @param name the table's title
 * @param columns the values of each column, in the table's order; a missing value is null
 */
public record Columns(String name, Map<String, List<Object>> columns) {

    public Columns {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }
}
