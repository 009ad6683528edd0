package news.kiosque.consent.bureau;

import java.util.Map;

import news.kiosque.consent.draft.Wording;
import news.kiosque.consent.notice.Notice;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The editor's form as a browser sends it. */
final class FilledForm {

    private FilledForm() {}

    static MultiValueMap<String, String> of(Wording wording) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        for (Notice.Terms terms : wording.purposes()) {
            form.add("purpose", terms.id());
            terms.name().forEach((language, text) -> form.add(terms.id() + ".name." + language, text));
            terms.explanation().forEach((language, text) -> form.add(terms.id() + ".explanation." + language, text));
            form.add(terms.id() + ".vendors", NoticeForm.vendors(terms).replace("\n", "\r\n"));
            form.add(terms.id() + ".cookies", NoticeForm.cookies(terms));
        }
        wording.words().forEach((language, words) -> words.all().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(text -> form.add(language + ":" + text.getKey(), text.getValue())));
        return form;
    }
}
