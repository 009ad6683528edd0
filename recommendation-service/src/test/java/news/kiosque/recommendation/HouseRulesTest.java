package news.kiosque.recommendation;

import news.kiosque.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("news.kiosque.recommendation");
    }
}
