package openweights.engine.chat.template.builtin;

import static java.util.Map.entry;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The filters that templates can use. */
public final class Filters {

    private static final Map<String, Filter> ALL =
            new TreeMap<>(
                    Map.ofEntries(
                            entry("abs", NumberFilters::abs),
                            entry("capitalize", TextFilters::capitalize),
                            entry("count", SequenceFilters::length),
                            entry("d", TextFilters::otherwise),
                            entry("default", TextFilters::otherwise),
                            entry("dictsort", SortFilters::dictsort),
                            entry("first", SequenceFilters::first),
                            entry("float", NumberFilters::real),
                            entry("indent", TextFilters::indent),
                            entry("int", NumberFilters::integer),
                            entry("items", SequenceFilters::items),
                            entry("join", SequenceFilters::join),
                            entry("last", SequenceFilters::last),
                            entry("length", SequenceFilters::length),
                            entry("list", SequenceFilters::list),
                            entry("lower", TextFilters::lower),
                            entry("map", SelectionFilters::map),
                            entry("max", SortFilters::max),
                            entry("min", SortFilters::min),
                            entry("reject", SelectionFilters::reject),
                            entry("rejectattr", SelectionFilters::rejectattr),
                            entry("replace", TextFilters::replace),
                            entry("reverse", SequenceFilters::reverse),
                            entry("round", NumberFilters::round),
                            entry("safe", TextFilters::string),
                            entry("select", SelectionFilters::select),
                            entry("selectattr", SelectionFilters::selectattr),
                            entry("sort", SortFilters::sort),
                            entry("string", TextFilters::string),
                            entry("sum", SequenceFilters::sum),
                            entry("title", TextFilters::title),
                            entry("tojson", TextFilters::tojson),
                            entry("trim", TextFilters::trim),
                            entry("unique", SortFilters::unique),
                            entry("upper", TextFilters::upper)));

    private Filters() {}

    public static Optional<Filter> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** Their names, sorted. */
    public static Collection<String> names() {
        return ALL.keySet();
    }
}
