package news.kiosque.story.rounds;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Which process dies in which round. */
final class Victims {
    private Victims() {}

    /** @param wanted such as {@code mongo:30,gateway:10}: how often each is to die; they take turns at random */
    static List<String> of(String wanted, Random random) {
        List<String> victims = new ArrayList<>();
        for (var one : wanted.split(",")) {
            var parts = one.strip().split(":");
            victims.addAll(Collections.nCopies(Integer.parseInt(parts[1]), parts[0]));
        }
        Collections.shuffle(victims, random);
        return victims;
    }
}
