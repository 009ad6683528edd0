package news.kiosque.recommendation.alias;

/**
 * What is left of a name when it is spelt by ear: consonants that newspapers write differently are made one, vowels and
 * repetitions left out. {@code lukashenko} and {@code loukachenko} have the same, as have {@code kiev} and {@code kyiv}.
 */
final class Skeleton {
    private Skeleton() {}

    /** @param name in lower case without accents */
    static String of(String name) {
        String heard = name.replace("tsch", "s").replace("tch", "s").replace("sch", "s").replace("sh", "s")
                .replace("ch", "s").replace("kh", "k").replace("gh", "g").replace("ph", "f").replace("th", "t")
                .replace("dj", "j").replace("ck", "k").replace("qu", "k").replace("x", "ks").replace("ts", "s")
                .replace("tz", "s");
        StringBuilder skeleton = new StringBuilder();
        char before = 0;
        for (int i = 0; i < heard.length(); i++) {
            char sound = sound(heard.charAt(i), i == 0);
            if (sound != 0 && sound != before) {
                skeleton.append(sound);
            }
            before = sound == 0 ? before : sound;
        }
        return skeleton.toString();
    }

    /** @return 0 for what is not heard */
    private static char sound(char letter, boolean first) {
        return switch (letter) {
            case 'a', 'e', 'i', 'o', 'u', 'y' -> first ? 'a' : 0;
            case 'h', ' ', '-' -> 0;
            case 'c', 'q' -> 'k';
            case 'w' -> 'v';
            case 'z' -> 's';
            default -> letter;
        };
    }
}
