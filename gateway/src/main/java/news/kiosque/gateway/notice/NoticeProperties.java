package news.kiosque.gateway.notice;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where notices are kept, and whose law asks for what.
 *
 * @param file the last notices known, for a start without Kafka
 * @param askEvery how often the consent-service is asked while no notice is known
 * @param countryHeader set by a proxy of the newsroom's that knows the reader's country (ISO 3166); empty when there is
 *        none, and then nobody's country is known
 * @param optOutCountries where it may happen until the reader objects
 * @param impliedCountries where going on reading may count as agreeing
 * @param furthest how many bytes of a page are looked through for its slot
 */
@ConfigurationProperties("kiosque.notice")
record NoticeProperties(Path file, Duration askEvery, String countryHeader, Set<String> optOutCountries,
        Set<String> impliedCountries, int furthest) {

    /** A reader who says by signal that data must not be sold is asked as strictly as can be; so is one unknown. */
    Mode mode(String country, boolean globalPrivacyControl) {
        if (globalPrivacyControl) {
            return Mode.opt_in;
        }
        if (optOutCountries.contains(country)) {
            return Mode.opt_out;
        }
        return impliedCountries.contains(country) ? Mode.implied : Mode.opt_in;
    }
}
