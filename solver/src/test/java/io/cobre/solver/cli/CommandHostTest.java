package io.cobre.solver.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cobre.engine.CobreVersion;
import io.cobre.solver.error.ValidationRecord;
import io.cobre.solver.study.input.CaseFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandHostTest
{
    private static final List<String> FIELDS = List.of(
        "$schema", "command", "success", "exit_code", "cobre_version", "errors", "warnings", "data", "summary");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void shouldAnswerInOneJsonObject() throws IOException
    {
        assertEquals(0, run("version", "--format", "json"));
        final JsonNode response = json();
        final List<String> names = new ArrayList<>();
        response.fieldNames().forEachRemaining(names::add);
        assertEquals(FIELDS, names);
        assertEquals("urn:cobre:response:v1", response.get("$schema").asText());
        assertEquals("version", response.get("command").asText());
        assertTrue(response.get("success").asBoolean());
        assertEquals(CobreVersion.current(), response.get("cobre_version").asText());
        assertEquals(0, response.get("errors").size());
    }

    @Test
    void shouldSayTheVersionToPeople()
    {
        assertEquals(0, run("version"));
        assertTrue(out().startsWith("cobre " + CobreVersion.current()), out());
        assertFalse(out().contains("${"), out());
        final String version = out();
        out.reset();
        assertEquals(0, run("--version"));
        assertEquals(version, out());
    }

    @Test
    void shouldTeachWithAnExampleInEveryHelp()
    {
        CommandHost.commandLine().getSubcommands().forEach((name, line) ->
        {
            out.reset();
            assertEquals(0, run(name, "--help"));
            assertTrue(out().contains("cobre " + name), out());
            assertTrue(out().contains("Example"), out());
        });
    }

    @Test
    void shouldNameWhatItDoesNotKnow()
    {
        assertEquals(1, run("versoin"));
        assertTrue(err().contains("versoin") && err().contains("version"), err());
        assertEquals("", out());
    }

    @Test
    void shouldTakeAnAtSignAsItIs() throws IOException
    {
        final Path words = Files.writeString(folder.resolve("words"), "version");
        assertEquals(1, run("@" + words));
        assertTrue(err().contains("@" + words), err());
    }

    @Test
    void shouldReportABadCommandLineAsJsonToo() throws IOException
    {
        assertEquals(1, run("version", "--nothing", "--format=json"));
        final JsonNode error = json().get("errors").get(0);
        assertEquals("SchemaViolation", error.get("kind").asText());
        assertTrue(error.get("message").asText().contains("--nothing"));
        assertEquals("", err());
    }

    @Test
    void shouldRefuseAFormatThatDoesNotExist()
    {
        assertEquals(1, run("version", "--format", "xml"));
        assertTrue(err().contains("'xml' is none of text, json, json-lines"), err());
    }

    /** The worst of three openings counts, but paths have all of them. */
    @Test
    void shouldSayWhyPathsCostLessThanTheLowerBound()
    {
        final CaseFolder study = CaseFolder.write(folder.resolve("case"))
            .edit("config.json", "\"forward_passes\": 2", "\"forward_passes\": 8")
            .rows("scenarios/inflow_seasonal_stats.parquet", List.of("hydro_id", "stage_id"),
                List.of("mean_m3s", "std_m3s"),
                new double[][]{{1, 0, 20, 9}, {1, 1, 22, 9}, {2, 0, 5, 1}, {2, 1, 6, 1}});
        final String words = "paths cost less than the lower bound";
        assertEquals(0, run("train", study.path().toString(), "-q"), err());
        assertFalse(out().contains(words), out());
        out.reset();
        study.edit("stages.json", "\"season_id\": 0", "\"season_id\": 0, \"risk_measure\": {\"cvar\":"
            + " {\"alpha\": 0.1, \"lambda\": 1}}");
        assertEquals(
            0, run("train", study.path().toString(), "-q", "--override", "upper_bound_evaluation.enabled=true"), err());
        assertTrue(out().contains(words), out());
        assertTrue(out().contains("by inner approximation, 0.000 % above the lower bound"), out());
    }

    @Test
    void shouldRefuseScenariosBeforeItTrains()
    {
        final CaseFolder study = CaseFolder.write(folder.resolve("case"));
        assertEquals(1, run("run", study.path().toString(), "--scenarios", "0"));
        assertTrue(err().contains("--scenarios is 0"), err());
        assertFalse(Files.exists(study.path().resolve("output")), "it has trained");
    }

    @Test
    void shouldNameResultsThatAreDamaged() throws IOException
    {
        final CaseFolder study = CaseFolder.write(folder.resolve("case"));
        assertEquals(0, run("train", study.path().toString(), "-q"), err());
        final Path training = study.path().resolve("output/training");
        for (final String file : List.of("timing/iterations.parquet", "convergence.parquet", "metadata.json"))
        {
            for (final String content : List.of("", "[1]"))
            {
                Files.writeString(training.resolve(file), content);
                assertEquals(2, run("summary", training.getParent().toString()), file);
                assertTrue(err().contains("OutputCorrupted") && err().contains(file), err());
            }
        }
    }

    @Test
    void shouldTakeTheColumnsOfAnotherTableForDamage() throws IOException
    {
        final CaseFolder study = CaseFolder.write(folder.resolve("case"));
        assertEquals(0, run("train", study.path().toString(), "-q"), err());
        final Path training = study.path().resolve("output/training");
        Files.copy(training.resolve("timing/iterations.parquet"), training.resolve("convergence.parquet"),
            StandardCopyOption.REPLACE_EXISTING);
        assertEquals(2, run("summary", training.getParent().toString()));
        assertTrue(err().contains("convergence.parquet cannot be read: it lacks"), err());
    }

    @Test
    void shouldNameAStatusThatIsDamaged() throws IOException
    {
        Files.writeString(folder.resolve("rank-0.status"), "");
        assertEquals(2, run("inspect", folder.toString()));
        assertTrue(err().contains("OutputCorrupted") && err().contains("rank-0.status"), err());
    }

    @Test
    void shouldNotCallTooLittleMemoryADefect()
    {
        final ValidationRecord error = CommandHost.errors(new OutOfMemoryError("Java heap space")).get(0);
        assertEquals("InternalPanic", error.kind().id());
        assertTrue(error.suggestion().contains("-Xmx"), error.suggestion());
        assertTrue(CommandHost.errors(new IllegalStateException("x")).get(0).suggestion().contains("defect"));
    }

    @Test
    void shouldEndJsonLinesWithTheResponse() throws IOException
    {
        assertEquals(0, run("version", "--format", "json-lines"));
        final List<String> lines = out().lines().toList();
        assertEquals(2, lines.size());
        final ObjectMapper mapper = new ObjectMapper();
        assertEquals("terminated", mapper.readTree(lines.get(0)).get("type").asText());
        assertEquals("result", mapper.readTree(lines.get(1)).get("type").asText());
        assertEquals("version", mapper.readTree(lines.get(1)).get("command").asText());
    }

    @Test
    void shouldWriteATemplateOnce() throws IOException
    {
        final Path target = folder.resolve("study");
        assertEquals(0, run("init", target.toString()));
        assertTrue(Files.exists(target.resolve("config.json")));
        assertTrue(Files.exists(target.resolve("scenarios/inflow_seasonal_stats.parquet")));
        assertEquals(2, run("init", target.toString()));
        assertTrue(err().contains("--force"), err());
        assertEquals(0, run("init", "--force", target.toString()));
    }

    @Test
    void shouldListTheTemplates()
    {
        assertEquals(0, run("init", "--list"));
        assertTrue(out().contains("four-regions") && out().contains("two-reservoirs"), out());
        assertTrue(out().lines().noneMatch((line) -> line.startsWith("launch")), out());
    }

    @Test
    void shouldRefuseATemplateThatDoesNotExist()
    {
        assertEquals(1, run("init", "--template", "nothing", folder.resolve("study").toString()));
        assertTrue(err().contains("two-reservoirs"), err());
    }

    @Test
    void shouldPrintACompletionScript()
    {
        assertEquals(0, run("completion"));
        assertTrue(out().contains("complete -F _complete_cobre"), "no completion function");
    }

    private int run(final String... args)
    {
        err.reset();
        return new CommandHost(stream(out), stream(err)).run(args);
    }

    private static PrintStream stream(final ByteArrayOutputStream bytes)
    {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private JsonNode json() throws IOException
    {
        assertEquals(1, out().lines().count(), out());
        return new ObjectMapper().readTree(out());
    }

    private String out()
    {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err()
    {
        return err.toString(StandardCharsets.UTF_8);
    }
}
