package news.kiosque.articles;

import news.kiosque.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("news.kiosque.articles");
    }
}
