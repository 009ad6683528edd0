package news.kiosque.story.rounds;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the API for everything that a writer was told, and says what is lost, doubled or otherwise. */
final class Verification {
    private static final JsonMapper JSON = new JsonMapper();

    private final Desk desk;
    private final List<String> findings = new ArrayList<>();

    Verification(Desk desk) {
        this.desk = desk;
    }

    List<String> of(Writer writer) throws InterruptedException {
        for (var piece : writer.pieces()) {
            article(piece);
            history(piece);
            page(piece);
        }
        doubles(writer);
        return findings;
    }

    private void article(Piece piece) throws InterruptedException {
        var told = piece.told();
        var reply = desk.send("GET", "/api/v1/articles/" + piece.id, "", Map.of());
        if (reply.status() != 200) {
            findings.add("lost: " + piece.id + " was answered " + reply.status());
            return;
        }
        var article = JSON.readTree(reply.body());
        expect(piece, "rev", told.rev(), article.get("rev").asLong());
        expect(piece, "state", told.state(), article.get("state").asString());
        expect(piece, "headline", told.headline(), article.get("headline").asString());
    }

    private void history(Piece piece) throws InterruptedException {
        Set<Long> revs = new HashSet<>();
        var path = "/api/v1/articles/" + piece.id + "/revisions";
        JSON.readTree(desk.send("GET", path, "", Map.of()).body())
                .forEach(revision -> revs.add(revision.get("rev").asLong()));
        // The service answers the newest 200.
        var told = piece.told().liveRevs();
        for (long rev : told.subList(Math.max(0, told.size() - 200), told.size())) {
            if (!revs.contains(rev)) {
                findings.add("lost: version " + rev + " of " + piece.id + " is not in its history");
            }
        }
    }

    private void page(Piece piece) throws InterruptedException {
        var told = piece.told();
        if (told.url() == null) {
            return;
        }
        var page = desk.read(told.url());
        if (told.liveHeadline() == null) {
            expect(piece, "page", 410, page.status());
        } else if (page.status() != 200 || !page.body().contains(told.liveHeadline())) {
            findings.add("lost: the page of " + piece.id + " was answered " + page.status()
                    + " and does not show what was published");
        }
    }

    private void doubles(Writer writer) throws InterruptedException {
        var path = "/api/v1/articles?limit=200&tag=" + writer.tag();
        JsonNode found = JSON.readTree(desk.send("GET", path, "", Map.of()).body()).get("items");
        if (found.size() != writer.pieces().size()) {
            findings.add((found.size() > writer.pieces().size() ? "doubled: " : "lost: ") + writer.tag() + " made "
                    + writer.pieces().size() + " articles, and there are " + found.size());
        }
    }

    private void expect(Piece piece, String what, Object told, Object found) {
        if (!Objects.equals(told, found)) {
            findings.add("lost: " + what + " of " + piece.id + " was acknowledged as " + told + " and is " + found);
        }
    }
}
