package openweights.grading.desk;

import java.util.List;
import java.util.Locale;

/**
 * Which students a list shows. Two people who split the work each take a part; the parts follow
 * from the students' keys, so that nobody has to agree on more than a number.
 *
 * @param parts 1 for no split
 * @param part from 1 to {@code parts}
 */
record Filter(Show show, int part, int parts) {

    enum Show {
        ALL("all"),
        UNDONE("not done"),
        OPEN("to decide"),
        DIFFER("differ"),
        LATE("late"),
        REMARK("remark"),
        BY_HAND("by hand");

        private final String words;

        Show(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Show of(String code) {
            for (Show each : values()) {
                if (each.code().equals(code)) {
                    return each;
                }
            }
            return ALL;
        }

        boolean shows(Standing standing) {
            return switch (this) {
                case ALL -> true;
                case UNDONE -> standing.checked() == null;
                case OPEN -> standing.grade().isOpen();
                case DIFFER -> standing.isDifferent();
                case LATE -> standing.isLate();
                case REMARK -> !standing.result().repairs().isEmpty();
                case BY_HAND -> !standing.grade().manual().isEmpty();
            };
        }
    }

    private static final int MOST_PARTS = 12;

    static Filter of(Call call) {
        int parts = number(call.value("parts"), 1, MOST_PARTS);
        return new Filter(Show.of(call.value("show")), number(call.value("part"), 1, parts), parts);
    }

    private static int number(String text, int lowest, int highest) {
        return text.matches("\\d{1,3}")
                ? Math.max(lowest, Math.min(highest, Integer.parseInt(text)))
                : lowest;
    }

    boolean shows(Standing standing) {
        return show.shows(standing) && isMine(standing);
    }

    private boolean isMine(Standing standing) {
        return Integer.parseInt(standing.key().substring(0, 6), 16) % parts == part - 1;
    }

    List<Standing> of(Cohort cohort) {
        return cohort.standings().stream().filter(this::shows).toList();
    }

    Filter with(Show other) {
        return new Filter(other, part, parts);
    }

    /** For an address, with its question mark; empty if everybody is shown. */
    String query() {
        String shown = show == Show.ALL ? "" : "&show=" + show.code();
        String split = parts == 1 ? "" : "&part=" + part + "&parts=" + parts;
        String both = shown + split;
        return both.isEmpty() ? "" : "?" + both.substring(1);
    }
}
