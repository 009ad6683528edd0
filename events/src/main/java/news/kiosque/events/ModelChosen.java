package news.kiosque.events;

import java.time.Instant;

/**
 * The model by which lists are made from now on.
 *
 * @param name of the model
 * @param model as JSON; empty for the one that each instance has by itself
 * @param previousName of the one before, for the way back
 * @param previous as JSON; empty as above
 * @param by the administrator who chose it
 */
public record ModelChosen(Order order, String name, String model, String previousName, String previous, String by,
        Instant at) implements RelatedSetting {
    public static final String KEY = "model";

    @Override
    public String key() {
        return KEY;
    }
}
