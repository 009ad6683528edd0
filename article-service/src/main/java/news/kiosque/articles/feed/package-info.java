/** What is read by machines: feeds, the sitemap and what robots are asked. */
@NullMarked
package news.kiosque.articles.feed;

import org.jspecify.annotations.NullMarked;
