package news.kiosque.gateway.notice;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Where notices are kept, and how a reader's country is known.
 *
 * @param file the last notices known, for a start without Kafka
 * @param askEvery how often the consent-service is asked while no notice is known
 * @param countryHeader set by a proxy of the newsroom's that knows the reader's country (ISO 3166); empty when there is
 *        none, and then nobody's country is known
 * @param regionHeader set by the same proxy: the part of the country, such as {@code CA}; empty when there is none
 * @param trustedProxies where that proxy is; the headers of others say nothing
 * @param furthest how many bytes of a page are looked through for its slot
 */
@ConfigurationProperties("kiosque.notice")
record NoticeProperties(Path file, Duration askEvery, String countryHeader, String regionHeader,
        TrustedProxies trustedProxies, int furthest) {

    /** {@code US}, or empty. */
    String country(ServerHttpRequest request) {
        return read(request, countryHeader);
    }

    /** {@code US-CA}, or the country alone. */
    String place(ServerHttpRequest request) {
        String country = country(request);
        String region = read(request, regionHeader);
        return country.isEmpty() || region.isEmpty() ? country : country + "-" + region;
    }

    /** The headers by which pages differ. */
    Set<String> headers() {
        return Stream.of(countryHeader, regionHeader).filter(name -> !name.isEmpty()).collect(Collectors.toSet());
    }

    private String read(ServerHttpRequest request, String name) {
        String value = name.isEmpty() || !trustedProxies.include(request.getRemoteAddress())
                ? null
                : request.getHeaders().getFirst(name);
        return value == null ? "" : value.strip().toUpperCase(Locale.ROOT);
    }
}
