package openweights.runtime;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import openweights.runtime.setup.SetUpException;

/** TCP ports of this machine, as JupyterLab would use them. */
public final class Port {

    /** Jupyter's default. */
    public static final int DEFAULT = 8888;

    private static final int TRIED = 100;

    private Port() {}

    static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The first free port from the default on. */
    public static int firstFree() {
        return IntStream.range(DEFAULT, DEFAULT + TRIED)
                .filter(Port::free)
                .findFirst()
                .orElseThrow(
                        () ->
                                new SetUpException(
                                        "No port from 8888 to 8987 is free. Choose another one: ./course lab --port 9500"));
    }

    /**
     * Checks the requested port.
     *
     * @throws SetUpException if it is not a port or is in use
     */
    static int wanted(int port) {
        if (port < 1 || port > 65535) {
            throw new SetUpException("--port " + port + ": a port is a number from 1 to 65535.");
        }
        if (!free(port)) {
            throw new SetUpException(
                    "Port "
                            + port
                            + " is in use, perhaps by another JupyterLab. Choose another one, or omit --port to get the next free one.");
        }
        return port;
    }
}
