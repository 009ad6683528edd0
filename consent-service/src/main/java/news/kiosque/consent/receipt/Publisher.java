package news.kiosque.consent.receipt;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who answers for what happens to readers' data.
 *
 * @param address postal
 * @param contact an address of mail, or a page; blank for the page of choices
 * @param jurisdiction ISO 3166 code of the country whose law is obeyed
 * @param authority to whom readers can complain
 */
@ConfigurationProperties("kiosque.publisher")
record Publisher(String name, String address, String contact, String jurisdiction, String authority) {}
