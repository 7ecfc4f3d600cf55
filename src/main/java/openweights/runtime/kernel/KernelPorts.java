package openweights.runtime.kernel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import openweights.base.ErrorText;

/**
 * Where a kernel is to listen. ZeroMQ opens the ports later and does not say which of them it could
 * not open, or why; so each is opened here for a moment.
 *
 * @param ports by their keys in the connection file
 */
record KernelPorts(InetAddress address, Map<String, Integer> ports) {

    /** Why the kernel cannot listen there. */
    Optional<String> obstacle() {
        Map<Integer, String> seen = new HashMap<>();
        return ports.entrySet().stream()
                .map(each -> obstacle(each.getKey(), each.getValue(), seen))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> obstacle(String key, int port, Map<Integer, String> seen) {
        String other = seen.put(port, key);
        return other == null
                ? refusal(port).map(reason -> place(key, port) + reason)
                : Optional.of("%s and %s are both %d, but must differ".formatted(other, key, port));
    }

    private Optional<String> refusal(int port) {
        try {
            new ServerSocket(port, 1, address).close();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(
                    ", which cannot be opened (%s). Another program may use this port, or the address may not be one of this machine's"
                            .formatted(ErrorText.of(e)));
        }
    }

    private String place(String key, int port) {
        return "%s is %d at %s".formatted(key, port, address.getHostAddress());
    }
}
