package io.cobre.solver.study.input;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * JSON Schemas of the input files, made from the declarations of the code that reads them.
 */
public final class CaseSchemas
{
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private CaseSchemas()
    {
    }

    /**
     * Schemas of all JSON files of a case.
     *
     * @return JSON text by file name, for example {@code buses.schema.json}.
     */
    public static Map<String, String> all()
    {
        final Map<String, String> schemas = new LinkedHashMap<>();
        CaseReader.REQUIRED_FILES.forEach((file, reader) -> schemas.put(name(file), text(file, reader)));
        CaseReader.OPTIONAL_FILES.forEach((file, reader) -> schemas.put(name(file), text(file, reader)));
        return schemas;
    }

    private static String name(final String file)
    {
        return file.substring(file.lastIndexOf('/') + 1).replace(".json", ".schema.json");
    }

    private static String text(final String file, final Function<JsonObject, ?> reader)
    {
        final Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", DIALECT);
        schema.put("title", file);
        schema.putAll(JsonObject.describe(reader).toMap());
        return new String(JsonTree.print(schema), StandardCharsets.UTF_8);
    }
}
