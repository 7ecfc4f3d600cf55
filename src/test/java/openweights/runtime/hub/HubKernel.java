package openweights.runtime.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A student's kernel, through the server's WebSocket. When the connection is lost it connects again
 * as a browser does: with the same session, for which the server has kept the messages.
 */
final class HubKernel implements WebSocket.Listener {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_MINUTES = 15;

    /** As JupyterLab: a pause after each attempt, twice as long as the one before. */
    private static final int ATTEMPTS = 7;

    /** Stands in the queue for the end of the connection. */
    private static final JsonNode CLOSED = MissingNode.getInstance();

    private final HttpClient client;
    private final URI address;
    private final String id;
    private final String session = UUID.randomUUID().toString();
    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private volatile WebSocket socket;

    private HubKernel(HttpClient client, URI address, String id) {
        this.client = client;
        this.address = URI.create(address + "&session_id=" + session);
        this.id = id;
    }

    static HubKernel connect(HttpClient client, URI address, String id) throws Exception {
        HubKernel kernel = new HubKernel(client, address, id);
        kernel.connect();
        kernel.awaitBothChannels();
        return kernel;
    }

    private void connect() throws Exception {
        socket = null; // What becomes known of an earlier one no longer counts.
        messages.removeIf(JsonNode::isMissingNode);
        for (int attempt = 0; socket == null; attempt++) {
            try {
                client.newWebSocketBuilder().buildAsync(address, this).get();
            } catch (ExecutionException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                Thread.sleep(1000L << attempt);
            }
        }
        ask();
    }

    private void ask() throws Exception {
        send("kernel_info_request", JSON.createObjectNode());
    }

    /**
     * Sends a message to the kernel.
     *
     * @return its id
     */
    private String send(String type, ObjectNode content) throws Exception {
        String message = UUID.randomUUID().toString();
        String text = message(message, type, content).toString();
        try {
            socket.sendText(text, true).get();
        } catch (ExecutionException closed) {
            connect();
            socket.sendText(text, true).get();
        }
        return message;
    }

    /** The next message; null if none comes in time. */
    private JsonNode next(long seconds) throws Exception {
        JsonNode message = messages.poll(seconds, TimeUnit.SECONDS);
        while (message != null && message.isMissingNode()) {
            connect();
            message = messages.poll(seconds, TimeUnit.SECONDS);
        }
        return message;
    }

    /**
     * Asks until the kernel's state arrives. What a kernel publishes before the server listens is
     * lost, so that a cell which is sent at once could wait forever; JupyterLab asks first, too.
     */
    private void awaitBothChannels() throws Exception {
        for (int attempt = 0; attempt < 12 * PATIENCE_MINUTES; attempt++) {
            JsonNode answer = next(5);
            while (answer != null) {
                if (answer.at("/header/msg_type").asText().equals("status")
                        && !answer.at("/parent_header/msg_id").asText().isEmpty()) {
                    return;
                }
                answer = next(5);
            }
            ask();
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
        String request = send("execute_request", request(code));
        ArrayNode outputs = JSON.createArrayNode();
        boolean replied = false;
        boolean idle = false;
        while (!replied || !idle) {
            JsonNode message = next(60 * PATIENCE_MINUTES);
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

    private static ObjectNode request(String code) {
        ObjectNode content = JSON.createObjectNode();
        content.put("code", code).put("silent", false).put("store_history", true);
        content.put("allow_stdin", false).put("stop_on_error", true);
        content.putObject("user_expressions");
        return content;
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
    public void onOpen(WebSocket opened) {
        part.setLength(0);
        socket = opened;
        opened.request(1);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket closed, int status, String reason) {
        end(closed);
        return null;
    }

    @Override
    public void onError(WebSocket lost, Throwable failure) {
        end(lost);
    }

    private void end(WebSocket ended) {
        if (ended == socket) {
            messages.add(CLOSED);
        }
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
