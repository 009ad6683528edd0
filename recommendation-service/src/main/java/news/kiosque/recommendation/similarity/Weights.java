package news.kiosque.recommendation.similarity;

/**
 * What each {@link Feature} is worth. The shipped figures were fitted on links that journalists placed in 804 French
 * articles, by coordinate ascent on nDCG@5; {@code docs/adr/0007-related-articles.md} has the evidence.
 */
public record Weights(double text, double recentText, double freshText, double headline, double standfirst,
        double headlineInText, double names, double recentNames, double tags, double section) {

    public static final Weights SHIPPED = new Weights(.25, .57, .46, .09, .01, .02, .01, .1, .02, .05);

    double of(Feature feature) {
        return switch (feature) {
            case TEXT -> text;
            case RECENT_TEXT -> recentText;
            case FRESH_TEXT -> freshText;
            case HEADLINE -> headline;
            case STANDFIRST -> standfirst;
            case HEADLINE_IN_TEXT -> headlineInText;
            case NAMES -> names;
            case RECENT_NAMES -> recentNames;
            case TAGS -> tags;
            case SECTION -> section;
        };
    }
}
