package openweights.course.progress;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import openweights.base.Home;
import openweights.base.TextTable;
import openweights.course.notebook.NotebookException;
import openweights.course.notebook.NotebookFile;
import openweights.runtime.setup.NewVersion;
import openweights.runtime.setup.WorkingCopies;

/**
 * How far a student is in all notebooks. It is read from the copies in {@code work/}, and nothing
 * is stored or sent.
 *
 * @param unreadable names of notebooks that cannot be read
 */
public record CourseProgress(List<NotebookProgress> notebooks, List<String> unreadable) {

    private static final String ENDING = ".ipynb";

    /** Reads the copies in {@code work/}, lesson by lesson. */
    public static CourseProgress of(Home project) throws IOException {
        List<NotebookProgress> notebooks = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        List<Path> copies = copies(project);
        for (Path file : copies) {
            String name = name(file, copies, project.work());
            try {
                notebooks.add(NotebookProgress.of(name, NotebookFile.read(file)));
            } catch (NotebookException e) {
                unreadable.add(name + ": " + e.getMessage());
            }
        }
        return new CourseProgress(notebooks, unreadable);
    }

    private static List<Path> copies(Home project) throws IOException {
        return WorkingCopies.of(project).copies().stream()
                .filter(file -> !NewVersion.is(file))
                .toList();
    }

    /** The file's name; its path if another file has the same name. */
    private static String name(Path file, List<Path> all, Path work) {
        long same =
                all.stream().filter(each -> each.getFileName().equals(file.getFileName())).count();
        String name = (same == 1 ? file.getFileName() : work.relativize(file)).toString();
        return name.replace(ENDING, "").replace('\\', '/');
    }

    /** A table with a line for each notebook. */
    public String text() {
        if (notebooks.isEmpty() && unreadable.isEmpty()) {
            return "There are no notebooks in work/ yet. ./course lab puts them there.\n";
        }
        TextTable table = new TextTable().row("notebook", "", "checks passed", "cells run");
        for (NotebookProgress each : notebooks) {
            table.row(
                    each.name(),
                    each.bar(),
                    each.checks() == 0 ? "none in it" : each.passed() + " of " + each.checks(),
                    each.ran() + " of " + each.cells());
        }
        StringBuilder text = new StringBuilder(table.toString());
        unreadable.forEach(each -> text.append("cannot be read: ").append(each).append('\n'));
        return text.append(summary()).toString();
    }

    private String summary() {
        long done = notebooks.stream().filter(NotebookProgress::done).count();
        int passed = notebooks.stream().mapToInt(NotebookProgress::passed).sum();
        int checks = notebooks.stream().mapToInt(NotebookProgress::checks).sum();
        return "%d of %d notebooks are done; %d of %d cells with checks have passed. A notebook counts as it was last saved.%n"
                .formatted(done, notebooks.size(), passed, checks);
    }
}
