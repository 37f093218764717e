package ukaz;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** What the modules may know of each other and of the outside. */
class ArchitectureTest {

    private static final JavaClasses UKAZ = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("ukaz");

    @Test
    void arrows_point_one_way() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("model")
                .definedBy("ukaz.model..")
                .layer("ingest")
                .definedBy("ukaz.ingest..")
                .layer("rules")
                .definedBy("ukaz.rules..")
                .layer("report")
                .definedBy("ukaz.report..")
                .layer("app")
                .definedBy("ukaz.app..")
                .whereLayer("app")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("app")
                .whereLayer("rules")
                .mayOnlyBeAccessedByLayers("report", "app")
                .whereLayer("ingest")
                .mayOnlyBeAccessedByLayers("report", "app")
                .withOptionalLayers(true)
                .check(UKAZ);
    }

    @Test
    void model_and_rules_know_no_framework_workbook_or_database() {
        noClasses()
                .that()
                .resideInAnyPackage("ukaz.model..", "ukaz.rules..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.apache.poi..", "java.sql..", "javax.sql..")
                .allowEmptyShould(true)
                .check(UKAZ);
    }

    @Test
    void only_the_application_knows_batch_jobs() {
        noClasses()
                .that()
                .resideOutsideOfPackage("ukaz.app..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.batch.core..", "org.springframework.boot..", "picocli..")
                .check(UKAZ);
    }

    @Test
    void packages_have_no_cycles() {
        SlicesRuleDefinition.slices()
                .matching("ukaz.(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(UKAZ);
    }

    @Test
    void time_comes_from_a_clock() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .check(UKAZ);
    }
}
