package news.kiosque.events;

import java.time.Instant;

/** A reader had the record erased; whoever keeps anything about the subject deletes it. */
public record ConsentErased(String subject, long sequence, Instant at) implements ConsentEvent {}
