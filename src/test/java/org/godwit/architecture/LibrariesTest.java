package org.godwit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What of the JDK and of libraries may be used where. */
@AnalyzeClasses(packages = "org.godwit", importOptions = DoNotIncludeTests.class)
final class LibrariesTest {
    @ArchTest
    static final ArchRule jdbcStaysBelow =
            noClasses().that().resideOutsideOfPackages("org.godwit.duck..", "org.godwit.connector..", "org.godwit.store..")
                    .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..", "org.duckdb..", "org.sqlite..")
                    .because("engine, analysis, cli and app ask duck.Query, so that quoting, cancelling and leases are in one place");

    @ArchTest
    static final ArchRule javaFxStaysInTheWindow =
            noClasses().that().resideOutsideOfPackage("org.godwit.app..")
                    .should().dependOnClassesThat().resideInAnyPackage("javafx..", "com.sun.javafx..", "atlantafx..", "org.controlsfx..", "org.kordamp..")
                    .because("the command line runs without a JavaFX jar: hand data to the window and let it draw");

    @ArchTest
    static final ArchRule shredAndModelNeedOnlyTheParser =
            classes().that().resideInAnyPackage("org.godwit.model..", "org.godwit.shred..")
                    .should().onlyDependOnClassesThat().resideInAnyPackage(
                            "java..", "org.godwit.model..", "org.godwit.shred..", "tools.jackson.core..", "org.jspecify.annotations..")
                    .because("they are to run inside other engines: bytes and plan in, rows, rejects and counts out");

    @ArchTest
    static final ArchRule picocliStaysInTheCli =
            noClasses().that().resideOutsideOfPackages("org.godwit", "org.godwit.cli..")
                    .should().dependOnClassesThat().resideInAPackage("picocli..")
                    .because("a command only reads options: the work takes them as a record");

    @ArchTest
    static final ArchRule onlyTheCliTalksToTheConsole =
            noClasses().that().resideOutsideOfPackage("org.godwit.cli..").and().doNotHaveFullyQualifiedName("org.godwit.Main")
                    .should(ACCESS_STANDARD_STREAMS)
                    .because("stdout belongs to the data of commands: return it, or log");

    @ArchTest
    static final ArchRule nothingIsDeserialized =
            noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.io.ObjectInputStream")
                    .orShould().dependOnClassesThat().haveFullyQualifiedName("java.io.ObjectOutputStream")
                    .because("Java serialization runs code of whoever wrote the bytes: write JSON");

    @ArchTest
    static final ArchRule loggingIsSlf4j =
            noClasses().that().doNotHaveFullyQualifiedName("org.godwit.Logging")
                    .should().dependOnClassesThat().resideInAnyPackage("java.util.logging..", "ch.qos.logback..")
                    .because("there is one log: use org.slf4j; org.godwit.Logging alone sets it up");

    @ArchTest
    static final ArchRule internalsOfTheJdkAreLeftAlone =
            noClasses().should().dependOnClassesThat().resideInAPackage("sun.misc..")
                    .because("internals of the JDK go away without a word");
}
