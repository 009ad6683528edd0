package news.kiosque.articles.request;

/** Which texts can be kept and sent on as UTF-8 without harm. */
final class Characters {

    private Characters() {}

    /** Whether there is no NUL and each surrogate is half of a pair. */
    static boolean canBeKept(String text) {
        return text.codePoints()
                .noneMatch(point -> point == 0 || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
