package org.godwit.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** Dependencies go down only; docs/architecture.md draws the order. */
@AnalyzeClasses(packages = "org.godwit", importOptions = DoNotIncludeTests.class)
final class LayersTest {
    private static final String APP = "org.godwit.app..";
    private static final String CLI = "org.godwit.cli..";
    private static final String PACK = "org.godwit.pack..";
    private static final String ANALYSIS = "org.godwit.analysis..";
    private static final String ENGINE = "org.godwit.engine..";
    private static final String SPI = "org.godwit.connector.spi..";
    private static final String REGISTRY = "org.godwit.connector";
    private static final String DUCK = "org.godwit.duck..";
    private static final String STORE = "org.godwit.store..";
    private static final String TASK = "org.godwit.task..";
    private static final String SHRED = "org.godwit.shred..";
    private static final String MODEL = "org.godwit.model..";
    private static final String ROOT = "org.godwit";

    private static final DescribedPredicate<JavaClass> OURS = resideInAPackage("org.godwit..").as("classes of Godwit");
    private static final DescribedPredicate<JavaClass> FORMATS =
            resideInAPackage("org.godwit.connector.*..").and(DescribedPredicate.not(resideInAPackage(SPI))).as("the connector of a format");

    @ArchTest
    static final ArchRule modelKnowsNothing =
            only(MODEL, MODEL).because("every layer speaks in the words of model: what needs another layer is not a word, move it there");

    @ArchTest
    static final ArchRule shredKnowsOnlyModel =
            only(SHRED, SHRED, MODEL).because("the shredder is to run inside other engines: hand it what it needs as a record of model");

    @ArchTest
    static final ArchRule taskKnowsOnlyModel =
            only(TASK, TASK, MODEL).because("background work is the same for every layer above: pass the work in as a function");

    @ArchTest
    static final ArchRule duckStandsOnTaskShredAndModel =
            only(DUCK, DUCK, TASK, SHRED, MODEL).because("duck answers questions about DuckDB; what they are asked for belongs to engine");

    @ArchTest
    static final ArchRule storeStandsOnTaskShredAndModel =
            only(STORE, STORE, TASK, SHRED, MODEL).because("the workspace keeps records of model; what they mean belongs to engine");

    @ArchTest
    static final ArchRule spiStandsOnDuckAndStore =
            only(SPI, SPI, DUCK, STORE, TASK, SHRED, MODEL).because("a format is described without the engine that uses it");

    @ArchTest
    static final ArchRule formatsDoNotKnowTheEngine =
            noClasses().that(FORMATS)
                    .should().dependOnClassesThat().resideInAnyPackage(ENGINE, ANALYSIS, PACK, CLI, APP, REGISTRY, ROOT)
                    .because("a connector offers connector.spi and knows only spi and below");

    @ArchTest
    static final ArchRule formatsDoNotKnowEachOther =
            SlicesRuleDefinition.slices().matching("org.godwit.connector.(*)..").should().notDependOnEachOther()
                    .ignoreDependency(resideInAPackage("org.godwit.connector.."), resideInAPackage(SPI))
                    .because("a format is added and removed as one package: share through connector.spi");

    @ArchTest
    static final ArchRule engineKnowsFormatsOnlyBySpi =
            only(ENGINE, ENGINE, SPI, DUCK, STORE, TASK, SHRED, MODEL)
                    .because("engine gets its connectors passed in as connector.spi: extend the spi instead of asking for one format");

    @ArchTest
    static final ArchRule analysisStandsOnEngine =
            only(ANALYSIS, ANALYSIS, ENGINE, DUCK, STORE, TASK, SHRED, MODEL)
                    .because("analysis looks at DuckDB only; another location is attached through a staged copy");

    @ArchTest
    static final ArchRule packStandsOnAnalysis =
            only(PACK, PACK, ANALYSIS, ENGINE, SPI, DUCK, STORE, TASK, SHRED, MODEL)
                    .because("packs are features on top of analysis and engine, and know neither window nor command line");

    @ArchTest
    static final ArchRule cliDoesNotKnowTheWindow =
            noClasses().that().resideInAPackage(CLI).should().dependOnClassesThat().resideInAPackage(APP)
                    .because("the command line runs without JavaFX: what both need belongs to engine or analysis");

    @ArchTest
    static final ArchRule windowDoesNotKnowTheCli =
            noClasses().that().resideInAPackage(APP).should().dependOnClassesThat().resideInAPackage(CLI)
                    .because("what both need belongs to engine or analysis");

    @ArchTest
    static final ArchRule onlyTheRootWiresConnectors =
            noClasses().that().resideOutsideOfPackages(ROOT, REGISTRY).and(DescribedPredicate.not(FORMATS))
                    .should().dependOnClassesThat(FORMATS.or(resideInAPackage(REGISTRY)).and(OURS))
                    .orShould().dependOnClassesThat().resideInAPackage(ROOT)
                    .because("org.godwit.Wiring builds everything by constructors: take what you need as a constructor parameter");

    @ArchTest
    static final ArchRule packagesHaveNoCycle =
            SlicesRuleDefinition.slices().assignedFrom(new ExactPackages()).should().beFreeOfCycles()
                    .because("each package is to be read and tested alone");

    /** Classes of {@code layer} depend, among ours, only on {@code allowed}. */
    private static ArchRule only(String layer, String... allowed) {
        return classes().that().resideInAPackage(layer)
                .should().onlyDependOnClassesThat(resideInAnyPackage(allowed).or(DescribedPredicate.not(OURS))
                        .as("classes of %s or libraries", String.join(", ", allowed)));
    }

    private static final class ExactPackages implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return OURS.test(javaClass) ? SliceIdentifier.of(javaClass.getPackageName()) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "exact packages (to break a cycle, move the shared type down or pass it in as a function)";
        }
    }
}
