package news.kiosque.gateway;

import news.kiosque.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void gatewayKeepsTheHouseRules() {
        HouseRules.check("news.kiosque.gateway");
    }
}
