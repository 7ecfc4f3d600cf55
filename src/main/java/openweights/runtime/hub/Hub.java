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
 * @param news files of the folder that had been changed; the new versions are beside them
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
        new SetUp(project, steps).run(withModel);
        HubFolder folder = new HubFolder(project, place);
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
                    "The hub's folder %s cannot be written (%s). Free some space there, or name another folder, such as /srv/hub"
                            .formatted(folder.folder(), ErrorText.of(e)),
                    e);
        }
    }

    /** What to do next. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        news.forEach(file -> text.append("You changed this file; its new version: " + file + "\n"));
        return text.append(
                        "Read %s; START in it says how servers are started.\nThen: %s\n"
                                .formatted(
                                        folder.folder().resolve("jupyterhub_config.py"),
                                        ShellWord.of(folder.start())))
                .toString();
    }
}
