package news.kiosque.articles.article;

/**
 * How a version became what the public reads.
 *
 * @param rev of the article from then on
 * @param by who made it live
 */
record Release(long rev, String by) {}
