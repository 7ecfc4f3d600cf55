package openweights.cli.grading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import openweights.cli.command.ExercisesOption;
import openweights.course.exercise.source.Exercises;
import openweights.grading.remote.GraderInstallation;
import openweights.grading.result.GradingFolder;
import openweights.grading.roster.Roster;
import openweights.runtime.kernel.CellImports;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The course and the grading folder that a command works on. */
final class GradingContext {

    @Option(
            names = "--grading",
            paramLabel = "FOLDER",
            description =
                    "Where submissions and results are kept. Default: grading in the course's folder.")
    private @Nullable Path all;

    @Mixin private ExercisesOption place = new ExercisesOption();

    Exercises exercises() {
        return place.exercises();
    }

    GradingFolder folder(String exercise) {
        List<String> options = new ArrayList<>(exercises().options());
        if (all != null) {
            options.addAll(List.of("--grading", all.toAbsolutePath().normalize().toString()));
        }
        return GradingFolder.of(all(), exercise, options);
    }

    /** Where the list of students is. */
    Path roster() {
        return Roster.file(all());
    }

    private Path all() {
        return all == null ? place.home().root().resolve("grading") : all;
    }

    GraderInstallation installation() throws IOException {
        return GraderInstallation.of(place.home(), CellImports.all())
                .hiding(List.of(all(), exercises().folder()));
    }
}
