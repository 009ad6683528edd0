package news.kiosque.consent.notice;

import java.util.Map;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import org.springframework.stereotype.Component;

/** Turns the precompiled templates into HTML. */
@Component
public class Templates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /** @param name of the template in {@code src/main/jte}, without its ending */
    public String render(String name, Map<String, Object> parameters) {
        StringOutput html = new StringOutput(4_096);
        engine.render(name + ".jte", parameters, html);
        return html.toString();
    }
}
