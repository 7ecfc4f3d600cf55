package openweights.grading.desk;

import java.io.IOException;
import java.net.BindException;
import java.util.List;
import openweights.base.UserException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Serves a desk to browsers on this machine, and to nobody else. */
public final class DeskServer implements AutoCloseable {

    /** So that a browser finds again what was typed and not yet saved. */
    private static final int USUAL_PORT = 8713;

    private static final int MAX_THREADS = 12;

    private final Server server;
    private final String address;

    private DeskServer(Server server, String address) {
        this.server = server;
        this.address = address;
    }

    /**
     * Starts to serve.
     *
     * @param port 0 for the usual one, or any if that is taken
     * @throws UserException if the port that was asked for is taken
     */
    public static DeskServer start(Desk desk, int port) throws IOException {
        try {
            return open(desk, port == 0 ? USUAL_PORT : port);
        } catch (IOException e) {
            if (!(e.getCause() instanceof BindException)) {
                throw e;
            }
            if (port != 0) {
                throw new UserException(
                        "port %d is taken. Name another one, or leave --port out.".formatted(port),
                        e);
            }
            return open(desk, 0);
        }
    }

    private static DeskServer open(Desk desk, int port) throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS);
        threads.setDaemon(true);
        Server server = new Server(threads);
        HttpConfiguration settings = new HttpConfiguration();
        settings.setSendServerVersion(false);
        ServerConnector connector =
                new ServerConnector(server, 1, 1, new HttpConnectionFactory(settings));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        connector.open();
        Gate gate = new Gate(connector.getLocalPort());
        Pages pages = new Pages(desk, "/" + gate.token() + "/");
        server.setHandler(new DeskHandler(gate, pages));
        try {
            server.start();
        } catch (Exception e) { // what Jetty declares
            throw new IOException("The desk's server does not start: " + e.getMessage(), e);
        }
        // So that the first page is there as soon as somebody asks for it.
        pages.reply(Call.of(false, List.of(""), "", ""));
        desk.prepare();
        return new DeskServer(
                server,
                "http://127.0.0.1:%d/%s/".formatted(connector.getLocalPort(), gate.token()));
    }

    /** What to open in a browser. Whoever knows it can grade. */
    public String address() {
        return address;
    }

    /** Waits until the server is stopped. */
    public void join() throws InterruptedException {
        server.join();
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (Exception e) { // what Jetty declares
            throw new IOException(e);
        }
    }
}
