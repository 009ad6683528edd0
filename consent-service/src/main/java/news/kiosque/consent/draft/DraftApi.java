package news.kiosque.consent.draft;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

import news.kiosque.consent.notice.Edition;
import news.kiosque.consent.notice.Mode;
import news.kiosque.consent.notice.NoticeEditions;
import news.kiosque.consent.notice.NoticeJson;
import news.kiosque.consent.notice.Notices;
import news.kiosque.consent.operator.Administrators;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;

/** Notices for administrators: those published, and the draft of the next. */
@RestController
class DraftApi {
    private static final String PATH = "/api/v1/consent/notices";
    private static final int LARGEST = 256 * 1024;

    private final NoticeDesk desk;
    private final NoticeEditions editions;
    private final Notices notices;

    DraftApi(NoticeDesk desk, NoticeEditions editions, Notices notices) {
        this.desk = desk;
        this.editions = editions;
        this.notices = notices;
    }

    /** What is in force, what was published before, the newest first, and whether there is a draft. */
    @GetMapping(PATH)
    Mono<Overview> all(Authentication who) {
        return Administrators.only(who).then(Mono.zip(
                editions.all().map(Published::of).collectList(),
                desk.draft().map(Drafted::of).map(List::of).defaultIfEmpty(List.of()),
                (published, drafts) -> new Overview(notices.edition(), notices.inForce().version(), published,
                        drafts.isEmpty() ? null : drafts.getFirst())));
    }

    @GetMapping(PATH + "/{number:\\d{1,9}}")
    Mono<Edition> edition(@PathVariable long number, Authentication who) {
        return Administrators.only(who).then(Mono.defer(() -> editions.find(number)))
                .switchIfEmpty(Mono.error(() -> notThere("No notice of this number was published here.")));
    }

    /** The draft, or the wording in force to begin with. */
    @GetMapping(PATH + "/draft")
    Mono<ResponseEntity<Wording>> draft(Authentication who) {
        return Administrators.only(who).then(Mono.defer(desk::draft))
                .map(draft -> answer(HttpStatus.OK, draft))
                .defaultIfEmpty(ResponseEntity.ok().eTag("\"0\"").body(Wording.of(notices.inForce())));
    }

    @PutMapping(path = PATH + "/draft", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Wording>> save(@RequestHeader(name = "If-Match", required = false) @Nullable String match,
            ServerHttpRequest request, Authentication who) {
        OptionalLong seen = match == null ? OptionalLong.empty() : OptionalLong.of(rev(match));
        return Administrators.only(who).then(DataBufferUtils.join(request.getBody(), LARGEST)).map(DraftApi::wording)
                .flatMap(wording -> desk.save(wording, seen, who.getName()))
                .map(draft -> answer(HttpStatus.OK, draft))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST,
                        "Send the notice's purposes and words as JSON.")));
    }

    @DeleteMapping(PATH + "/draft")
    Mono<ResponseEntity<Void>> discard(@RequestHeader("If-Match") String match, Authentication who) {
        return Administrators.only(who).then(desk.discard(rev(match))).flatMap(gone -> gone
                ? Mono.just(ResponseEntity.noContent().<Void>build())
                : Mono.error(new DraftChanged()));
    }

    @GetMapping(PATH + "/draft/diff")
    Mono<List<Change>> diff(Authentication who) {
        return Administrators.only(who).then(there()).map(desk::changes);
    }

    /** The fragment that pages would have in their slot. */
    @GetMapping(path = PATH + "/draft/preview", produces = "text/html;charset=UTF-8")
    Mono<String> preview(@RequestParam(defaultValue = "fr") String language,
            @RequestParam(defaultValue = "opt_in") String mode, Authentication who) {
        return Administrators.only(who).then(there()).map(draft -> desk.preview(draft,
                Wording.of(notices.inForce()).words().containsKey(language) ? language : "fr",
                Mode.named(mode).orElse(Mode.OPT_IN)));
    }

    /** With the ETag of the draft as it was seen in If-Match: what was looked at is what is published. */
    @PostMapping(PATH + "/draft/publish")
    Mono<ResponseEntity<Edition>> publish(@RequestHeader("If-Match") String match, @RequestBody Mono<Publication> body,
            Authentication who) {
        return Administrators.only(who).then(body)
                .flatMap(publication -> desk.publish(rev(match), publication.isMaterial(), who.getName()))
                .map(edition -> ResponseEntity.status(HttpStatus.CREATED)
                        .header(HttpHeaders.LOCATION, PATH + "/" + edition.number()).body(edition));
    }

    private Mono<Draft> there() {
        return Mono.defer(desk::draft).switchIfEmpty(Mono.error(() -> notThere("There is no draft: put one first.")));
    }

    private static ResponseStatusException notThere(String detail) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, detail);
    }

    private static ResponseEntity<Wording> answer(HttpStatus status, Draft draft) {
        return ResponseEntity.status(status).eTag("\"" + draft.rev() + "\"").body(draft.wording());
    }

    private static Wording wording(DataBuffer body) {
        byte[] bytes = new byte[body.readableByteCount()];
        body.read(bytes);
        DataBufferUtils.release(body);
        try {
            return NoticeJson.read(bytes, Wording.class);
        } catch (JacksonException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "This is no notice: " + e.getOriginalMessage());
        }
    }

    private static long rev(String tag) {
        String rev = tag.strip().replaceFirst("^W/", "").replace("\"", "");
        if (!rev.matches("\\d{1,18}")) {
            throw new DraftChanged();
        }
        return Long.parseLong(rev);
    }

    /** @param material whether every reader is asked again */
    record Publication(@Nullable Boolean material) {
        boolean isMaterial() {
            if (material == null) {
                throw new Unpublishable(
                        List.of(new Fault("/material", "Say true or false: whether every reader is asked again.")));
            }
            return material;
        }
    }

    record Published(long number, String version, boolean material, Instant publishedAt, String publishedBy) {
        static Published of(Edition edition) {
            return new Published(edition.number(), edition.notice().version(), edition.material(),
                    edition.publishedAt(), edition.publishedBy());
        }
    }

    record Drafted(Instant savedAt, String savedBy) {
        static Drafted of(Draft draft) {
            return new Drafted(draft.savedAt(), draft.savedBy());
        }
    }

    /** @param edition number of the one in force; 0 for the notice that comes with Kiosque */
    record Overview(long edition, String version, List<Published> published, @Nullable Drafted draft) {}
}
