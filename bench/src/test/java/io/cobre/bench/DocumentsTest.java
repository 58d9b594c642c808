package io.cobre.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cobre.engine.control.RankEnvironment;
import io.cobre.solver.command.Subcommand;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/**
 * Links, and labels of the orchestration specification (solver/README.md), lead somewhere; the README knows commands,
 * options and variables as they are.
 */
class DocumentsTest
{
    private static final Path ROOT = Path.of(System.getProperty("cobre.root")).toAbsolutePath().normalize();
    private static final Path SPECIFICATION = ROOT.resolve("solver/README.md");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern LABEL = Pattern.compile("\\bSS[0-9]+(?:\\.[0-9]+)*[a-z]?\\b");

    private static final Pattern COMMAND_ROW = Pattern.compile("(?m)^\\| `cobre ([a-z-]+)");
    private static final Pattern OPTION = Pattern.compile("--[a-z-]+");
    private static final Pattern VARIABLE = Pattern.compile("\\bCOBRE_[A-Z_]+\\b");
    private static final Pattern VARIABLE_ROW = Pattern.compile("(?m)^\\| `COBRE_[^|]*");
    private static final Pattern QUOTED_VARIABLE = Pattern.compile("\"(COBRE_[A-Z_]+)\"");

    private static final List<Path> DOCUMENTS = new ArrayList<>();
    private static final List<Path> SOURCES = new ArrayList<>();

    @BeforeAll
    static void shouldFindDocumentsAndSources() throws IOException
    {
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>()
        {
            @Override
            public FileVisitResult preVisitDirectory(final Path folder, final BasicFileAttributes attributes)
            {
                final String name = folder.getFileName().toString();
                return !folder.equals(ROOT) && ("target".equals(name) || name.startsWith(".")) ?
                    FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes)
            {
                if (file.toString().endsWith(".md"))
                {
                    DOCUMENTS.add(file);
                }
                else if (file.toString().endsWith(".java"))
                {
                    SOURCES.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        assertTrue(DOCUMENTS.contains(SPECIFICATION) && DOCUMENTS.contains(ROOT.resolve("README.md")));
        assertTrue(SOURCES.size() > 100, "only " + SOURCES.size() + " sources");
    }

    @Test
    void shouldResolveEveryRelativeLink() throws IOException
    {
        final List<String> broken = new ArrayList<>();
        int links = 0;
        for (final Path document : DOCUMENTS)
        {
            for (final String link : matches(LINK, CODE.matcher(Files.readString(document)).replaceAll(""), 1))
            {
                if (!link.contains("://"))
                {
                    links++;
                    if (!resolves(document, link))
                    {
                        broken.add(ROOT.relativize(document) + ": " + link);
                    }
                }
            }
        }
        assertEquals(List.of(), broken);
        assertTrue(links > 0);
    }

    @Test
    void shouldResolveEveryLabelOfTheSpecification() throws IOException
    {
        final Set<String> known = new HashSet<>(labels());
        final List<String> unknown = new ArrayList<>();
        final List<Path> files = new ArrayList<>(DOCUMENTS);
        files.addAll(SOURCES);
        for (final Path file : files)
        {
            for (final String label : matches(LABEL, Files.readString(file), 0))
            {
                if (!known.contains(label))
                {
                    unknown.add(ROOT.relativize(file) + ": " + label);
                }
            }
        }
        assertEquals(List.of(), unknown);
    }

    @Test
    void shouldKeepTheLabelsOfTheSpecification() throws IOException
    {
        final List<String> labels = labels();
        assertEquals(labels.size(), new HashSet<>(labels).size(), labels.toString());
        final List<String> required = List.of(
            "SS1.2a", "SS2.1", "SS2.1a", "SS2.1b", "SS2.7", "SS2.9", "SS3.2a", "SS6.1a", "SS7.1", "SS7.3", "SS7.4",
            "SS7.5");
        assertEquals(required, labels.stream().filter(required::contains).toList());
    }

    @Test
    void shouldShowTheMultiProcessExampleInOnePlaceOnly() throws IOException
    {
        for (final Path document : DOCUMENTS)
        {
            for (final String code : matches(CODE, Files.readString(document), 0))
            {
                assertFalse(
                    code.startsWith("```java") && code.contains("Cobre."), document + " repeats TrainAndSimulate.java");
            }
        }
        final String example = "bench/src/main/java/io/cobre/bench/usage/TrainAndSimulate.java";
        assertTrue(Files.readString(ROOT.resolve("README.md")).contains("](" + example + ")"));
        assertTrue(Files.readString(SPECIFICATION).contains("](../" + example + ")"));
    }

    @Test
    void shouldListEveryCommand() throws IOException
    {
        final List<String> commands = ServiceLoader.load(Subcommand.class).stream()
            .map((provider) -> provider.type().getAnnotation(CommandLine.Command.class).name())
            .sorted()
            .toList();
        assertEquals(commands, readme(COMMAND_ROW).stream().distinct().sorted().toList());
    }

    @Test
    void shouldKnowEveryOptionOfAnExample() throws IOException
    {
        final List<String> unknown = new ArrayList<>();
        for (final Subcommand command : ServiceLoader.load(Subcommand.class))
        {
            final CommandLine line = new CommandLine(command);
            for (final String example : readme(Pattern.compile("(?m)^(?:\\./)?cobre " + line.getCommandName() + " .*")))
            {
                matches(OPTION, example, 0).stream()
                    .filter((option) -> !line.getCommandSpec().optionsMap().containsKey(option))
                    .filter((option) -> !"--format".equals(option))
                    .forEach((option) -> unknown.add(example + ": " + option));
            }
        }
        assertEquals(List.of(), unknown);
    }

    @Test
    void shouldExplainEveryVariableOfTheEnvironment() throws IOException
    {
        final Set<String> read = new TreeSet<>(matches(VARIABLE, Files.readString(ROOT.resolve("cobre")), 0));
        for (final Path source : SOURCES)
        {
            if (source.toString().contains("/src/main/"))
            {
                read.addAll(matches(QUOTED_VARIABLE, Files.readString(source), 1));
            }
        }
        read.remove(RankEnvironment.RUN_DIRECTORY);
        final Set<String> explained = new TreeSet<>();
        for (final String row : readme(VARIABLE_ROW))
        {
            explained.addAll(matches(VARIABLE, row, 0));
        }
        assertEquals(read, explained);
    }

    private static List<String> readme(final Pattern pattern) throws IOException
    {
        final String text = Files.readString(ROOT.resolve("README.md"));
        return matches(pattern, text, pattern.matcher("").groupCount());
    }

    private static boolean resolves(final Path document, final String link) throws IOException
    {
        final int hash = link.indexOf('#');
        final String path = hash < 0 ? link : link.substring(0, hash);
        final Path target = path.isEmpty() ? document : document.resolveSibling(path).normalize();
        return target.startsWith(ROOT) && Files.exists(target) &&
            (hash < 0 || anchors(target).contains(link.substring(hash + 1)));
    }

    private static List<String> anchors(final Path document) throws IOException
    {
        return headings(document).stream()
            .map((heading) -> heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'))
            .toList();
    }

    /**
     * What the headings of the specification begin with.
     */
    private static List<String> labels() throws IOException
    {
        return headings(SPECIFICATION).stream()
            .map(LABEL::matcher)
            .filter(Matcher::lookingAt)
            .map(Matcher::group)
            .toList();
    }

    private static List<String> headings(final Path document) throws IOException
    {
        return matches(HEADING, CODE.matcher(Files.readString(document)).replaceAll(""), 1);
    }

    private static List<String> matches(final Pattern pattern, final String text, final int group)
    {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(group)).toList();
    }
}
