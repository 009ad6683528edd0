package news.kiosque.recommendation.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import news.kiosque.recommendation.index.Analysis;
import news.kiosque.recommendation.index.Analysis.Sought;
import news.kiosque.recommendation.index.SearchableText;
import news.kiosque.recommendation.index.SearchableText.Part;
import news.kiosque.recommendation.setting.Aliases;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** What was typed as a query of the index: every part has to be found, in whichever part of the article. */
final class WordQuery {
    /** A word that is only another form of the one that was typed counts less. */
    private static final float OTHER_FORM = 0.8f;
    /** What it adds that a word stands in several parts of an article. */
    private static final float IN_OTHERS = 0.1f;

    private final Typed typed;
    private final Aliases aliases;
    private final List<String> chains;

    /** @param chains of the languages to look in, of {@link Analysis#languages()} */
    WordQuery(Typed typed, Aliases aliases, List<String> chains) {
        this.typed = typed;
        this.aliases = aliases;
        this.chains = chains;
    }

    /** Finds nothing when no part says anything. */
    Query words() {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String chain : chains) {
            BooleanQuery all = all(chain);
            if (all.clauses().stream().anyMatch(clause -> clause.occur() == Occur.MUST)) {
                any.add(all, Occur.SHOULD);
            }
        }
        return any.build();
    }

    /** Which articles are looked at. */
    static Query among(Wanted wanted, Instant now) {
        BooleanQuery.Builder among = new BooleanQuery.Builder();
        filter(among, SearchableText.EDITION, wanted.edition());
        filter(among, SearchableText.LANGUAGE, wanted.language());
        filter(among, SearchableText.SECTION, wanted.section());
        long from = wanted.from() == null ? Long.MIN_VALUE : wanted.from().toEpochMilli();
        Instant end = wanted.until() == null || wanted.until().isAfter(now) ? now.plusMillis(1) : wanted.until();
        among.add(LongField.newRangeQuery(SearchableText.PUBLISHED, from, end.toEpochMilli() - 1), Occur.FILTER);
        return among.build();
    }

    private static void filter(BooleanQuery.Builder among, String field, @Nullable String value) {
        if (value != null) {
            among.add(new TermQuery(new Term(field, value)), Occur.FILTER);
        }
    }

    private BooleanQuery all(String chain) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (Typed.Part part : typed.parts()) {
            Query query = inAnySpelling(part, chain);
            if (query != null) {
                all.add(query, part.unwanted() ? Occur.MUST_NOT : Occur.MUST);
            }
        }
        return all.build();
    }

    private @Nullable Query inAnySpelling(Typed.Part part, String chain) {
        Query asTyped = anywhere(part, chain);
        List<String> others = part.kind() == Typed.Kind.BEGINNING ? List.of() : aliases.others(part.text());
        if (asTyped == null || others.isEmpty()) {
            return asTyped;
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder().add(asTyped, Occur.SHOULD);
        for (String other : others) {
            Query spelling = anywhere(new Typed.Part(other, part.kind(), false), chain);
            if (spelling != null) {
                any.add(spelling, Occur.SHOULD);
            }
        }
        return any.build();
    }

    private static @Nullable Query anywhere(Typed.Part part, String chain) {
        Analysis analysis = Analysis.of(chain);
        List<Sought> words = part.kind() == Typed.Kind.BEGINNING ? List.of() : analysis.sought(part.text());
        List<String> spelt = part.kind() == Typed.Kind.BEGINNING ? analysis.spelt(part.text()) : List.of();
        if (words.isEmpty() && spelt.isEmpty()) {
            return null;
        }
        List<Query> anywhere = new ArrayList<>();
        for (Part where : Part.values()) {
            String field = where.field(chain);
            Query here = words.isEmpty()
                    ? new PrefixQuery(new Term(field, spelt.getLast()))
                    : words.size() == 1 ? word(field, words.getFirst(), part.kind()) : phrase(field, words);
            anywhere.add(new BoostQuery(here, where.boost()));
        }
        return new DisjunctionMaxQuery(anywhere, IN_OTHERS);
    }

    private static Query word(String field, Sought word, Typed.Kind kind) {
        if (kind == Typed.Kind.PHRASE) {
            return new TermQuery(new Term(field, word.word()));
        }
        SynonymQuery.Builder forms = new SynonymQuery.Builder(field).addTerm(new Term(field, word.word()));
        forms.addTerm(new Term(field, Analysis.STEM + word.stem()), OTHER_FORM);
        if (!word.stem().equals(word.word())) {
            forms.addTerm(new Term(field, new BytesRef(word.stem())), OTHER_FORM);
        }
        return forms.build();
    }

    private static Query phrase(String field, List<Sought> words) {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        words.forEach(word -> phrase.add(new Term(field, word.word()), word.place()));
        return phrase.build();
    }
}
