package news.kiosque.articles.section;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;

import news.kiosque.articles.edition.Edition;
import news.kiosque.articles.request.Bodies;
import news.kiosque.articles.request.Invalid;
import news.kiosque.articles.request.Malformed;
import news.kiosque.platform.token.Caller;
import news.kiosque.platform.token.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The newsroom's way to its sections; editors make and rename them. */
@RestController
@RequestMapping(path = "/api/v1/sections", produces = MediaType.APPLICATION_JSON_VALUE)
class SectionApi {
    private final Sections sections;
    private final MakeSection makeSection;

    SectionApi(Sections sections, MakeSection makeSection) {
        this.sections = sections;
        this.makeSection = makeSection;
    }

    /** @param items parents before their children */
    record Listed(List<Section> items) {}

    @GetMapping
    Mono<Listed> list(@RequestParam @Nullable String edition) {
        List<Edition> editions = edition == null
                ? List.of(Edition.values())
                : List.of(Edition.named(edition).orElseThrow(() -> new Malformed("edition must be fr or en.")));
        return sections.refresh()
                .then(Flux.fromIterable(editions).concatMapIterable(one -> below(one, "")).collectList())
                .map(Listed::new);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Section>> create(@RequestBody(required = false) byte @Nullable [] body, Authentication caller) {
        Caller.mustBe(Role.EDITOR, caller);
        var sent = Bodies.object(body == null ? new byte[0] : body);
        return fresh(() -> SectionReader.posted(sent, sections)).flatMap(section -> {
            Section there = sections.find(section.edition(), section.path()).orElse(null);
            if (there == null) {
                return make(section);
            }
            return there.equals(section)
                    ? Mono.just(ResponseEntity.ok(there))
                    : Mono.error(new SectionTaken("This section is there and is another: change it with PUT."));
        });
    }

    @PutMapping(path = "/{edition}/{*path}", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Section>> put(@PathVariable String edition, @PathVariable String path,
            @RequestBody(required = false) byte @Nullable [] body, Authentication caller) {
        Caller.mustBe(Role.EDITOR, caller);
        var sent = Bodies.object(body == null ? new byte[0] : body);
        return fresh(() -> SectionReader.placed(sent, edition, path.substring(1), sections))
                .flatMap(section -> sections.find(section.edition(), section.path()).isEmpty()
                        ? make(section)
                        : sections.save(section).map(ResponseEntity::ok));
    }

    private Mono<ResponseEntity<Section>> make(Section section) {
        return makeSection.make(section)
                .map(made -> ResponseEntity
                        .created(URI.create("/api/v1/sections/" + made.edition() + "/" + made.path())).body(made));
    }

    /** What is in memory may be some seconds old, so nothing is refused by it alone. */
    private Mono<Section> fresh(Supplier<Section> reading) {
        return Mono.fromSupplier(reading).onErrorResume(Invalid.class,
                _ -> sections.refresh().then(Mono.fromSupplier(reading)));
    }

    private List<Section> below(Edition edition, String path) {
        return sections.children(edition, path).stream()
                .<Section>mapMulti((section, sink) -> {
                    sink.accept(section);
                    below(edition, section.path()).forEach(sink);
                }).toList();
    }
}
