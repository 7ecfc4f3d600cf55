package openweights.engine.hub;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;

/** A server's response, after all redirects. */
final class HttpResponse implements AutoCloseable {

    private final HttpURLConnection connection;
    private final int status;

    HttpResponse(HttpURLConnection connection, int status) {
        this.connection = connection;
        this.status = status;
    }

    int status() {
        return status;
    }

    /** The value of a header; empty if there is none. */
    String header(String name) {
        String value = connection.getHeaderField(name);
        return value == null ? "" : value;
    }

    InputStream body() throws IOException {
        return connection.getInputStream();
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
