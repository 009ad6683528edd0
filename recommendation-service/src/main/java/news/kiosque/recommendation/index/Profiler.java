package news.kiosque.recommendation.index;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import news.kiosque.events.Block;
import news.kiosque.events.PublicArticle;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Reads an article into its profile. */
public final class Profiler {

    private Profiler() {}

    public static Profile profile(PublicArticle article) {
        Analysis analysis = Analysis.of(article.language());
        String body = body(article.body());
        List<String> headline = analysis.terms(article.headline());
        List<String> standfirst = analysis.terms(plain(article.standfirst()));
        List<String> text = new ArrayList<>(headline);
        text.addAll(standfirst);
        text.addAll(analysis.terms(body));
        Names names = new Names(article.language());
        String section = article.sections().isEmpty() ? "" : article.sections().getLast().path();
        return new Profile(article.id(), article.edition(), Language.primary(article.language()), article.headline(),
                section, article.publishedAt(), TermBag.of(text), TermBag.of(headline), TermBag.of(standfirst),
                TermBag.of(names.in(article.headline() + ".\n" + plain(article.standfirst()) + "\n" + body)),
                TermBag.of(article.tags().stream().map(PublicArticle.Tag::slug).distinct().toList()));
    }

    private static String body(List<Block> blocks) {
        StringBuilder body = new StringBuilder(4096);
        for (Block block : blocks) {
            texts(block).forEach(text -> body.append(plain(text)).append('\n'));
        }
        return body.toString();
    }

    private static Stream<String> texts(Block block) {
        Stream<@Nullable String> single = Stream.of(block.text(), block.caption(), block.title());
        Stream<String> items = block.items() == null ? Stream.empty() : block.items().stream();
        return Stream.concat(single.filter(text -> text != null), items);
    }

    private static String plain(String inlineHtml) {
        return inlineHtml.indexOf('<') < 0 && inlineHtml.indexOf('&') < 0
                ? inlineHtml
                : Jsoup.parseBodyFragment(inlineHtml).text();
    }
}
