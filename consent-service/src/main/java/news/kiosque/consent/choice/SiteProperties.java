package news.kiosque.consent.choice;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The site that readers see.
 *
 * @param address its public address
 */
@ConfigurationProperties("kiosque")
record SiteProperties(URI address) {

    boolean isSecure() {
        return "https".equals(address.getScheme());
    }

    String origin() {
        return address.getScheme() + "://" + address.getAuthority();
    }
}
