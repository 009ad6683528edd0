package news.kiosque.articles.section;

import news.kiosque.articles.url.Addresses;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes a section where nothing else is. */
@Component
public class MakeSection {
    private final Sections sections;
    private final Addresses addresses;

    MakeSection(Sections sections, Addresses addresses) {
        this.sections = sections;
        this.addresses = addresses;
    }

    /** @return an error of {@link SectionTaken} when an article has its address */
    public Mono<Section> make(Section section) {
        String owner = "section/" + section.edition() + "/" + section.path();
        String page = section.edition().prefix() + "/" + section.path();
        return addresses.take(page, owner).filter(taken -> taken)
                .switchIfEmpty(Mono.error(() -> new SectionTaken("An article has this address: choose another path.")))
                .then(Mono.defer(() -> sections.save(section)));
    }
}
