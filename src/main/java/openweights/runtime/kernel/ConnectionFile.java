package openweights.runtime.kernel;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import openweights.base.ErrorText;
import openweights.base.SmallFile;
import openweights.base.UserException;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.jspecify.annotations.Nullable;

/**
 * The file in which Jupyter tells a kernel where to listen. JJava would take a missing port for 0,
 * so that nobody could reach the kernel, and a missing key for no key, so that anybody could send
 * it cells. So everything is checked.
 */
final class ConnectionFile {

    private static final int MAX_PORT = 65535;
    private static final String UNSIGNED = ", so anybody could send cells to this kernel";
    private static final String AGAIN =
            "Jupyter writes a new one for each kernel: start the kernel again.";
    private static final String IP = "KernelManager.ip";

    /** What ZeroMQ calls all addresses of this machine. */
    private static final String EVERY = "*";

    private final Path file;

    private ConnectionFile(Path file) {
        this.file = file;
    }

    /**
     * @throws UserException if it cannot be read, or no kernel could serve with what it says
     */
    static KernelConnectionProperties read(Path file) {
        return new ConnectionFile(file).checked();
    }

    private KernelConnectionProperties checked() {
        KernelConnectionProperties said = parsed();
        ports(said).forEach(this::requirePort);
        requireThere("ip", said.getIp());
        requireThere("transport", said.getTransport());
        if (!said.getTransport().equals("tcp")) {
            throw unusable(
                    "transport is %s, and this kernel supports only tcp"
                            .formatted(said.getTransport()),
                    "KernelManager.transport");
        }
        requireKey(said.getKey());
        requireThere("signature_scheme", said.getSignatureScheme());
        requireScheme(said);
        requireOpenable(said);
        return said;
    }

    private KernelConnectionProperties parsed() {
        String text = text();
        try {
            KernelConnectionProperties said = KernelConnectionProperties.parse(text);
            if (said != null) {
                return said;
            }
        } catch (RuntimeException e) {
            throw damaged(
                    "it is not JSON with ports as numbers and everything else as text (%s)"
                            .formatted(reason(e)));
        }
        throw damaged("it is empty");
    }

    /** Without names of types, and without the parser's advice for programmers. */
    private static String reason(RuntimeException e) {
        String said = ErrorText.of(e).lines().findFirst().orElse("");
        return said.replaceFirst("^[\\w.$]+: ", "").replaceFirst(".* (?=at line )", "");
    }

    private String text() {
        try {
            return SmallFile.text(file);
        } catch (IOException | UserException e) {
            throw new UserException(
                    "The kernel cannot read Jupyter's connection file (%s). %s"
                            .formatted(ErrorText.of(e).replaceFirst("\\.$", ""), AGAIN),
                    e);
        }
    }

    private static Map<String, Integer> ports(KernelConnectionProperties said) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("shell_port", said.getShellPort());
        ports.put("iopub_port", said.getIopubPort());
        ports.put("stdin_port", said.getStdinPort());
        ports.put("control_port", said.getControlPort());
        ports.put("hb_port", said.getHbPort());
        return ports;
    }

    private void requirePort(String key, int port) {
        if (port < 1 || port > MAX_PORT) {
            String found = port == 0 ? "0 or missing" : String.valueOf(port);
            throw damaged(
                    "%s is %s, and must be a number from 1 to %d".formatted(key, found, MAX_PORT));
        }
    }

    private void requireThere(String key, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw damaged(key + " is missing or empty");
        }
    }

    private void requireKey(@Nullable String key) {
        if (key == null) {
            throw damaged("key is missing" + UNSIGNED);
        }
        if (key.isBlank()) {
            throw unusable("key is empty" + UNSIGNED, "Session.key");
        }
    }

    private void requireScheme(KernelConnectionProperties said) {
        try {
            said.createHMACGenerator();
        } catch (GeneralSecurityException e) {
            throw unusable(
                    "signature_scheme is %s, which this version of Java does not support; Jupyter's default is hmac-sha256"
                            .formatted(said.getSignatureScheme()),
                    "Session.signature_scheme");
        }
    }

    private void requireOpenable(KernelConnectionProperties said) {
        new KernelPorts(address(said.getIp()), ports(said))
                .obstacle()
                .ifPresent(
                        problem -> {
                            throw damaged(problem);
                        });
    }

    /** JJava asks its sockets for IPv4 only. */
    private InetAddress address(String ip) {
        try {
            InetAddress address = InetAddress.getByName(ip.equals(EVERY) ? "0.0.0.0" : ip);
            if (address instanceof Inet4Address) {
                return address;
            }
        } catch (UnknownHostException e) {
            throw unusable(
                    "ip is \"%s\", which is neither an IP address nor a host name that can be found"
                            .formatted(ip),
                    IP);
        }
        throw unusable(
                "ip is %s, and this kernel supports only IPv4 addresses, such as 127.0.0.1"
                        .formatted(ip),
                IP);
    }

    private UserException damaged(String problem) {
        return refused(problem, AGAIN);
    }

    /** A new file would say the same, because a setting of Jupyter's says so. */
    private UserException unusable(String problem, String setting) {
        return refused(
                problem,
                "The value comes from Jupyter's setting c.%s: change that setting and start Jupyter again."
                        .formatted(setting));
    }

    private UserException refused(String problem, String step) {
        return new UserException(
                "The kernel cannot use Jupyter's connection file %s: %s. %s"
                        .formatted(file, problem, step));
    }
}
