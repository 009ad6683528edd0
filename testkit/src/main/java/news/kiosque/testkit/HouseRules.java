package news.kiosque.testkit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The boundaries that every service keeps; {@code CONTRIBUTING.md} says them in words. */
public final class HouseRules {

    /** Names that say what layer a class is in rather than what it is. */
    private static final String EMPTY_NAME = ".*(Impl|Manager|Helper|Util|Utils|Common|Dto|DTO)";

    private HouseRules() {}

    /**
     * Checks all of them.
     *
     * @param root the service's own package, such as {@code news.kiosque.articles}
     * @throws AssertionError naming each class that breaks a rule
     */
    public static void check(String root) {
        JavaClasses service = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
        noCyclesBetweenRooms(root).check(service);
        keepsToItself(root).check(service);
        namesSayWhatAThingIs().check(service);
        neverBlocks().check(service);
        neverSwallowsErrorsOfAStream().check(service);
    }

    /** Packages by feature: no two of them need each other. */
    public static ArchRule noCyclesBetweenRooms(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    /** Services share events, proof and the platform, and meet only on Kafka and HTTP. */
    public static ArchRule keepsToItself(String root) {
        return noClasses().that().resideInAPackage(root + "..").should()
                .dependOnClassesThat(DescribedPredicate.describe("belong to another service",
                        (JavaClass other) -> other.getPackageName().startsWith("news.kiosque.")
                                && !isIn(other, root) && !isIn(other, "news.kiosque.events")
                                && !isIn(other, "news.kiosque.platform") && !isIn(other, "news.kiosque.proof")))
                .allowEmptyShould(true);
    }

    public static ArchRule namesSayWhatAThingIs() {
        return classes().should().haveNameNotMatching(EMPTY_NAME).allowEmptyShould(true);
    }

    /** A thread that waits inside a reactive service is taken from everybody. */
    public static ArchRule neverBlocks() {
        return noClasses().should().callMethodWhere(DescribedPredicate.describe("block on a Mono or Flux",
                call -> call.getName().startsWith("block")
                        && (call.getTargetOwner().isAssignableTo(Mono.class)
                                || call.getTargetOwner().isAssignableTo(Flux.class))))
                .allowEmptyShould(true);
    }

    public static ArchRule neverSwallowsErrorsOfAStream() {
        return noClasses().should().callMethodWhere(DescribedPredicate.describe("continue after an error",
                call -> call.getName().equals("onErrorContinue"))).allowEmptyShould(true);
    }

    private static boolean isIn(JavaClass type, String root) {
        return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
    }
}
