package openweights.grading.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import openweights.base.ErrorText;
import openweights.base.Html;
import openweights.base.UserException;

/** Finds the page for a call. Whatever goes wrong is said on a page; nothing is lost. */
final class Pages {

    private final Desk desk;
    private final Frame frame;
    private final ListPage list;
    private final SubmissionPage submission;
    private final GroupPages groups;
    private final RubricPage rubric;
    private final CopiesPage copies;
    private final NumbersPage numbers;
    private final HistoryPage history;

    /**
     * @param root the path of the first page, with the token
     */
    Pages(Desk desk, String root) {
        this.desk = desk;
        frame = new Frame(desk, root);
        list = new ListPage(desk, frame);
        submission = new SubmissionPage(desk, frame);
        groups = new GroupPages(desk, frame);
        rubric = new RubricPage(desk, frame);
        copies = new CopiesPage(desk, frame);
        numbers = new NumbersPage(desk, frame);
        history = new HistoryPage(desk, frame);
    }

    Reply reply(Call call) {
        try {
            return found(call);
        } catch (Refusal e) {
            return trouble(e.status(), "That was not taken", e.words());
        } catch (UserException e) {
            return trouble(
                    500,
                    "A file of this grading cannot be read",
                    e.getMessage()
                            + "\n"
                            + "Nothing is lost: mend the file, then load this page again. What you"
                            + " sent just now was not saved; your browser's Back shows it again.");
        } catch (IOException | UncheckedIOException e) {
            return trouble(
                    500,
                    "A file cannot be read or written",
                    ErrorText.of(e)
                            + "\n"
                            + "Is the disk full, or the folder write-protected? Nothing that was"
                            + " saved is lost. What you sent just now was not saved; your browser's"
                            + " Back shows it again.");
        } catch (RuntimeException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            return trouble(
                    500,
                    "The desk has a fault",
                    "Nothing that was saved is lost. Please report what you did, with these"
                            + " lines:\n"
                            + trace);
        }
    }

    private Reply found(Call call) throws IOException {
        return switch (call.part(0)) {
            case "" -> list.reply(call);
            case "s" -> submission.reply(call);
            case "groups" -> groups.reply(call);
            case "rubric" -> rubric.reply(call);
            case "rubric.yaml" -> rubric.file();
            case "copies" -> copies.reply(call);
            case "numbers", "points.png" -> numbers.reply(call);
            case "history", "undo" -> history.reply(call);
            case "names" -> names(call);
            case "desk.css" -> Reply.text("text/css", resource("desk.css"));
            case "desk.js" -> Reply.text("text/javascript", resource("desk.js"));
            default -> trouble(404, "There is no such page", "The navigation above leads on.");
        };
    }

    private Reply names(Call call) {
        if (call.post()) {
            desk.hideNames(call.value("hide").equals("yes"));
        }
        return Reply.to("");
    }

    private Reply trouble(int status, String title, String words) {
        String body =
                "<h1>%s</h1>\n<p class=\"trouble\">%s</p>\n"
                        .formatted(Html.escape(title), Html.escape(words).replace("\n", "<br>\n"));
        return Reply.page(status, frame.page("trouble", title, "", body));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Pages.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A place in the desk with a message about what has just happened. */
    static String said(String place, String words) {
        String anchor = place.contains("#") ? place.substring(place.indexOf('#')) : "";
        String page = place.substring(0, place.length() - anchor.length());
        return page
                + (page.contains("?") ? "&" : "?")
                + "said="
                + URLEncoder.encode(words, StandardCharsets.UTF_8)
                + anchor;
    }
}
