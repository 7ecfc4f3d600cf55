package openweights.course.lesson;

import java.util.List;

/**
 * A lesson as its author wrote it, divided into blocks.
 *
 * @param slug the file's name without {@code .md}
 * @param title the heading of level 1 without its number
 */
public record Lesson(String slug, String title, List<Block> blocks) {

    public Lesson {
        blocks = List.copyOf(blocks);
    }

    /** Two digits, such as {@code 03}. */
    public String number() {
        return slug.substring(0, 2);
    }

    /** A part of a lesson. Lines are those of the lesson's file, counted from 1. */
    public sealed interface Block {

        int line();

        /** A heading; levels 1 and 2 start a cell. */
        record Heading(int line, int level, String title, String markdown) implements Block {}

        /** Markdown text. */
        record Prose(int line, String markdown) implements Block {}

        /**
         * A code cell.
         *
         * @param line of the opening fence
         */
        record Code(int line, CodeAttributes attributes, String source) implements Block {}

        /** Library code to show: {@code <!-- region: openweights/…/X.java#name -->}. */
        record Region(int line, String file, String name) implements Block {}

        /** The end of a text cell: {@code <!-- cell -->}. */
        record Break(int line) implements Block {}
    }
}
