package news.kiosque.standalone.backup;

import java.util.List;
import java.util.Set;

/** What a backup knows of the services' databases. */
final class Stores {
    static final String ARTICLES = "articles";
    static final String CONSENT = "consent";
    static final List<String> DATABASES = List.of(ARTICLES, CONSENT);

    /** Where a database says in which epoch it is; platform's {@code Epoch} reads it. */
    static final String EPOCH = "epoch";
    static final String RECORDS = "consent_records";
    static final String SEALS = "seals";
    static final String SUBJECTS = "subjects";
    static final String REVISIONS = "revisions";
    static final String URLS = "urls";
    static final String NOTICES = "notices";

    /** Leases mean nothing in another suite, and a restore begins an epoch of its own. */
    static final Set<String> NOT_KEPT = Set.of("leases", EPOCH);

    /** All articles are announced anew after a restore, and all lists computed. */
    static final List<String> ARTICLES_MADE_ANEW = List.of("outbox", "pending", "backfill", "related");

    private Stores() {}
}
