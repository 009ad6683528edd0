package news.kiosque.standalone.demo;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Thirty-one articles in two languages that a new suite starts with, so that there is something to read and to try. */
public final class DemoEdition {

    static final List<String> NAMES = List.of("en", "fr");

    private DemoEdition() {}

    /**
     * Posts and publishes the demo edition through the public API. What is there already is left as it is, so a load
     * that was cut short can be repeated.
     *
     * @param address of the gateway
     * @param token of an administrator
     * @param progress told in a short sentence what is being done
     * @throws news.kiosque.standalone.client.SuiteRefused when the API says no, or has been unreachable for about half a minute
     */
    public static void load(URI address, String token, Consumer<String> progress) {
        load(address, token, progress, DemoPictures::jpeg);
    }

    static void load(URI address, String token, Consumer<String> progress, Function<String, byte[]> painter) {
        var editions = NAMES.stream().map(Edition::read).toList();
        try (var newsroom = new Newsroom(address, token)) {
            editions.forEach(edition -> makeSections(newsroom, edition));
            var media = paint(newsroom, editions, painter, progress);
            for (var edition : editions) {
                publish(newsroom, edition, media, progress);
            }
        }
    }

    private static void makeSections(Newsroom newsroom, Edition edition) {
        var position = 1;
        for (var section : edition.sections()) {
            newsroom.section(edition.name(), section, position++);
        }
    }

    private static Map<String, String> paint(Newsroom newsroom, List<Edition> editions,
            Function<String, byte[]> painter, Consumer<String> progress) {
        var names = editions.stream().flatMap(edition -> edition.articles().stream())
                .flatMap(article -> article.pictures().stream()).distinct().toList();
        progress.accept("Painting " + names.size() + " pictures for the demo edition");
        var media = new HashMap<String, String>();
        names.forEach(name -> media.put(name, newsroom.picture(name, painter.apply(name))));
        return media;
    }

    private static void publish(Newsroom newsroom, Edition edition, Map<String, String> media,
            Consumer<String> progress) {
        var ids = new HashMap<String, String>();
        for (var article : edition.articles()) {
            var post = article.toPost(edition.name(), name -> known(media, name), key -> known(ids, key));
            var posted = newsroom.post("demo-" + edition.name() + "-" + article.key(), post);
            ids.put(article.key(), posted.id());
            if (posted.state().equals("draft")) {
                newsroom.publish(posted);
            }
            progress.accept("Demo edition \"%s\": %d of %d articles".formatted(edition.name(), ids.size(),
                    edition.articles().size()));
        }
    }

    private static String known(Map<String, String> ids, String name) {
        var id = ids.get(name);
        if (id == null) {
            throw new IllegalStateException(name + " is referred to before it is there: the plan lists it too late.");
        }
        return id;
    }
}
