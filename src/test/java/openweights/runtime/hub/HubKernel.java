package openweights.runtime.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A student's kernel, through the server's WebSocket. */
final class HubKernel implements WebSocket.Listener {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_MINUTES = 15;

    private final String id;
    private final String session = UUID.randomUUID().toString();
    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private WebSocket socket;

    private HubKernel(String id) {
        this.id = id;
    }

    static HubKernel connect(HttpClient client, URI address, String id) throws Exception {
        HubKernel kernel = new HubKernel(id);
        kernel.socket = client.newWebSocketBuilder().buildAsync(address, kernel).get();
        kernel.awaitBothChannels();
        return kernel;
    }

    /**
     * Asks until the kernel's state arrives. What a kernel publishes before the server listens is
     * lost, so that a cell which is sent at once could wait forever; JupyterLab asks first, too.
     */
    private void awaitBothChannels() throws Exception {
        for (int attempt = 0; attempt < 12 * PATIENCE_MINUTES; attempt++) {
            String asked = UUID.randomUUID().toString();
            ObjectNode nothing = JSON.createObjectNode();
            socket.sendText(message(asked, "kernel_info_request", nothing).toString(), true).get();
            JsonNode answer = messages.poll(5, TimeUnit.SECONDS);
            while (answer != null) {
                if (answer.at("/header/msg_type").asText().equals("status")
                        && !answer.at("/parent_header/msg_id").asText().isEmpty()) {
                    return;
                }
                answer = messages.poll(5, TimeUnit.SECONDS);
            }
        }
        throw new IOException("the kernel does not say how it is");
    }

    String id() {
        return id;
    }

    /**
     * Runs a cell.
     *
     * @return its outputs
     * @throws IOException if it fails
     */
    ArrayNode execute(String code) throws Exception {
        String request = UUID.randomUUID().toString();
        socket.sendText(request(request, code).toString(), true).get();
        ArrayNode outputs = JSON.createArrayNode();
        boolean replied = false;
        boolean idle = false;
        while (!replied || !idle) {
            JsonNode message = messages.poll(PATIENCE_MINUTES, TimeUnit.MINUTES);
            if (message == null) {
                throw new IOException("no answer to " + code);
            }
            if (!message.path("parent_header").path("msg_id").asText().equals(request)) {
                continue;
            }
            JsonNode content = message.path("content");
            String type = message.path("header").path("msg_type").asText();
            replied |= type.equals("execute_reply");
            idle |=
                    type.equals("status")
                            && content.path("execution_state").asText().equals("idle");
            if (type.equals("error")) {
                throw new IOException(code + "\n" + content);
            }
            if (type.matches("stream|execute_result|display_data")) {
                outputs.add(((ObjectNode) content).put("output_type", type).without("transient"));
            }
        }
        return outputs;
    }

    private ObjectNode request(String id, String code) {
        ObjectNode content = JSON.createObjectNode();
        content.put("code", code).put("silent", false).put("store_history", true);
        content.put("allow_stdin", false).put("stop_on_error", true);
        content.putObject("user_expressions");
        return message(id, "execute_request", content);
    }

    private ObjectNode message(String id, String type, ObjectNode content) {
        ObjectNode message = JSON.createObjectNode();
        message.putObject("header")
                .put("msg_id", id)
                .put("session", session)
                .put("username", "")
                .put("date", Instant.now().toString())
                .put("msg_type", type)
                .put("version", "5.3");
        message.putObject("parent_header");
        message.putObject("metadata");
        message.put("channel", "shell");
        message.putArray("buffers");
        message.set("content", content);
        return message;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            try {
                messages.add(JSON.readTree(part.toString()));
            } catch (IOException e) {
                throw new IllegalStateException(part.toString(), e);
            }
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    /** Leaves the kernel running. */
    void disconnect() {
        socket.abort();
    }
}
