package news.kiosque.events;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The CloudEvents type name of every event. A name carries its version; a change that breaks readers gets a new one. */
public enum EventType {
    ARTICLE_PUBLISHED("news.kiosque.article.published.v1", ArticlePublished.class, Topics.ARTICLE), ARTICLE_REVISED(
            "news.kiosque.article.revised.v1", ArticleRevised.class,
            Topics.ARTICLE), ARTICLE_CORRECTED("news.kiosque.article.corrected.v1", ArticleCorrected.class,
                    Topics.ARTICLE), ARTICLE_WITHDRAWN("news.kiosque.article.withdrawn.v1", ArticleWithdrawn.class,
                            Topics.ARTICLE), RELATED_COMPUTED("news.kiosque.related.computed.v1", RelatedComputed.class,
                                    Topics.RELATED), RELATED_OUTDATED("news.kiosque.related.outdated.v1",
                                            RelatedOutdated.class, Topics.RELATED_DIRTY), RELATED_DEFERRED(
                                                    "news.kiosque.related.deferred.v1", RelatedDeferred.class,
                                                    Topics.RELATED_BACKFILL), ALIASES_AGREED(
                                                            "news.kiosque.related.aliases-agreed.v1",
                                                            AliasesAgreed.class,
                                                            Topics.RELATED_SETTINGS), MODEL_LEARNED(
                                                                    "news.kiosque.related.model-learned.v1",
                                                                    ModelLearned.class,
                                                                    Topics.RELATED_SETTINGS), MODEL_CHOSEN(
                                                                            "news.kiosque.related.model-chosen.v1",
                                                                            ModelChosen.class,
                                                                            Topics.RELATED_SETTINGS), PAGES_CHANGED(
                                                                                    "news.kiosque.page.changed.v1",
                                                                                    PagesChanged.class,
                                                                                    Topics.PAGE), HEARTBEAT(
                                                                                            "news.kiosque.page.heartbeat.v1",
                                                                                            Heartbeat.class,
                                                                                            Topics.PAGE), CONSENT_GIVEN(
                                                                                                    "news.kiosque.consent.given.v1",
                                                                                                    ConsentGiven.class,
                                                                                                    Topics.CONSENT), CONSENT_REFUSED(
                                                                                                            "news.kiosque.consent.refused.v1",
                                                                                                            ConsentRefused.class,
                                                                                                            Topics.CONSENT), CONSENT_WITHDRAWN(
                                                                                                                    "news.kiosque.consent.withdrawn.v1",
                                                                                                                    ConsentWithdrawn.class,
                                                                                                                    Topics.CONSENT), CONSENT_ERASED(
                                                                                                                            "news.kiosque.consent.erased.v1",
                                                                                                                            ConsentErased.class,
                                                                                                                            Topics.CONSENT), NOTICE_PUBLISHED(
                                                                                                                                    "news.kiosque.notice.published.v1",
                                                                                                                                    NoticePublished.class,
                                                                                                                                    Topics.NOTICE), LEDGER_SEALED(
                                                                                                                                            "news.kiosque.ledger.sealed.v1",
                                                                                                                                            LedgerSealed.class,
                                                                                                                                            Topics.LEDGER);

    private static final Map<String, EventType> BY_NAME = Arrays.stream(values())
            .collect(Collectors.toMap(EventType::typeName, Function.identity()));
    private static final Map<Class<?>, EventType> BY_RECORD = Arrays.stream(values())
            .collect(Collectors.toMap(EventType::record, Function.identity()));

    private final String typeName;
    private final Class<? extends Event> record;
    private final String topic;

    EventType(String typeName, Class<? extends Event> record, String topic) {
        this.typeName = typeName;
        this.record = record;
        this.topic = topic;
    }

    public static EventType of(Event event) {
        return BY_RECORD.get(event.getClass());
    }

    public static Optional<EventType> named(String typeName) {
        return Optional.ofNullable(BY_NAME.get(typeName));
    }

    public String typeName() {
        return typeName;
    }

    public Class<? extends Event> record() {
        return record;
    }

    public String topic() {
        return topic;
    }
}
