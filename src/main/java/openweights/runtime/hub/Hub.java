package openweights.runtime.hub;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import openweights.base.ErrorText;
import openweights.base.Home;
import openweights.base.ShellWord;
import openweights.runtime.setup.SetUp;
import openweights.runtime.setup.SetUpException;
import openweights.runtime.setup.Steps;

/**
 * A hub that is ready to be started.
 *
 * @param news new versions, each beside the file that somebody had changed
 * @param objections why students should not use it yet
 */
public record Hub(HubFolder folder, List<Path> news, List<String> objections) {

    /**
     * Prepares the course, the folder, and the programs; what is there is kept.
     *
     * @param withModel whether the small released model of the lessons is fetched for all
     * @throws openweights.runtime.setup.SetUpException if that fails; the message says what to do
     */
    public static Hub prepare(Home project, Path place, boolean withModel, Steps steps)
            throws IOException {
        HubFolder folder = new HubFolder(project, place);
        folder.requireUsable();
        new SetUp(project, steps).run(withModel);
        List<Path> news = install(folder, steps);
        return new Hub(folder, news, new SharedCourse(project, folder.folder()).objections());
    }

    private static List<Path> install(HubFolder folder, Steps steps) {
        try {
            List<Path> news = folder.write();
            new HubPrograms(folder.project(), folder.folder(), steps).install();
            return news;
        } catch (IOException e) {
            throw new SetUpException(
                    "The hub's folder %s cannot be written. Free some space if its disk is full, or name another folder, such as /srv/hub. What went wrong: %s"
                            .formatted(folder.folder(), ErrorText.of(e)),
                    e);
        }
    }

    /** What to do next. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        news.forEach(
                file ->
                        text.append(
                                "You have changed a file that has a new version. Copy what you need from %s\n"
                                        .formatted(file)));
        return text.append(
                        "Read %s and set START, which says how students' servers are started.\nThen start the hub: %s\n"
                                .formatted(
                                        folder.folder().resolve("jupyterhub_config.py"),
                                        ShellWord.of(folder.start())))
                .toString();
    }
}
