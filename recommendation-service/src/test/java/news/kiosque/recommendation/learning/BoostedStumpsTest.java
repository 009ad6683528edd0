package news.kiosque.recommendation.learning;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

import news.kiosque.recommendation.similarity.Feature;
import news.kiosque.recommendation.similarity.Model;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BoostedStumpsTest {
    private static final List<Lesson> LESSONS = lessons();

    @Test
    void findsOutWhatEditorsGoBy() {
        Model model = BoostedStumps.fit("learned", "", LESSONS, EnumSet.allOf(Feature.class));
        assertThat(most(model, Feature.NAMES)).isGreaterThan(3 * most(model, Feature.LEAD));
    }

    @Test
    void neverLetsALikenessSpeakAgainstACandidate() {
        Model model = BoostedStumps.fit("learned", "", LESSONS, EnumSet.allOf(Feature.class));
        for (Model.Part part : model.parts()) {
            if (part.feature().onlySpeaksFor()) {
                assertThat(part.worth()).as(part.feature().label()).isSorted().first().isEqualTo(0.0);
            }
        }
    }

    @Test
    void usesOnlyWhatItMay() {
        Model model = BoostedStumps.fit("learned", "", LESSONS, EnumSet.of(Feature.LEAD, Feature.AGE));
        assertThat(model.parts()).extracting(Model.Part::feature).isSubsetOf(Feature.LEAD, Feature.AGE);
    }

    @Test
    void givesTheSameModelForTheSameLessonsAndReadsItBack() {
        Model model = BoostedStumps.fit("learned", "", LESSONS, EnumSet.allOf(Feature.class));
        Model again = BoostedStumps.fit("learned", "", LESSONS, EnumSet.allOf(Feature.class));
        assertThat(again).isEqualTo(model);
        assertThat(Model.read(model.toJson())).isEqualTo(model);
        assertThat(again.version()).isEqualTo(model.version()).isNotEqualTo(Model.SHIPPED.version());
    }

    /** Editors who link what names the same people, whatever else is alike. */
    private static List<Lesson> lessons() {
        Random random = new Random(7);
        List<Lesson> lessons = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double[][] features = new double[20][Feature.values().length];
            int[] grades = new int[20];
            int linked = 0;
            for (int one = 0; one < 20; one++) {
                features[one][Feature.NAMES.ordinal()] = random.nextDouble();
                features[one][Feature.LEAD.ordinal()] = random.nextDouble();
                features[one][Feature.AGE.ordinal()] = 30 * random.nextDouble();
                linked = features[one][Feature.NAMES.ordinal()] > features[linked][Feature.NAMES.ordinal()]
                        ? one
                        : linked;
            }
            grades[linked] = 1;
            lessons.add(new Lesson(features, grades, new int[]{1}));
        }
        return lessons;
    }

    private static double most(Model model, Feature feature) {
        return model.parts().stream().filter(part -> part.feature() == feature)
                .flatMap(part -> part.worth().stream()).mapToDouble(Double::doubleValue).max().orElse(0);
    }
}
