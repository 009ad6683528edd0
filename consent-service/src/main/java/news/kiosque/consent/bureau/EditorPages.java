package news.kiosque.consent.bureau;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import news.kiosque.consent.draft.Draft;
import news.kiosque.consent.draft.DraftChanged;
import news.kiosque.consent.draft.Fault;
import news.kiosque.consent.draft.NoticeDesk;
import news.kiosque.consent.draft.Unpublishable;
import news.kiosque.consent.draft.Wording;
import news.kiosque.consent.notice.Mode;
import news.kiosque.consent.notice.NoticeAssets;
import news.kiosque.consent.notice.Notices;
import news.kiosque.consent.notice.Templates;
import news.kiosque.consent.operator.Administrators;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.FormHttpMessageReader;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** Writing the next notice: the form, what it changes, how it looks, and putting it into force. */
@RestController
class EditorPages {
    private static final String PATH = BureauPages.PATH + "/notice";
    private static final int LARGEST = 512 * 1024;
    private static final ResolvableType FORM = ResolvableType.forClassWithGenerics(MultiValueMap.class, String.class,
            String.class);

    private final NoticeDesk desk;
    private final Notices notices;
    private final NoticeAssets assets;
    private final Templates templates;
    private final FormHttpMessageReader forms = new FormHttpMessageReader();

    EditorPages(NoticeDesk desk, Notices notices, NoticeAssets assets, Templates templates) {
        this.desk = desk;
        this.notices = notices;
        this.assets = assets;
        this.templates = templates;
        forms.setMaxInMemorySize(LARGEST);
    }

    @GetMapping(PATH)
    Mono<ResponseEntity<String>> form(Authentication who) {
        return Administrators.only(who).then(Mono.defer(this::draft))
                .map(draft -> page(HttpStatus.OK, draft.orElse(null), null, List.of()));
    }

    @PostMapping(PATH)
    Mono<ResponseEntity<String>> save(ServerHttpRequest request, Authentication who) {
        return Administrators.only(who).then(read(request)).flatMap(form -> {
            Wording wording = NoticeForm.read(form);
            return desk.save(wording, OptionalLong.of(rev(form)), who.getName())
                    .map(draft -> BureauPages.seeOther(PATH + "#changes"))
                    .onErrorResume(failure -> again(failure, wording));
        });
    }

    @PostMapping(PATH + "/publication")
    Mono<ResponseEntity<String>> publish(ServerHttpRequest request, Authentication who) {
        return Administrators.only(who).then(read(request))
                .flatMap(form -> desk.publish(rev(form), form.containsKey("material"), who.getName()))
                .map(edition -> BureauPages.seeOther(BureauPages.PATH + "#notice"))
                .onErrorResume(failure -> again(failure, null));
    }

    @PostMapping(PATH + "/discard")
    Mono<ResponseEntity<String>> discard(ServerHttpRequest request, Authentication who) {
        return Administrators.only(who).then(read(request)).flatMap(form -> desk.discard(rev(form)))
                .map(gone -> BureauPages.seeOther(PATH));
    }

    /** A page with nothing on it but the notice. */
    @GetMapping(PATH + "/preview")
    Mono<ResponseEntity<String>> preview(@RequestParam(defaultValue = "fr") String language,
            @RequestParam(defaultValue = "opt_in") String mode, Authentication who) {
        String known = notices.inForce().languages().contains(language) ? language : "fr";
        return Administrators.only(who).then(Mono.defer(desk::draft))
                .map(draft -> desk.preview(draft, known, Mode.named(mode).orElse(Mode.OPT_IN)))
                .map(fragment -> BureauPages.page(templates.render("preview",
                        Map.of("fragment", fragment, "language", known))))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /** The form once more with what was written and what is wrong with it; nothing that was typed is lost. */
    private Mono<ResponseEntity<String>> again(Throwable failure, @Nullable Wording written) {
        List<Fault> faults = switch (failure) {
            case Unpublishable unpublishable -> unpublishable.faults();
            case DraftChanged changed -> List.of(new Fault("", "The draft was saved or published since you opened it."
                    + " What is below is yours: save it again to replace the other."));
            case ResponseStatusException nothingNew when nothingNew.getStatusCode() == HttpStatus.CONFLICT ->
                List.of(new Fault("", "The draft says what the notice in force says."));
            default -> List.of();
        };
        return faults.isEmpty()
                ? Mono.error(failure)
                : draft().map(draft -> page(HttpStatus.UNPROCESSABLE_CONTENT, draft.orElse(null), written, faults));
    }

    private Mono<Optional<Draft>> draft() {
        return desk.draft().map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    private ResponseEntity<String> page(HttpStatus status, @Nullable Draft draft, @Nullable Wording written,
            List<Fault> faults) {
        Wording inForce = Wording.of(notices.inForce());
        Map<String, Object> parameters = new HashMap<>();
        // What no form of ours has sent cannot be shown in it again.
        boolean whole = written != null && written.words().keySet().equals(inForce.words().keySet());
        parameters.put("wording", whole ? written : draft != null ? draft.wording() : inForce);
        parameters.put("known", inForce);
        parameters.put("draft", draft);
        parameters.put("changes", draft == null ? List.of() : desk.changes(draft));
        parameters.put("faults", faults);
        parameters.put("assets", assets);
        return BureauPages.page(status, templates.render("editor", parameters));
    }

    private Mono<MultiValueMap<String, String>> read(ServerHttpRequest request) {
        return Mono.defer(() -> forms.readMono(FORM, request, Map.of())).defaultIfEmpty(new LinkedMultiValueMap<>())
                .onErrorMap(IllegalArgumentException.class,
                        broken -> new ServerWebInputException("The form is not encoded as forms are."));
    }

    private static long rev(MultiValueMap<String, String> form) {
        String rev = form.getFirst("rev");
        return rev != null && rev.matches("\\d{1,18}") ? Long.parseLong(rev) : 0;
    }
}
