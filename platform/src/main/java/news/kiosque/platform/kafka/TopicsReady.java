package news.kiosque.platform.kafka;

/** Every topic is on the broker as declared; listeners may start. */
public record TopicsReady() {}
