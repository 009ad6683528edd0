package news.kiosque.standalone.suite;

import java.util.Locale;

/** The services, with what each is given of the machine unless told otherwise. */
enum Service {
    ARTICLE("article-service", 160), RECOMMENDATION("recommendation-service", 160), CONSENT("consent-service",
            96), GATEWAY("gateway", 128);

    private final String title;
    private final int heap;

    Service(String title, int heap) {
        this.title = title;
        this.heap = heap;
    }

    String title() {
        return title;
    }

    String heap() {
        return heapOf(title, heap);
    }

    /** As {@code KIOSQUE_<NAME>_HEAP} says ({@code 256m}), or so many megabytes. */
    static String heapOf(String name, int megabytes) {
        var variable = "KIOSQUE_" + name.toUpperCase(Locale.ROOT).replace('-', '_') + "_HEAP";
        return System.getenv().getOrDefault(variable, megabytes + "m");
    }
}
