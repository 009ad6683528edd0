package news.kiosque.articles.article;

import java.time.Instant;

/** What was mended in a live article and when, as its readers are told. */
public record Correction(String note, Instant at) {}
