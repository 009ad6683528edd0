package news.kiosque.recommendation.similarity;

/**
 * What another article's text, headline and lead share with those of one article, gathered in one pass over the other's
 * terms: the article is prepared once, the others are two hundred.
 */
final class SharedTerms {
    private final Subject subject;
    private final TermPlaces places;
    private final float[] headline;
    private final float[] lead;
    private final double[] asked;
    private final double[] said;
    private final double own;

    SharedTerms(Subject subject) {
        this.subject = subject;
        this.places = new TermPlaces(subject.text().ids());
        this.headline = spread(subject.headline());
        this.lead = spread(subject.lead());
        int terms = subject.text().ids().length;
        double norm = subject.norm();
        this.asked = new double[terms];
        this.said = new double[terms];
        for (int i = 0; i < terms; i++) {
            asked[i] = subject.asked(i);
            said[i] = subject.said(i, norm);
        }
        this.own = subject.ownTerms();
    }

    /** Puts the features that come of it into their places. */
    void of(Subject other, double[] features) {
        WeightedTerms text = other.text();
        double norm = other.norm();
        double inText = 0;
        double inFocus = 0;
        double headlineInText = 0;
        double leadInText = 0;
        double answered = 0;
        double answering = 0;
        double othersOwn = 0;
        for (int i = 0; i < text.ids().length; i++) {
            double asks = other.asked(i);
            double says = other.said(i, norm);
            othersOwn += asks * says;
            int place = places.of(text.ids()[i]);
            if (place >= 0) {
                float weight = text.weights()[i];
                inText += subject.text().weights()[place] * weight;
                inFocus += subject.focus().weights()[place] * other.focus().weights()[i];
                headlineInText += headline[place] * weight;
                leadInText += lead[place] * weight;
                answered += asked[place] * says;
                answering += said[place] * asks;
            }
        }
        set(features, Feature.TEXT, inText, subject.text(), text);
        set(features, Feature.FOCUS, inFocus, subject.focus(), other.focus());
        set(features, Feature.HEADLINE_IN_TEXT, headlineInText, subject.headline(), text);
        set(features, Feature.LEAD_IN_TEXT, leadInText, subject.lead(), text);
        features[Feature.TERMS.ordinal()] = own == 0 ? 0 : answered / own;
        features[Feature.TERMS_BACK.ordinal()] = othersOwn == 0 ? 0 : answering / othersOwn;
        of(other.headline(), headline, subject.headline(), Feature.TEXT_IN_HEADLINE, Feature.HEADLINE, features);
        of(other.lead(), lead, subject.lead(), Feature.TEXT_IN_LEAD, Feature.LEAD, features);
    }

    private void of(WeightedTerms part, float[] own, WeightedTerms ownPart, Feature inText, Feature inPart,
            double[] features) {
        double text = 0;
        double both = 0;
        for (int i = 0; i < part.ids().length; i++) {
            int place = places.of(part.ids()[i]);
            if (place >= 0) {
                text += subject.text().weights()[place] * part.weights()[i];
                both += own[place] * part.weights()[i];
            }
        }
        set(features, inText, text, subject.text(), part);
        set(features, inPart, both, ownPart, part);
    }

    private static void set(double[] features, Feature feature, double dot, WeightedTerms one, WeightedTerms other) {
        features[feature.ordinal()] = dot == 0 ? 0 : dot / (one.length() * other.length());
    }

    /** The weights of a part of the text, by place in the text. */
    private float[] spread(WeightedTerms part) {
        float[] weights = new float[subject.text().ids().length];
        for (int i = 0; i < part.ids().length; i++) {
            weights[places.of(part.ids()[i])] = part.weights()[i];
        }
        return weights;
    }
}
