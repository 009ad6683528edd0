package news.kiosque.standalone.demo;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The pictures of the demo edition by name, each painted the same way every time. */
final class DemoPictures {

    private static final Map<String, Consumer<Poster>> PAINTERS = Map.ofEntries(
            Map.entry("assembly", Stages::assembly), Map.entry("books", Stages::books),
            Map.entry("canal", Towns::canal), Map.entry("cinema", Stages::cinema),
            Map.entry("comet", Skies::comet), Map.entry("curtain", Stages::curtain),
            Map.entry("forest-road", Landscapes::forestRoad), Map.entry("glacier", Landscapes::glacier),
            Map.entry("market", Charts::market), Map.entry("marsh", Landscapes::marsh),
            Map.entry("mountain-pass", Landscapes::mountainPass), Map.entry("obelisk", Towns::obelisk),
            Map.entry("observatory", Skies::observatory), Map.entry("old-town", Towns::oldTown),
            Map.entry("peloton", Peloton::race),
            Map.entry("probe", Skies::probe), Map.entry("rails", Towns::rails),
            Map.entry("relief", Charts::relief), Map.entry("station", Towns::station),
            Map.entry("two-tails", Skies::twoTails), Map.entry("vineyard", Landscapes::vineyard),
            Map.entry("wheat-field", Landscapes::wheatField));

    private DemoPictures() {}

    static Set<String> names() {
        return PAINTERS.keySet();
    }

    /** The named picture as JPEG, 1600 by 900 pixels. */
    static byte[] jpeg(String name) {
        var painter = PAINTERS.get(name);
        if (painter == null) {
            throw new IllegalArgumentException("No picture is named " + name + "; there are " + names() + ".");
        }
        var poster = new Poster(name.hashCode());
        painter.accept(poster);
        return poster.jpeg();
    }
}
