package news.kiosque.story;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What an editor writes in one edition, and the words that its readers then see.
 *
 * @param home what the breadcrumb begins with
 * @param prefix of the edition's paths
 */
enum Tale {
    FRENCH("fr", "", "monde", "Monde", "Accueil", "– VIDÉO", "par ", "À lire aussi", "Articles liés", "Refuser",
            "Des soldats biélorusses combattent aux côtés de l’Ukraine",
            "Ils ont fui le régime de Loukachenko ; ils portent aujourd’hui l’uniforme d’un régiment de volontaires, près du front.",
            "Le régiment de volontaires biélorusses compte plusieurs centaines de soldats qui combattent aux côtés de l’armée ukrainienne. Beaucoup ont quitté Minsk après la répression de 2020.",
            "Biélorussie : les volontaires qui ont rejoint l’Ukraine",
            "L’opposition biélorusse en exil soutient le régiment de volontaires qui combat en Ukraine, loin de Minsk et de Loukachenko.",
            "Loukachenko promet de juger les Biélorusses partis combattre en Ukraine",
            "Le président Loukachenko menace de poursuites les volontaires biélorusses qui combattent dans les rangs ukrainiens. À Minsk, la répression continue."), ENGLISH(
                    "en", "/en", "world", "World", "Home", "– VIDEO", "by ", "Read also", "Related articles", "Refuse",
                    "Belarusian soldiers are fighting beside Ukraine",
                    "They fled Lukashenko’s rule; today they wear the uniform of a volunteer regiment near the front.",
                    "The Belarusian volunteer regiment counts several hundred soldiers who fight beside the Ukrainian army. Many left Minsk after the crackdown of 2020.",
                    "Belarus: the volunteers who joined Ukraine",
                    "The exiled Belarusian opposition backs the volunteer regiment that fights in Ukraine, far from Minsk and from Lukashenko.",
                    "Lukashenko vows to try Belarusians who went to fight in Ukraine",
                    "President Lukashenko threatens to prosecute the Belarusian volunteers who fight in Ukrainian ranks. In Minsk the crackdown goes on.");

    final String edition;
    final String prefix;
    final String section;
    final String sectionName;
    final String home;
    final String videoLabel;
    final String by;
    final String readAlso;
    final String related;
    final String refuse;
    final String headline;
    private final String standfirst;
    private final String text;
    private final String olderHeadline;
    private final String olderText;
    private final String oldestHeadline;
    private final String oldestText;

    Tale(String edition, String prefix, String section, String sectionName, String home, String videoLabel, String by,
            String readAlso, String related, String refuse, String headline, String standfirst, String text,
            String olderHeadline, String olderText, String oldestHeadline, String oldestText) {
        this.edition = edition;
        this.prefix = prefix;
        this.section = section;
        this.sectionName = sectionName;
        this.home = home;
        this.videoLabel = videoLabel;
        this.by = by;
        this.readAlso = readAlso;
        this.related = related;
        this.refuse = refuse;
        this.headline = headline;
        this.standfirst = standfirst;
        this.text = text;
        this.olderHeadline = olderHeadline;
        this.olderText = olderText;
        this.oldestHeadline = oldestHeadline;
        this.oldestText = oldestText;
    }

    Map<String, Object> older() {
        return article(olderHeadline, olderText, List.of(paragraph(olderText)));
    }

    Map<String, Object> oldest() {
        return article(oldestHeadline, oldestText, List.of(paragraph(oldestText)));
    }

    /** With a video, a picture and a hand-picked link. */
    Map<String, Object> soldiers(String picture, String picked) {
        return article(headline, standfirst, List.of(paragraph(text),
                Map.of("type", "image", "media", picture, "alt", "Un convoi au crépuscule", "caption",
                        "Un convoi, en hiver.", "credit", "Kiosque"),
                Map.of("type", "video", "url", "https://www.youtube.com/watch?v=M7lc1UVf-VE", "title", headline),
                Map.of("type", "read-also", "articles", List.of(picked))));
    }

    Map<String, Object> correction() {
        return Map.of("body", List.of(paragraph(text + " " + CORRECTED)));
    }

    /** What only the corrected text says. */
    static final String CORRECTED = "Kalinouski";

    private Map<String, Object> article(String title, String lead, List<Map<String, Object>> body) {
        return Map.of("edition", edition, "section", section, "headline", title, "standfirst", lead, "authors",
                List.of("Ada Morel"), "tags", List.of("Belarus " + edition), "body", body, "slug",
                "recit-" + UUID.randomUUID());
    }

    private static Map<String, Object> paragraph(String text) {
        return Map.of("type", "paragraph", "text", text);
    }
}
