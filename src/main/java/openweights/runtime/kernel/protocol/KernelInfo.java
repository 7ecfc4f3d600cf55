package openweights.runtime.kernel.protocol;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import openweights.runtime.session.KernelLanguage;
import openweights.runtime.session.KernelSpec;

/** What the kernel says of itself. */
final class KernelInfo {

    /** The version of Jupyter's messages that this kernel speaks. */
    private static final String PROTOCOL = "5.3";

    private KernelInfo() {}

    static Map<String, Object> content() {
        Map<String, Object> content = Replies.ok();
        content.put("protocol_version", PROTOCOL);
        content.put("implementation", KernelSpec.NAME);
        content.put("implementation_version", version());
        content.put("language_info", KernelLanguage.info());
        content.put("banner", KernelSpec.DISPLAY_NAME + ", on Java " + Runtime.version());
        content.put("debugger", false);
        content.put("help_links", links());
        return content;
    }

    private static String version() {
        String packaged = KernelInfo.class.getPackage().getImplementationVersion();
        return Objects.requireNonNullElse(packaged, "0.1").replaceFirst("-SNAPSHOT", "");
    }

    private static List<Map<String, String>> links() {
        return List.of(
                Map.of(
                        "text",
                        "Java: classes of the JDK",
                        "url",
                        "https://docs.oracle.com/en/java/javase/17/docs/api/"),
                Map.of(
                        "text",
                        "ND4J",
                        "url",
                        "https://deeplearning4j.konduit.ai/nd4j/tutorials/quickstart"));
    }
}
