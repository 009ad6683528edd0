package news.kiosque.articles.page;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import news.kiosque.articles.edition.Edition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the paper is called and where it is.
 *
 * @param address where readers reach it, for absolute links
 * @param zone whose clock the dates on pages follow
 * @param names of the paper, by edition
 * @param legal paragraphs of the page that the law asks for, by edition
 */
@ConfigurationProperties("kiosque")
public record Site(@DefaultValue("http://localhost:8080") URI address, @DefaultValue("Europe/Paris") ZoneId zone,
        @DefaultValue Map<Edition, String> names, @DefaultValue Map<Edition, List<String>> legal) {

    public String name(Edition edition) {
        return names.getOrDefault(edition, edition == Edition.fr ? "Le Kiosque" : "The Kiosque");
    }

    /** The full address of a path that begins with a slash. */
    public String absolute(String path) {
        String base = address.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }
}
