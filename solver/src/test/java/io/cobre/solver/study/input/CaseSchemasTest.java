package io.cobre.solver.study.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseSchemasTest
{
    @Test
    void shouldDescribeEveryFile() throws IOException
    {
        final Map<String, String> schemas = CaseSchemas.all();
        assertEquals(CaseReader.REQUIRED_FILES.size() + CaseReader.OPTIONAL_FILES.size(), schemas.size());
        for (final String text : schemas.values())
        {
            final Map<?, ?> schema = (Map<?, ?>) JsonTree.parse(text.getBytes(StandardCharsets.UTF_8));
            assertEquals("object", schema.get("type"));
            assertFalse(((Map<?, ?>) schema.get("properties")).isEmpty());
        }
    }

    @Test
    void shouldDeclareTypesRangesAndForms() throws IOException
    {
        final Map<?, ?> config = schema("config.schema.json");
        final Map<?, ?> training = (Map<?, ?>) property(config, "training");
        assertEquals(List.of("training"), config.get("required"));
        assertTrue(((List<?>) training.get("required")).containsAll(List.of("forward_passes", "stopping_rules")));
        assertEquals(1L, ((Map<?, ?>) property(training, "forward_passes")).get("minimum"));
        final Map<?, ?> rule = (Map<?, ?>) ((Map<?, ?>) property(training, "stopping_rules")).get("items");
        assertEquals(4, ((List<?>) rule.get("oneOf")).size());
        final Map<?, ?> stage =
            (Map<?, ?>) ((Map<?, ?>) property(schema("stages.schema.json"), "stages")).get("items");
        assertEquals(2, ((List<?>) ((Map<?, ?>) property(stage, "risk_measure")).get("anyOf")).size());
    }

    /**
     * Keys that the schemas do not know are those that reading refuses.
     */
    @Test
    void shouldKnowTheKeysOfAValidCase(@TempDir final Path folder) throws IOException
    {
        final CaseFolder files = CaseFolder.write(folder.resolve("case"));
        for (final String file : CaseReader.REQUIRED_FILES.keySet())
        {
            final Map<?, ?> tree = (Map<?, ?>) JsonTree.parse(Files.readAllBytes(files.path().resolve(file)));
            final String name = file.substring(file.lastIndexOf('/') + 1).replace(".json", ".schema.json");
            final Map<?, ?> properties = (Map<?, ?>) schema(name).get("properties");
            assertTrue(properties.keySet().containsAll(tree.keySet()), file);
        }
    }

    /** Reading takes null for what is absent, and so do editors that know the schema. */
    @Test
    void shouldAllowNullWhereSomethingMayBeAbsent(@TempDir final Path folder) throws IOException
    {
        final CaseFolder files = CaseFolder.write(folder.resolve("case"))
            .edit("config.json", "\"modeling\"", "\"simulation\": null, \"modeling\"")
            .edit("stages.json", "\"stages\": [", "\"pre_study_stages\": null, \"stages\": [")
            .edit("system/hydros.json", "\"bus_id\": 0,", "\"bus_id\": 0, \"tailrace\": null,");
        assertEquals(List.of(), CaseLoader.validate(files.path()).errors());
        assertEquals(
            List.of("object", "null"), ((Map<?, ?>) property(schema("config.schema.json"), "simulation")).get("type"));
        assertEquals("object", ((Map<?, ?>) property(schema("config.schema.json"), "training")).get("type"));
        assertEquals(
            List.of("array", "null"),
            ((Map<?, ?>) property(schema("stages.schema.json"), "pre_study_stages")).get("type"));
        final Map<?, ?> hydro =
            (Map<?, ?>) ((Map<?, ?>) property(schema("hydros.schema.json"), "hydros")).get("items");
        assertEquals(
            Map.of("type", "null"), ((List<?>) ((Map<?, ?>) property(hydro, "tailrace")).get("anyOf")).get(1));
    }

    private static Map<?, ?> schema(final String name) throws IOException
    {
        return (Map<?, ?>) JsonTree.parse(CaseSchemas.all().get(name).getBytes(StandardCharsets.UTF_8));
    }

    private static Object property(final Map<?, ?> schema, final String key)
    {
        return ((Map<?, ?>) schema.get("properties")).get(key);
    }
}
