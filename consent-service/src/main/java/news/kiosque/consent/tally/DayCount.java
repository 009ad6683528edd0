package news.kiosque.consent.tally;

import java.time.LocalDate;

/**
 * How often one thing was chosen on one day.
 *
 * @param language of the notice that was shown
 * @param mode of the law under which it was shown
 * @param what {@code given}, {@code refused} or {@code withdrawn}, or a purpose that was agreed to
 */
public record DayCount(LocalDate day, String language, String mode, String what, long times) {}
