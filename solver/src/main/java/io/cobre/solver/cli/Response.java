package io.cobre.solver.cli;

import io.cobre.engine.CobreVersion;
import io.cobre.solver.command.OutputFormat;
import io.cobre.solver.command.Report;
import io.cobre.solver.error.ValidationRecord;
import io.cobre.solver.files.JsonText;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects what a command says and prints it in the format that the user asked for.
 */
final class Response implements Report
{
    private final String command;
    private final CommonOptions options;
    private final PrintStream out;
    private final ErrorText errorText;
    private final Map<String, Object> data = new LinkedHashMap<>();
    private final Map<String, Object> summary = new LinkedHashMap<>();
    private final List<Object> errors = new ArrayList<>();
    private final List<Object> warnings = new ArrayList<>();
    private int exitCode;
    private boolean isMuted;

    Response(final String command, final CommonOptions options, final PrintStream out, final PrintStream err)
    {
        this.command = command;
        this.options = options;
        this.out = out;
        this.errorText = new ErrorText(err, options.colored());
    }

    @Override
    public OutputFormat format()
    {
        return options.format();
    }

    @Override
    public boolean quiet()
    {
        return options.quiet();
    }

    @Override
    public boolean colored()
    {
        return options.colored();
    }

    @Override
    public void mute()
    {
        isMuted = true;
    }

    @Override
    public boolean isMuted()
    {
        return isMuted;
    }

    @Override
    public void line(final String text)
    {
        if (options.format() == OutputFormat.TEXT && !isMuted)
        {
            out.println(text);
        }
    }

    @Override
    public void data(final String key, final Object value)
    {
        data.put(key, value);
    }

    @Override
    public void summary(final String key, final Object value)
    {
        summary.put(key, value);
    }

    @Override
    public void warning(final ValidationRecord warning)
    {
        warnings.add(object(warning));
        if (options.format() == OutputFormat.TEXT && !isMuted)
        {
            errorText.warning(warning);
        }
    }

    @Override
    public void error(final ValidationRecord error)
    {
        if (errors.isEmpty())
        {
            exitCode = error.kind().exitCode();
        }
        errors.add(object(error));
        if (options.format() == OutputFormat.TEXT)
        {
            errorText.error(error);
        }
    }

    @Override
    public void event(final String type, final Map<String, Object> fields)
    {
        if (options.format() == OutputFormat.JSON_LINES && !isMuted)
        {
            final Map<String, Object> line = new LinkedHashMap<>();
            line.put("type", type);
            line.putAll(fields);
            synchronized (out)
            {
                out.println(JsonText.line(line));
                out.flush();
            }
        }
    }

    /**
     * Print what is due at the end.
     *
     * @return the exit code.
     */
    int finish()
    {
        if (options.format() == OutputFormat.JSON && !isMuted)
        {
            out.println(JsonText.line(envelope()));
        }
        else if (options.format() == OutputFormat.JSON_LINES)
        {
            event("terminated", Map.of("success", errors.isEmpty(), "exit_code", exitCode));
            event("result", envelope());
        }
        return exitCode;
    }

    private Map<String, Object> envelope()
    {
        final Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("$schema", "urn:cobre:response:v1");
        envelope.put("command", command);
        envelope.put("success", errors.isEmpty());
        envelope.put("exit_code", exitCode);
        envelope.put("cobre_version", CobreVersion.current());
        envelope.put("errors", errors);
        envelope.put("warnings", warnings);
        envelope.put("data", data);
        envelope.put("summary", summary);
        return envelope;
    }

    private static Map<String, Object> object(final ValidationRecord finding)
    {
        final Map<String, Object> object = new LinkedHashMap<>();
        object.put("kind", finding.kind().id());
        object.put("message", finding.message());
        object.put("context", finding.context());
        object.put("suggestion", finding.suggestion());
        return object;
    }
}
