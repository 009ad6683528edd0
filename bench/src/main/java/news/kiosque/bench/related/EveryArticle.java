package news.kiosque.bench.related;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import news.kiosque.events.Order;
import news.kiosque.recommendation.index.CandidateIndex;
import news.kiosque.recommendation.index.Profile;
import news.kiosque.recommendation.index.TermStatistics;

/** An index in which every article is a candidate: what the first phase is measured against. */
final class EveryArticle implements CandidateIndex.View {
    private final CandidateIndex.View view;
    private final List<Profile> all = new ArrayList<>();

    EveryArticle(CandidateIndex.View view) {
        this.view = view;
        view.each(all::add);
    }

    @Override
    public List<Profile> candidates(CandidateIndex.Query query) {
        return all.stream().filter(one -> one.language().equals(query.language())
                && one.edition().equals(query.edition()) && !one.publishedAt().isAfter(query.upTo())).toList();
    }

    @Override
    public Optional<Profile> find(String articleId) {
        return view.find(articleId);
    }

    @Override
    public Order seen(String articleId) {
        return view.seen(articleId);
    }

    @Override
    public List<Profile> linking(int most) {
        return view.linking(most);
    }

    @Override
    public List<Profile> latest(int most) {
        return view.latest(most);
    }

    @Override
    public void each(Consumer<Profile> sink) {
        all.forEach(sink);
    }

    @Override
    public TermStatistics statistics(String language) {
        return view.statistics(language);
    }

    @Override
    public void close() {
        view.close();
    }
}
