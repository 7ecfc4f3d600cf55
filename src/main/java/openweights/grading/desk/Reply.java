package openweights.grading.desk;

import java.nio.charset.StandardCharsets;

/**
 * What a browser gets.
 *
 * @param type of the content, or where to go for a redirection
 */
record Reply(int status, String type, byte[] content) {

    static final int SEE_OTHER = 303;

    static Reply page(String html) {
        return page(200, html);
    }

    static Reply page(int status, String html) {
        return new Reply(status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    static Reply text(String type, String text) {
        return new Reply(200, type + "; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    static Reply picture(byte[] png) {
        return new Reply(200, "image/png", png);
    }

    /**
     * Sends the browser to another page, so that reloading it sends nothing twice.
     *
     * @param place after the token
     */
    static Reply to(String place) {
        return new Reply(SEE_OTHER, place, new byte[0]);
    }
}
