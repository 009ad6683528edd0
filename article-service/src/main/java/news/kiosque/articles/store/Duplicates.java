package news.kiosque.articles.store;

import java.util.Set;
import java.util.stream.Collectors;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import reactor.core.publisher.Mono;

/** What was there already, of many documents that were to be inserted. */
public final class Duplicates {

    private Duplicates() {}

    /** The places in the batch of those that were there; the failure itself when anything else went wrong. */
    public static Mono<Set<Integer>> in(MongoBulkWriteException failure) {
        boolean others = failure.getWriteConcernError() != null || failure.getWriteErrors().stream()
                .anyMatch(error -> ErrorCategory.fromErrorCode(error.getCode()) != ErrorCategory.DUPLICATE_KEY);
        return others
                ? Mono.error(failure)
                : Mono.just(failure.getWriteErrors().stream().map(BulkWriteError::getIndex)
                        .collect(Collectors.toSet()));
    }
}
