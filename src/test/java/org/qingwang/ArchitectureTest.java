package org.qingwang;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.stereotype.Repository;

/** The arrows of the house. If one fails, somebody can no longer change a part without reading the others. */
@AnalyzeClasses(packages = "org.qingwang", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyProcessesAndTheEngineKnowCamunda = noClasses()
            .that()
            .resideOutsideOfPackages("..process..", "..engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .because("leaving the engine must stay a matter of two kinds of package");

    @ArchTest
    static final ArchRule onlyTheEnginePackageKnowsCamundasInside = noClasses()
            .that()
            .resideOutsideOfPackage("..engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda.bpm.engine.impl..")
            .because("implementation classes change without notice");

    @ArchTest
    static final ArchRule tablesStayInTheirPackage = classes()
            .that()
            .areAnnotatedWith(Repository.class)
            .should()
            .bePackagePrivate()
            .because("capabilities meet through services, never through each other's tables");

    @ArchTest
    static final ArchRule nothingCallsTheWebOrADelegate = noClasses()
            .that()
            .resideOutsideOfPackages("..web..", "..process..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.qingwang..web..", "org.qingwang..process..")
            .because("arrows run from web and process to service to domain and table");

    @ArchTest
    static final ArchRule webAndProcessDoNotMeet = noClasses()
            .that()
            .resideInAPackage("..web..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.qingwang..process..")
            .because("a page asks a service, not a delegate");
}
