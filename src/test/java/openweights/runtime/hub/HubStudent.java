package openweights.runtime.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * What a student's browser does: logs in through the proxy, waits for a server, and works in it.
 */
final class HubStudent {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final String hub;
    private final String name;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder()
                    // The proxy would take an offer of HTTP/2 for a WebSocket.
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(cookies)
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .connectTimeout(Duration.ofSeconds(30))
                    .build();

    /**
     * @param hub the proxy's address without a slash at the end
     */
    HubStudent(String hub, String name) {
        this.hub = hub;
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Logs in; returns the page that comes next. */
    HttpResponse<String> logIn(String password) throws Exception {
        get("/hub/login");
        String form =
                "username=%s&password=%s&_xsrf=%s"
                        .formatted(name, encoded(password), encoded(cookie("/hub/")));
        return send(
                request("/hub/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Asks for a server and waits until it answers. */
    void start(BooleanSupplier alive) throws Exception {
        HttpResponse<String> page = get("/hub/spawn/" + name);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && alive.getAsBoolean()) {
            page = get("/user/" + name + "/lab");
            if (page.statusCode() == 200 && page.uri().getPath().startsWith("/user/" + name)) {
                return;
            }
            if (page.statusCode() == 500) {
                break; // the hub has given up
            }
            Thread.sleep(1000);
        }
        throw new AssertionError(name + " got no server:\n" + page.uri() + "\n" + page.body());
    }

    /** What the student reads when no server can be started. */
    String refusal() throws Exception {
        get("/hub/spawn/" + name);
        HttpResponse<String> page = get("/hub/spawn-pending/" + name);
        for (int i = 0; i < 100 && !page.body().contains("The latest attempt"); i++) {
            Thread.sleep(200);
            page = get("/hub/spawn-pending/" + name);
        }
        return page.body().replaceAll("\\s+", " ").replace("&#39;", "'");
    }

    /** A notebook as the server has it. */
    JsonNode notebook(String file) throws Exception {
        return JSON.readTree(api("contents/" + file).body()).path("content");
    }

    /** Saves a notebook, as Ctrl-S does. */
    void save(String file, JsonNode content) throws Exception {
        send(saving(file, content), 200);
    }

    /** What the student reads when a notebook cannot be saved. */
    String refusalToSave(String file, JsonNode content) throws Exception {
        return send(saving(file, content), 500).body();
    }

    private HttpRequest.Builder saving(String file, JsonNode content) {
        ObjectNode model = JSON.createObjectNode();
        model.put("type", "notebook").put("format", "json").set("content", content);
        return apiRequest("contents/" + file)
                .PUT(HttpRequest.BodyPublishers.ofString(model.toString()));
    }

    /** Copies a file into a folder, as *Copy* and *Paste* in the list of files do. */
    void copy(String file, String folder) throws Exception {
        String what = JSON.createObjectNode().put("copy_from", file).toString();
        send(apiRequest("contents/" + folder).POST(HttpRequest.BodyPublishers.ofString(what)), 201);
    }

    /** Deletes a file in the list of files. */
    void delete(String file) throws Exception {
        send(apiRequest("contents/" + file).DELETE(), 204);
    }

    /** Starts a kernel as it does when the notebook is opened. */
    HubKernel kernel(String file) throws Exception {
        ObjectNode session = JSON.createObjectNode();
        session.put("path", file).put("name", file).put("type", "notebook");
        session.putObject("kernel").put("name", "openweights");
        HttpResponse<String> made =
                send(
                        apiRequest("sessions")
                                .POST(HttpRequest.BodyPublishers.ofString(session.toString())),
                        201);
        String id = JSON.readTree(made.body()).path("kernel").path("id").asText();
        return kernelWithId(id);
    }

    /** A kernel that runs already. */
    HubKernel kernelWithId(String id) throws Exception {
        String address =
                "%s/user/%s/api/kernels/%s/channels?_xsrf=%s"
                        .formatted(
                                hub.replaceFirst("http", "ws"),
                                name,
                                id,
                                encoded(cookie("/user/" + name + "/")));
        return HubKernel.connect(client, URI.create(address), id);
    }

    /** Runs the first code cells of a notebook, with their outputs kept, and saves it. */
    void run(HubKernel kernel, String file, int cells) throws Exception {
        JsonNode notebook = notebook(file);
        int ran = 0;
        for (JsonNode cell : notebook.path("cells")) {
            if (cell.path("cell_type").asText().equals("code") && ran++ < cells) {
                ArrayNode outputs = kernel.execute(cell.path("source").asText());
                ((ObjectNode) cell).set("outputs", outputs);
                ((ObjectNode) cell).put("execution_count", ran);
            }
        }
        save(file, notebook);
    }

    /** The status with which a page answers this student. */
    int status(String path) throws Exception {
        return get(path).statusCode();
    }

    private HttpResponse<String> api(String path) throws Exception {
        return send(apiRequest(path).GET(), 200);
    }

    private HttpRequest.Builder apiRequest(String path) {
        return request("/user/" + name + "/api/" + path)
                .header("Content-Type", "application/json")
                .header("X-XSRFToken", cookie("/user/" + name + "/"));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(hub + path)).timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> send(HttpRequest.Builder request, int expected) throws Exception {
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() != expected) {
            throw new IOException(answer.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    private String cookie(String path) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(each -> each.getName().equals("_xsrf") && each.getPath().equals(path))
                .map(HttpCookie::getValue)
                .reduce((one, later) -> later)
                .orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
