package news.kiosque.story.rounds;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

import news.kiosque.story.rounds.Desk.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Creates, revises, publishes and withdraws without pause, and notes what it was told. */
final class Writer implements Runnable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_PIECES = 40;
    private static final long BETWEEN_TRIES = 100;
    private static final List<String> WORDS = List.of("soldats", "frontière", "budget", "marché", "cyclisme", "école",
            "vaccin", "élection", "sécheresse", "musée", "grève", "satellite");

    private final Desk desk;
    private final String tag;
    private final Random random;
    private final List<Piece> pieces = new CopyOnWriteArrayList<>();
    private final AtomicLong acknowledged = new AtomicLong();
    private volatile boolean working = true;
    private volatile @org.jspecify.annotations.Nullable Throwable failure;

    /** @param tag that all its articles have, and no others */
    Writer(Desk desk, String tag, long seed) {
        this.desk = desk;
        this.tag = tag;
        this.random = new Random(seed);
    }

    String tag() {
        return tag;
    }

    List<Piece> pieces() {
        return pieces;
    }

    long acknowledged() {
        return acknowledged.get();
    }

    /** What made it give up, if anything did. */
    @org.jspecify.annotations.Nullable
    Throwable failure() {
        return failure;
    }

    /** Lets it end what it is at. */
    void stop() {
        working = false;
    }

    @Override
    public void run() {
        try {
            while (working) {
                act();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | AssertionError e) {
            failure = e;
        }
    }

    private void act() throws InterruptedException {
        if (pieces.isEmpty() || pieces.size() < MOST_PIECES && random.nextInt(5) == 0) {
            create();
            return;
        }
        var piece = pieces.get(random.nextInt(pieces.size()));
        switch (random.nextInt(6)) {
            case 0, 1 -> revise(piece);
            case 2 -> {
                if (piece.isLive()) {
                    change(piece, "POST", "/withdraw", "{\"reason\": \"Une ronde.\"}", reply -> piece.withdrawn());
                }
            }
            default -> change(piece, "POST", "/publish", "{}", reply -> piece.published(reply.get("url").asString()));
        }
    }

    /** The same key as long as there is no answer: whatever was made, it is one article. */
    private void create() throws InterruptedException {
        var headline = headline();
        var key = tag + "-" + pieces.size();
        var body = JSON.writeValueAsString(Map.of("edition", "fr", "section", "monde", "headline", headline,
                "standfirst", text(), "authors", List.of("Ada Ronde"), "tags", List.of(tag), "body",
                List.of(Map.of("type", "paragraph", "text", text()))));
        Reply reply;
        do {
            reply = desk.send("POST", "/api/v1/articles", body, Map.of("Idempotency-Key", key));
            pauseIfUnknown(reply);
        } while (reply.isUnknown());
        expect(reply, 201, "creating " + key);
        pieces.add(new Piece(JSON.readTree(reply.body()).get("id").asString(), headline));
        acknowledged.incrementAndGet();
    }

    private void revise(Piece piece) throws InterruptedException {
        var headline = headline();
        change(piece, "PATCH", "", JSON.writeValueAsString(Map.of("headline", headline)),
                reply -> piece.saved(headline));
    }

    private interface Note {
        void take(JsonNode article);
    }

    /** Repeated with the same revision: done twice it cannot be, and a 412 says that it was done the first time. */
    private void change(Piece piece, String method, String move, String body, Note note)
            throws InterruptedException {
        var path = "/api/v1/articles/" + piece.id;
        var etag = "\"" + piece.rev() + "\"";
        boolean mayBeDone = false;
        while (true) {
            var reply = desk.send(method, path + move, body, Map.of("If-Match", etag));
            if (reply.status() == 412 && mayBeDone) {
                acknowledge(piece, note, found(path), method + move);
                return;
            }
            if (!reply.isUnknown()) {
                expect(reply, 200, method + move + " of " + piece.id + " at " + etag);
                acknowledge(piece, note, JSON.readTree(reply.body()), method + move);
                return;
            }
            mayBeDone = true;
            pauseIfUnknown(reply);
        }
    }

    private JsonNode found(String path) throws InterruptedException {
        Reply reply;
        do {
            reply = desk.send("GET", path, "", Map.of());
            pauseIfUnknown(reply);
        } while (reply.isUnknown());
        expect(reply, 200, "reading " + path);
        return JSON.readTree(reply.body());
    }

    private void acknowledge(Piece piece, Note note, JsonNode article, String what) {
        if (article.get("rev").asLong() != piece.rev() + 1) {
            throw new AssertionError(what + " of " + piece.id + " was done " + (article.get("rev").asLong()
                    - piece.rev()) + " times: " + article);
        }
        note.take(article);
        acknowledged.incrementAndGet();
    }

    private static void expect(Reply reply, int status, String what) {
        if (reply.status() != status) {
            throw new AssertionError(what + " was answered " + reply.status() + ": " + reply.body());
        }
    }

    private static void pauseIfUnknown(Reply reply) throws InterruptedException {
        if (reply.isUnknown()) {
            Thread.sleep(BETWEEN_TRIES);
        }
    }

    private String headline() {
        return word() + " " + word() + " " + Integer.toString(random.nextInt(1_000_000), 36);
    }

    private String text() {
        var text = new StringBuilder("La");
        for (int i = 0; i < 30; i++) {
            text.append(' ').append(word());
        }
        return text.append('.').toString();
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size())) + random.nextInt(20);
    }
}
