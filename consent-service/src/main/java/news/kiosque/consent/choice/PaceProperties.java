package news.kiosque.consent.choice;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How fast choices may come.
 *
 * @param readerBurst of one reader at once
 * @param readerEvery one more of one reader each so often; zero for no limit
 * @param placeBurst from one place on the network at once
 * @param placeEvery one more from one place each so often; zero for no limit
 * @param remembered readers and places that are kept apart, in memory only
 */
@ConfigurationProperties("kiosque.pace")
record PaceProperties(int readerBurst, Duration readerEvery, int placeBurst, Duration placeEvery, int remembered) {}
