package news.kiosque.gateway.edge;

/** Why a request is turned away, in the words of the answer. */
public record Refusal(int status, String title, String detail) {
    static final Refusal MALFORMED = new Refusal(400, "Malformed request",
            "The request is not well-formed HTTP. Send it again with a correct client.");
    static final Refusal BAD_FRAMING = new Refusal(400, "Ambiguous length",
            "Give the length of the body once: by one Content-Length, or by Transfer-Encoding: chunked alone.");
    static final Refusal BROKEN_BODY = new Refusal(400, "Broken body",
            "The body's chunks are not well-formed. Nothing of it was used.");
    static final Refusal BAD_PATH = new Refusal(400, "Malformed path",
            "Paths here hold no dot segments, empty segments, control characters, backslashes or semicolons, "
                    + "neither raw nor percent-encoded.");
    static final Refusal BAD_HOST = new Refusal(400, "Malformed host", "Send one Host header that names this site.");
    static final Refusal NOT_HERE = new Refusal(404, "Not found", "There is nothing at this address.");
    static final Refusal BAD_METHOD = new Refusal(405, "Method not allowed",
            "Use one of the methods in the Allow header.");
    static final Refusal TOO_SLOW = new Refusal(408, "Too slow", "The body did not arrive in time. Send it again.");
    static final Refusal TOO_LARGE = new Refusal(413, "Body too large",
            "The body is larger than what is taken at this address. Send less.");
    static final Refusal LONG_ADDRESS = new Refusal(414, "Address too long", "Ask with a shorter address.");
    static final Refusal BAD_EXPECTATION = new Refusal(417, "Expectation failed",
            "The only expectation that is met here is 100-continue.");
    static final Refusal MANY_HEADERS = new Refusal(431, "Headers too large", "Send fewer or shorter headers.");
}
