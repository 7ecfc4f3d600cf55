package openweights.runtime.kernel;

import java.io.IOException;
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
 * The file in which Jupyter tells a kernel where to listen. JJava takes a missing port for 0 and a
 * missing key for none: nobody could reach the kernel, or anybody could. So everything is checked.
 */
final class ConnectionFile {

    private static final int MAX_PORT = 65535;

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
            throw damaged(
                    "transport is %s, and this kernel knows only tcp"
                            .formatted(said.getTransport()));
        }
        if (said.getKey() == null) {
            throw damaged("key is missing, without which anybody could send cells");
        }
        requireThere("signature_scheme", said.getSignatureScheme());
        requireScheme(said);
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
            String reason = ErrorText.of(e).lines().findFirst().orElse("");
            throw damaged("it is not JSON with the right types (" + reason + ")");
        }
        throw damaged("it is empty");
    }

    private String text() {
        try {
            return SmallFile.text(file);
        } catch (IOException | UserException e) {
            throw damaged("it cannot be read (" + ErrorText.of(e) + ")");
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
                    "%s is %s, and a port is a number from 1 to %d"
                            .formatted(key, found, MAX_PORT));
        }
    }

    private void requireThere(String key, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw damaged(key + " is missing");
        }
    }

    private void requireScheme(KernelConnectionProperties said) {
        try {
            said.createHMACGenerator();
        } catch (GeneralSecurityException e) {
            throw damaged(
                    "signature_scheme is %s, which this Java does not know; Jupyter's is hmac-sha256"
                            .formatted(said.getSignatureScheme()));
        }
    }

    private UserException damaged(String problem) {
        return new UserException(
                "The kernel cannot use Jupyter's connection file %s: %s. Jupyter writes a new one for each kernel: start the kernel again."
                        .formatted(file, problem));
    }
}
