package news.kiosque.articles.importer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.section.MakeSection;
import news.kiosque.articles.section.Section;
import news.kiosque.articles.section.SectionTaken;
import news.kiosque.articles.section.Sections;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes the sections that an archive names and the newsroom does not have, up to a number that a reader can bear. */
@Component
class SectionsOfArchive {
    /** After those that somebody placed. */
    private static final int POSITION = 1_000;

    private final Sections sections;
    private final MakeSection make;
    private final int most;

    SectionsOfArchive(Sections sections, MakeSection make, @Value("${kiosque.import.sections}") int most) {
        this.sections = sections;
        this.make = make;
        this.most = most;
    }

    private record Wanted(Edition edition, String path, String name) {}

    /** Sees to it that the sections of all lines are there; answers why not of those that cannot be, by their place. */
    Mono<Map<Section, String>> ensure(List<Line.Readable> lines) {
        Set<Wanted> missing = missing(lines);
        if (missing.isEmpty()) {
            return Mono.just(Map.of());
        }
        Map<Section, String> refused = new HashMap<>();
        return sections.refresh().thenMany(Flux.fromIterable(missing))
                .concatMap(wanted -> make(wanted).onErrorResume(SectionTaken.class, _ -> Mono.just(
                        "section cannot be made: an article has the address " + wanted.path()))
                        .doOnNext(reason -> refused.put(place(wanted.edition(), wanted.path()), reason)))
                .then(Mono.just(refused));
    }

    /** Why the section of an article is not there, as {@link #ensure} answered it; null when it is there. */
    static String reason(Map<Section, String> refused, Edition edition, String path) {
        return Section.line(path).stream().map(above -> refused.get(place(edition, above)))
                .filter(java.util.Objects::nonNull).findFirst().orElse(null);
    }

    private Set<Wanted> missing(List<Line.Readable> lines) {
        Set<Wanted> missing = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        for (Line.Readable line : lines) {
            Edition edition = line.article().edition();
            List<String> paths = Section.line(line.article().content().section());
            for (int i = 0; i < paths.size(); i++) {
                if (seen.add(edition + "/" + paths.get(i)) && sections.find(edition, paths.get(i)).isEmpty()) {
                    missing.add(new Wanted(edition, paths.get(i), line.sections().get(i)));
                }
            }
        }
        return missing;
    }

    /** Empty when it is there now, else why not. */
    private Mono<String> make(Wanted wanted) {
        if (sections.find(wanted.edition(), wanted.path()).isPresent()) {
            return Mono.empty();
        }
        if (wanted.edition().reserves(Section.line(wanted.path()).getFirst())) {
            return Mono.just("section cannot be called so: its address is one of something else");
        }
        if (sections.of(wanted.edition()).size() >= most) {
            return Mono.just("section is not there, and an import makes no more when there are " + most
                    + ": make it first, or name another");
        }
        String parent = Section.parent(wanted.path());
        if (!parent.isEmpty() && sections.find(wanted.edition(), parent).isEmpty()) {
            return Mono.empty();
        }
        return make.make(new Section(wanted.edition(), wanted.path(), name(wanted.name()), POSITION))
                .then(Mono.empty());
    }

    private static String name(String written) {
        return written.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + written.substring(1);
    }

    /** A section as a key: where it is. */
    private static Section place(Edition edition, String path) {
        return new Section(edition, path, "", 0);
    }
}
