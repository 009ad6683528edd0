package news.kiosque.articles.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import news.kiosque.articles.page.view.ArticlePage;
import news.kiosque.articles.page.view.ListPage;
import news.kiosque.articles.page.view.PlainPage;
import news.kiosque.articles.page.view.SearchPage;

/** Sets pages as HTML in UTF-8, with templates that the build has compiled. */
final class Templates {
    private static final int USUAL_SIZE = 64 * 1024;

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    Templates() {
        engine.setBinaryStaticContent(true);
    }

    byte[] render(ArticlePage page) {
        return render("article.jte", page);
    }

    byte[] render(ListPage page) {
        return render("list.jte", page);
    }

    byte[] render(SearchPage page) {
        return render("search.jte", page);
    }

    byte[] render(PlainPage page) {
        return render("plain.jte", page);
    }

    private byte[] render(String template, Object page) {
        Utf8ByteOutput output = new Utf8ByteOutput(USUAL_SIZE);
        engine.render(template, page, output);
        return output.toByteArray();
    }
}
