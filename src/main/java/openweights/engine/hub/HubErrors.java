package openweights.engine.hub;

import java.net.URI;

/** What a hub's refusals mean, and what to do about them. */
final class HubErrors {

    private final URI endpoint;
    private final boolean token;

    /**
     * @param token whether one is set
     */
    HubErrors(URI endpoint, boolean token) {
        this.endpoint = endpoint;
        this.token = token;
    }

    /**
     * @param model {@code owner/name}, with or without a commit
     */
    void requireOk(HttpResponse response, String model, URI address) {
        int status = response.status();
        if (status == 200) {
            return;
        }
        String code = response.header("X-Error-Code");
        response.close();
        if (status == 404 || code.endsWith("NotFound")) {
            throw new HubException(HubException.Fault.NOT_FOUND, notFound(model, code, address));
        }
        if (status == 401 || status == 403) {
            throw new HubException(HubException.Fault.GATED, gated(model));
        }
        boolean later = status >= 500 || status == 429 || status == 408;
        throw new HubException(
                later ? HubException.Fault.DOWN : HubException.Fault.DAMAGED,
                address
                        + ": the server responded with status "
                        + status
                        + (later ? ". Try again later; the download will resume." : "."));
    }

    private String notFound(String model, String code, URI address) {
        String what =
                switch (code) {
                    case "RepoNotFound" ->
                            "no model " + repository(model) + " that is visible to you";
                    case "RevisionNotFound" ->
                            "no revision " + model.substring(model.indexOf('@') + 1);
                    default -> "nothing at " + address;
                };
        return model + ": " + endpoint + " has " + what + ". Check the name and the revision.";
    }

    private String gated(String model) {
        String page = endpoint + "/" + repository(model);
        return !token
                ? model
                        + ": is gated. Accept its license at "
                        + page
                        + ", create a token in your account's settings, and set it as HF_TOKEN."
                : model
                        + ": the hub does not accept the token in HF_TOKEN. Accept the license at "
                        + page
                        + " with the account of this token, or check the token.";
    }

    private static String repository(String model) {
        return model.replaceFirst("@.*", "");
    }

    HubException down(Exception why) {
        return new HubException(
                HubException.Fault.DOWN,
                endpoint
                        + " cannot be reached ("
                        + why
                        + "). Check the network and HF_ENDPOINT. The course works without it, with its own models.",
                why);
    }

    static HubException notAListing(String why) {
        return new HubException(
                HubException.Fault.DAMAGED,
                "This is not a listing of files: " + why + ". Does HF_ENDPOINT point to a hub?");
    }
}
