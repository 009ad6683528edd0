package news.kiosque.testkit;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Each rule fires on code that breaks it. */
class HouseRulesTest {
    private static final String ROOT = "news.kiosque.testkit.broken";

    private final JavaClasses broken = new ClassFileImporter().importPackages(ROOT, "news.kiosque.elsewhere");

    @Test
    void twoRoomsThatNeedEachOtherAreFound() {
        finds(HouseRules.noCyclesBetweenRooms(ROOT), "Cycle detected");
    }

    @Test
    void aServiceThatUsesAnotherOneIsFound() {
        finds(HouseRules.keepsToItself(ROOT), "belong to another service");
    }

    @Test
    void anEmptyNameIsFound() {
        finds(HouseRules.namesSayWhatAThingIs(), "ArticleManager");
    }

    @Test
    void aBlockedThreadIsFound() {
        finds(HouseRules.neverBlocks(), "block on a Mono or Flux");
    }

    @Test
    void aSwallowedErrorIsFound() {
        finds(HouseRules.neverSwallowsErrorsOfAStream(), "continue after an error");
    }

    private void finds(ArchRule rule, String what) {
        assertThatThrownBy(() -> rule.check(broken)).isInstanceOf(AssertionError.class).hasMessageContaining(what);
    }
}
