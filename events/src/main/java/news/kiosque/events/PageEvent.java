package news.kiosque.events;

/** What keepers of copies of pages must know. */
public sealed interface PageEvent extends Event permits PagesChanged, Heartbeat {}
