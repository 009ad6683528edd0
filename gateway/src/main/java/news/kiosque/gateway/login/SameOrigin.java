package news.kiosque.gateway.login;

import java.net.URI;

import org.springframework.http.HttpHeaders;

/** Tells what a page of this site sent from what another site made the browser send. */
record SameOrigin(URI site) {

    /** Every browser says with a form where it comes from; what says nothing is none, and has the API. */
    boolean holds(HttpHeaders headers) {
        String fetchSite = headers.getFirst("Sec-Fetch-Site");
        if (fetchSite != null && !fetchSite.equals("same-origin")) {
            return false;
        }
        String origin = headers.getOrigin();
        if (origin == null) {
            return fetchSite != null;
        }
        String host = headers.getFirst(HttpHeaders.HOST);
        return origin.equals(site.getScheme() + "://" + site.getAuthority())
                || origin.equals("http://" + host) || origin.equals("https://" + host);
    }
}
