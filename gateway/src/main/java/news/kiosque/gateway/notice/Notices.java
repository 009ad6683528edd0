package news.kiosque.gateway.notice;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import news.kiosque.events.NoticePublished;

/** The newest notice of each language and mode. Readers of it never wait; a change replaces the whole. */
final class Notices {
    private volatile Map<String, KnownNotice> byKey = Map.of();

    boolean isEmpty() {
        return byKey.isEmpty();
    }

    List<NoticePublished> all() {
        return byKey.values().stream().map(KnownNotice::event).toList();
    }

    /** The notice in this language and mode; where the law asks for less than the strictest, that may serve too. */
    Optional<KnownNotice> find(String language, Mode mode) {
        Map<String, KnownNotice> known = byKey;
        KnownNotice wanted = known.get(language + "." + mode);
        return Optional.ofNullable(wanted == null ? known.get(language + "." + Mode.opt_in) : wanted);
    }

    /** What the law asks for where the reader is: nothing less than the strictest unless a notice names the place. */
    Mode modeIn(String country, String place) {
        if (country.isEmpty()) {
            return Mode.opt_in;
        }
        return modeOf(place).or(() -> modeOf(country)).orElse(Mode.opt_in);
    }

    private Optional<Mode> modeOf(String place) {
        return byKey.values().stream().filter(notice -> notice.places().contains(place))
                .map(notice -> Mode.valueOf(notice.event().mode())).min(Comparator.naturalOrder());
    }

    /** @return whether it is newer than what was known */
    synchronized boolean put(NoticePublished notice) {
        KnownNotice known = byKey.get(notice.key());
        if (known != null && !notice.order().isAbove(known.event().order())) {
            return false;
        }
        Map<String, KnownNotice> next = new HashMap<>(byKey);
        next.put(notice.key(), KnownNotice.of(notice));
        byKey = Map.copyOf(next);
        return true;
    }

    synchronized boolean remove(String key) {
        Map<String, KnownNotice> next = new HashMap<>(byKey);
        boolean known = next.remove(key) != null;
        byKey = Map.copyOf(next);
        return known;
    }
}
