package news.kiosque.recommendation.learning;

import java.util.Map;

import news.kiosque.recommendation.index.Profile;

/**
 * An article of which somebody said what belongs to it.
 *
 * @param answers how much, by id, at least 1
 */
public record Answered(Profile article, Map<String, Integer> answers) {}
