package io.cobre.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LayeringTest
{
    private static final int LARGEST_USER_PACKAGE = 30;
    private static final int LONGEST_CLASS_LINES = 500;

    /** Layers of the solver, lowest first; a layer uses lower ones only. */
    private static final List<List<String>> SOLVER_LAYERS = List.of(
        List.of("io.cobre.solver.error"),
        List.of("io.cobre.solver.files", "io.cobre.solver.parquet"),
        List.of("io.cobre.solver.study.."),
        List.of("io.cobre.solver.stochastic.."),
        List.of("io.cobre.solver.lp.."),
        List.of("io.cobre.solver.policy.."),
        List.of("io.cobre.solver.train..", "io.cobre.solver.simulate.."),
        List.of("io.cobre.solver.output.."),
        List.of("io.cobre.solver.worker.."),
        List.of("io.cobre.solver"),
        List.of("io.cobre.solver.command", "io.cobre.solver.cli.."));

    private static JavaClasses classes;

    @BeforeAll
    static void shouldFindTheClassesOfAllModules()
    {
        classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(LayeringTest::notATestArchive)
            .importPackages("io.cobre");
        for (final String root : List.of("engine", "comm.aeron", "solver", "codecs", "bench"))
        {
            final String name = "io.cobre." + root;
            assertTrue(
                classes.stream().anyMatch((type) -> type.getPackageName().startsWith(name)) || "bench".equals(root),
                name);
        }
    }

    @Test
    void shouldKeepAeronInItsModule()
    {
        noClasses().that().resideOutsideOfPackages("io.cobre.comm.aeron..", "io.cobre.bench..")
            .should().dependOnClassesThat().resideInAPackage("io.aeron..")
            .check(classes);
    }

    @Test
    void shouldKeepNativeCallsInTheBindings()
    {
        noClasses().that().resideOutsideOfPackages(
            "io.cobre.comm.aeron",
            "io.cobre.solver.lp.highs..", "io.cobre.solver.lp.clp..", "io.cobre.solver.lp.natives..")
            .should().dependOnClassesThat().resideInAPackage("com.sun.jna..")
            .check(classes);
    }

    @Test
    void shouldLetNobodyImportTheCommandLine()
    {
        noClasses().that().resideOutsideOfPackage("io.cobre.solver.cli..")
            .should().dependOnClassesThat().resideInAPackage("io.cobre.solver.cli..")
            .check(classes);
    }

    @Test
    void shouldPointModuleArrowsOneWay()
    {
        final List<String> modules =
            List.of("io.cobre.codecs..", "io.cobre.engine..", "io.cobre.comm.aeron..", "io.cobre.bench..");
        for (int i = 0; i < modules.size(); i++)
        {
            noClasses().that().resideInAPackage(modules.get(i))
                .should().dependOnClassesThat()
                .resideInAnyPackage(modules.subList(i + 1, modules.size()).toArray(String[]::new))
                .allowEmptyShould(true)
                .check(classes);
        }
        noClasses().that().resideInAnyPackage("io.cobre.codecs..", "io.cobre.engine..", "io.cobre.comm.aeron..")
            .should().dependOnClassesThat().resideInAPackage("io.cobre.solver..")
            .check(classes);
        noClasses().that().resideInAPackage("io.cobre.solver..")
            .should().dependOnClassesThat().resideInAnyPackage("io.cobre.comm.aeron..", "io.cobre.bench..")
            .check(classes);
    }

    @Test
    void shouldStackTheLayersOfTheSolver()
    {
        for (int i = 0; i < SOLVER_LAYERS.size() - 1; i++)
        {
            final String[] higher = SOLVER_LAYERS.subList(i + 1, SOLVER_LAYERS.size()).stream()
                .flatMap(List::stream)
                .toArray(String[]::new);
            noClasses().that().resideInAnyPackage(SOLVER_LAYERS.get(i).toArray(String[]::new))
                .should().dependOnClassesThat().resideInAnyPackage(higher)
                .allowEmptyShould(true)
                .check(classes);
        }
    }

    @Test
    void shouldKeepWhatUsersImportSmall()
    {
        for (final String name : List.of("io.cobre.engine", "io.cobre.solver"))
        {
            final long types = classes.that(publicTopLevelTypeOf(name)).size();
            assertTrue(types <= LARGEST_USER_PACKAGE, name + " has " + types + " public types");
        }
    }

    @Test
    void shouldDescribeEveryPackage() throws IOException
    {
        final List<String> missing = new ArrayList<>();
        for (final Path source : sources())
        {
            if (!Files.exists(source.resolveSibling("package-info.java")))
            {
                missing.add(source.toString());
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void shouldKeepClassesShort() throws IOException
    {
        final List<String> tooLong = new ArrayList<>();
        for (final Path source : sources())
        {
            final long lines = lines(source);
            if (lines >= LONGEST_CLASS_LINES)
            {
                tooLong.add(source + ": " + lines);
            }
        }
        assertEquals(List.of(), tooLong);
    }

    private static List<Path> sources() throws IOException
    {
        final Path root = Path.of(System.getProperty("cobre.root"));
        final List<Path> sources = new ArrayList<>();
        for (final String module : List.of("engine", "comm-aeron", "solver", "bench"))
        {
            try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src/main/java")))
            {
                files.filter((file) -> file.toString().endsWith(".java")).sorted().forEach(sources::add);
            }
        }
        return sources;
    }

    private static long lines(final Path source)
    {
        try (Stream<String> lines = Files.lines(source))
        {
            return lines.count();
        }
        catch (final IOException ex)
        {
            throw new UncheckedIOException(ex);
        }
    }

    private static boolean notATestArchive(final Location location)
    {
        return !location.contains("-tests.jar");
    }

    private static DescribedPredicate<JavaClass> publicTopLevelTypeOf(final String packageName)
    {
        return DescribedPredicate.describe(
            "public top-level type of " + packageName,
            (type) -> type.getPackageName().equals(packageName) &&
                type.isTopLevelClass() &&
                type.getModifiers().contains(JavaModifier.PUBLIC));
    }
}
